/// An integer without bound.
struct BigInteger: Sendable {
  let magnitude: BigNatural
  let isNegative: Bool

  static let zero = BigInteger(.zero, isNegative: false)

  init(_ magnitude: BigNatural, isNegative: Bool) {
    self.magnitude = magnitude
    self.isNegative = isNegative && !magnitude.isZero
  }

  init(_ value: Int128) {
    self.init(BigNatural(value.magnitude), isNegative: value < 0)
  }

  var isZero: Bool { magnitude.isZero }

  var negated: BigInteger { BigInteger(magnitude, isNegative: !isNegative) }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(left.magnitude + right.magnitude, isNegative: left.isNegative)
    }
    return left.magnitude.order(to: right.magnitude) >= 0
      ? BigInteger(left.magnitude - right.magnitude, isNegative: left.isNegative)
      : BigInteger(right.magnitude - left.magnitude, isNegative: right.isNegative)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    left + right.negated
  }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(
      left.magnitude * right.magnitude, isNegative: left.isNegative != right.isNegative)
  }

  static func << (left: BigInteger, count: Int) -> BigInteger {
    BigInteger(left.magnitude << count, isNegative: left.isNegative)
  }

  /// Towards zero.
  static func >> (left: BigInteger, count: Int) -> BigInteger {
    BigInteger(left.magnitude >> count, isNegative: left.isNegative)
  }

  /// Times 10^count.
  func shifted(byDigits count: Int) -> BigInteger {
    count == 0 ? self : BigInteger(magnitude * .powerOfTen(count), isNegative: isNegative)
  }
}
