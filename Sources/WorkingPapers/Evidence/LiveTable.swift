import Values

/// A table of evidence as it stands in a sheet, without its private columns.
struct LiveTable {
  struct Column {
    /// The cells, as formulas name them.
    let cells: String
    let values: [Value]

    var hasNulls: Bool {
      values.contains { if case .null = $0 { true } else { false } }
    }
  }

  let rowCount: Int
  /// The numbers of the rows in the file, as formulas name their cells.
  let numbers: String
  let columns: [String: Column]

  var isEmpty: Bool { rowCount == 0 }
}

extension LiveTable.Column {
  /// Its numbers as whole ones, over a scale that is a multiple of `least`.
  func numbers(
    over least: Int
  ) throws(NoFormula) -> (text: String, values: [Int?], scale: Int) {
    var scale = least
    var ratios: [LiveRatio?] = []
    for value in values {
      switch value {
      case .number(let number):
        let ratio = try LiveRatio(number)
        ratios.append(ratio)
        scale = LiveRatio.leastMultiple(scale, ratio.below.value)
      case .date(let date):
        guard let day = LiveDay.number(of: date) else { throw .form }
        ratios.append(LiveRatio(.literal(day)))
      case .null: ratios.append(nil)
      default: throw .form
      }
    }
    guard scale <= 1_000_000_000 else { throw NoFormula(.tooManyDigits) }
    let whole = try ratios.map { ratio throws(NoFormula) -> Int? in
      guard let ratio else { return nil }
      return try ratio.above.times(.literal(scale / ratio.below.value)).value
    }
    return (scale == 1 ? cells : "ROUND(\(cells)*\(scale),0)", whole, scale)
  }
}
