/// A formula over whole numbers, with what it comes to now.
///
/// Spreadsheets calculate with binary fractions, which hold whole numbers of fifteen digits exactly; nothing that comes near is made
/// a formula.
struct LiveInteger {
  /// How tightly the parts of a text hold together.
  private enum Level: Comparable { case sum, product, atom }

  let text: String
  let value: Int
  /// Whether it looks at no cell.
  let isLiteral: Bool
  private let level: Level

  private static let greatest = 10_000_000_000_000

  private init(_ text: String, _ value: Int, _ level: Level, isLiteral: Bool = false) {
    (self.text, self.value, self.level, self.isLiteral) = (text, value, level, isLiteral)
  }

  /// A number as it is written in formulas.
  static func literal(_ value: Int) -> LiveInteger {
    LiveInteger("\(value)", value, value < 0 ? .sum : .atom, isLiteral: true)
  }

  /// A cell, or a call of a function, that comes to a value.
  static func atom(_ text: String, _ value: Int) throws(NoFormula) -> LiveInteger {
    LiveInteger(text, try checked(value), .atom)
  }

  private static func checked(_ value: Int) throws(NoFormula) -> Int {
    guard value.magnitude <= greatest.magnitude else { throw NoFormula(.tooManyDigits) }
    return value
  }

  private static func checked(_ result: (Int, overflow: Bool)) throws(NoFormula) -> Int {
    guard !result.overflow else { throw NoFormula(.tooManyDigits) }
    return try checked(result.0)
  }

  private func text(within level: Level) -> String { self.level < level ? "(\(text))" : text }

  func plus(_ other: LiveInteger) throws(NoFormula) -> LiveInteger {
    let sum = try Self.checked(value.addingReportingOverflow(other.value))
    if isLiteral, other.isLiteral { return .literal(sum) }
    if other.isLiteral, other.value == 0 { return self }
    if isLiteral, value == 0 { return other }
    return LiveInteger("\(text)+\(other.text)", sum, .sum)
  }

  func minus(_ other: LiveInteger) throws(NoFormula) -> LiveInteger {
    let difference = try Self.checked(value.subtractingReportingOverflow(other.value))
    if isLiteral, other.isLiteral { return .literal(difference) }
    if other.isLiteral, other.value == 0 { return self }
    return LiveInteger("\(text)-\(other.text(within: .product))", difference, .sum)
  }

  func times(_ other: LiveInteger) throws(NoFormula) -> LiveInteger {
    let product = try Self.checked(value.multipliedReportingOverflow(by: other.value))
    if isLiteral, other.isLiteral { return .literal(product) }
    if other.isLiteral, other.value == 1 { return self }
    if isLiteral, value == 1 { return other }
    return LiveInteger(
      "\(text(within: .product))*\(other.text(within: .product))", product, .product)
  }

  /// The whole part of a quotient, towards minus infinity; `other` is above zero.
  func wholeOver(_ other: LiveInteger) throws(NoFormula) -> LiveInteger {
    guard other.value > 0 else { throw NoFormula(.divisorNotPositive) }
    if other.isLiteral, other.value == 1 { return self }
    let quotient = (value - (value % other.value + other.value) % other.value) / other.value
    return LiveInteger(
      "INT(\(text(within: .product))/\(other.text(within: .atom)))", quotient, .atom)
  }

  var negated: LiveInteger {
    isLiteral ? .literal(-value) : LiveInteger("-\(text(within: .atom))", -value, .sum)
  }

  /// `self` where it holds, else `other`.
  func chosen(if truth: LiveTruth, else other: LiveInteger) -> LiveInteger {
    if isLiteral, other.isLiteral, value == other.value { return self }
    return LiveInteger(
      "IF(\(truth.text),\(text),\(other.text))", truth.holds ? value : other.value, .atom)
  }

  func isAtLeast(_ other: LiveInteger) -> LiveTruth {
    LiveTruth("\(text)>=\(other.text)", value >= other.value)
  }

  func isAbove(_ other: LiveInteger) -> LiveTruth {
    LiveTruth("\(text)>\(other.text)", value > other.value)
  }

  func equals(_ other: LiveInteger) -> LiveTruth {
    LiveTruth("\(text)=\(other.text)", value == other.value)
  }

  static func greatest(_ all: [LiveInteger]) -> LiveInteger { extreme(all, "MAX", >) }

  static func least(_ all: [LiveInteger]) -> LiveInteger { extreme(all, "MIN", <) }

  private static func extreme(
    _ all: [LiveInteger], _ function: String, _ isBeyond: (Int, Int) -> Bool
  ) -> LiveInteger {
    precondition(!all.isEmpty, "of nothing there is no extreme")
    let value = all.map(\.value).reduce(all[0].value) { isBeyond($1, $0) ? $1 : $0 }
    if all.allSatisfy(\.isLiteral) { return .literal(value) }
    return LiveInteger("\(function)(\(all.map(\.text).joined(separator: ",")))", value, .atom)
  }
}
