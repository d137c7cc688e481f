import Values

/// Integers near numbers: a number lies within `error` units of its integer, a unit being 10^exponent.
///
///     2/3 = 0.6666…      6666666666666, exponent -13, error 2
///
/// Most numbers of a program are added up and rounded to a few decimals in the end. An integer of 62 bits
/// says which way that goes in all lanes but a few, and takes a twentieth of the time of a number
/// of 34 digits (Scripts/bench, job wide). Lanes that it leaves open fall out.
///
/// Every error counts, also half a unit of the 34th digit for each operation of `Number`: integers lie
/// below 2^62, so that is less than 10^-14 of a unit, and is taken for a whole one.
struct Enclosure: Sendable {
  let operand: ColumnOperation.IntegerOperand
  let exponent: Int
  /// Of the integers, in all lanes.
  let range: ClosedRange<Int64>
  /// In units; never negative.
  let error: Int64

  /// Finer units than these say nothing that a rounding asks.
  static let finestExponent = -13

  init(
    _ operand: ColumnOperation.IntegerOperand, _ exponent: Int, _ range: ClosedRange<Int64>,
    error: Int64
  ) {
    self.operand = operand
    self.exponent = exponent
    self.range = range
    self.error = error
  }

  /// What is kept as integers is near itself.
  ///
  /// - Returns: `nil` for numbers near which no integers are known.
  init?(_ value: LaneValue) {
    if let enclosure = value.enclosure {
      self = enclosure
    } else if let exact = ScaledValue(value) {
      self.init(exact.operand, exact.exponent, exact.range, error: 0)
    } else {
      return nil
    }
  }

  var greatestMagnitude: Int64 { max(-range.lowerBound, range.upperBound) }

  /// The greatest power by which the integers may be multiplied, up to `most`.
  func room(for most: Int) -> Int {
    var power = 0
    while power < min(most, 18), Self.times(greatestMagnitude, Self.powers[power + 1]) != nil {
      power += 1
    }
    return power
  }

  /// 10^0 to 10^18.
  static let powers: [Int64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// - Returns: `nil` where it might reach 2^62.
  static func times(_ left: Int64, _ right: Int64) -> Int64? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product.magnitude >= Column.greatestCoefficient.magnitude ? nil : product
  }

  /// - Returns: `nil` where it might reach 2^62.
  static func plus(_ left: Int64, _ right: Int64) -> Int64? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow || sum.magnitude >= Column.greatestCoefficient.magnitude ? nil : sum
  }
}
