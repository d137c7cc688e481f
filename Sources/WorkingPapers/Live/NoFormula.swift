import Diagnostics

/// Why something stands as a value where a formula was wanted.
struct NoFormula: Error {
  let why: Wording

  init(_ why: Wording) { self.why = why }
}

extension NoFormula {
  static let form = NoFormula(.noSuchFormula)
  static let hidden = NoFormula(.privateCells)
  static let nulls = NoFormula(.emptyCells)
}
