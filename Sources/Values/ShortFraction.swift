/// A number from 0 to 2^32 with 224 bits after the point.
///
/// Series of ordinary precision are summed in it: the same sums over `BigNatural` take five times as long,
/// because each of their steps allocates.
struct ShortFraction {
  static let scale = 224

  private var high: UInt128
  private var low: UInt128

  static let one = ShortFraction(high: 1 << 96, low: 0)

  private init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The fraction mantissa x 2^-scale; `nil` where it does not fit or would lose bits.
  init?(_ mantissa: BigNatural, scale: Int) {
    guard scale <= Self.scale, mantissa.bitCount - scale <= 8 else { return nil }
    let limbs = (mantissa << (Self.scale - scale)).limbs
    func limb(_ index: Int) -> UInt128 { index < limbs.count ? UInt128(limbs[index]) : 0 }
    low = limb(1) << 64 | limb(0)
    high = limb(3) << 64 | limb(2)
  }

  func mantissa(scale: Int) -> BigNatural {
    (BigNatural(high) << 128 + BigNatural(low)) >> (Self.scale - scale)
  }

  var isZero: Bool { high | low == 0 }

  static func += (left: inout ShortFraction, right: ShortFraction) {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    left.low = low
    left.high = left.high &+ right.high &+ (carry ? 1 : 0)
  }

  /// The product, which must be below 2^32, rounded down by at most three units of the last bit.
  static func * (left: ShortFraction, right: ShortFraction) -> ShortFraction {
    let top = left.high.multipliedFullWidth(by: right.high)
    let one = left.high.multipliedFullWidth(by: right.low)
    let other = left.low.multipliedFullWidth(by: right.high)
    let bottom = left.low.multipliedFullWidth(by: right.low).high
    // Shifted right by 224 bits: 96 of the middle parts, and 96 of the bottom's upper half.
    var product = ShortFraction(
      high: top.high << 32 | top.low >> 96, low: top.low << 32)
    product += ShortFraction(high: one.high >> 96, low: one.high << 32 | one.low >> 96)
    product += ShortFraction(high: other.high >> 96, low: other.high << 32 | other.low >> 96)
    product += ShortFraction(high: 0, low: bottom >> 96)
    return product
  }

  /// Divides in place, rounded down.
  mutating func divide(by divisor: UInt64) {
    var remainder: UInt64 = 0
    func next(_ limb: UInt128) -> UInt128 {
      let division = divisor.dividingFullWidth((remainder, UInt64(truncatingIfNeeded: limb)))
      remainder = division.remainder
      return UInt128(division.quotient)
    }
    let first = next(high >> 64)
    high = first << 64 | next(high)
    let third = next(low >> 64)
    low = third << 64 | next(low)
  }
}

extension Series {
  /// artanh of a fraction below one half.
  static func hyperbolicArctangent(of argument: ShortFraction) -> ShortFraction {
    let square = argument * argument
    var (term, sum) = (argument, argument)
    var divisor: UInt64 = 3
    while true {
      term = term * square
      if term.isZero { return sum }
      var part = term
      part.divide(by: divisor)
      sum += part
      divisor += 2
    }
  }

  /// e^argument for an argument below 1/64.
  static func exponential(of argument: ShortFraction) -> ShortFraction {
    var (term, sum) = (ShortFraction.one, ShortFraction.one)
    var divisor: UInt64 = 1
    while true {
      term = term * argument
      term.divide(by: divisor)
      if term.isZero { return sum }
      sum += term
      divisor += 1
    }
  }
}
