/// A real number as mantissa x 2^-scale, with a bound of its error in units of the last bit.
///
/// The functions that have no exact decimal result are computed with more bits, until both ends of the
/// error round to one and the same decimal.
struct BinaryFraction {
  let mantissa: BigInteger
  let scale: Int
  let error: UInt128

  /// Bits of precision that are tried one after the other; more than the last are not needed,
  /// because a number that then still looks like a tie between two decimals is one.
  static let precisions = [128, 256, 512, 1024]

  /// The decimal nearest to this number x 10^exponent, where the error leaves no doubt about it.
  func nearest(exponent: Int = 0) -> Number?? {
    let margin = BigNatural(error)
    guard mantissa.magnitude.order(to: margin) > 0 else { return .none }
    let low = Self.nearest(mantissa.magnitude - margin, scale, exponent, mantissa.isNegative)
    let high = Self.nearest(mantissa.magnitude + margin, scale, exponent, mantissa.isNegative)
    return low == high ? .some(low) : .none
  }

  /// The decimal nearest to this number taken to 100 digits: a tie is then seen as a tie.
  func nearestAsTie(exponent: Int = 0) -> Number? {
    let digits = 100 + max(0, (scale - mantissa.magnitude.bitCount) * 3 / 10)
    let wide = (mantissa.magnitude * .powerOfTen(digits) >> (scale - 1)) + 1
    return .nearest(wide >> 1, exponent: exponent - digits, isNegative: mantissa.isNegative)?
      .reduced
  }

  private static func nearest(
    _ mantissa: BigNatural, _ scale: Int, _ exponent: Int, _ isNegative: Bool
  ) -> Number? {
    // 36 digits or more, and whether anything follows them.
    let digits = max(0, 37 - (mantissa.bitCount - scale) * 3 / 10)
    let wide = mantissa * .powerOfTen(digits)
    return .nearest(
      wide >> scale, exponent: exponent - digits, isNegative: isNegative,
      isMore: wide.trailingZeroBitCount < scale)?
      .reduced
  }
}

/// Sums of series in binary fixed point.
enum Series {
  /// More bits than any precision that is tried asks for.
  private static let constantScale = 1408

  static func logarithmOfTwo(scale: Int) -> BigNatural {
    logarithmOfTwo >> (constantScale - scale)
  }

  static func logarithmOfTen(scale: Int) -> BigNatural {
    logarithmOfTen >> (constantScale - scale)
  }

  // ln 2 = 14 artanh 1/31 + 10 artanh 1/49 + 6 artanh 1/161, and ln 10 likewise.
  private static let logarithmOfTwo = combined(14, 10, 6)
  private static let logarithmOfTen = combined(46, 34, 20)

  private static func combined(_ a: UInt128, _ b: UInt128, _ c: UInt128) -> BigNatural {
    // Some bits more, so that the factors cost no precision.
    let scale = constantScale + 32
    let sum =
      BigNatural(a) * hyperbolicArctangent(ofOneOver: 31, scale: scale)
      + BigNatural(b) * hyperbolicArctangent(ofOneOver: 49, scale: scale)
      + BigNatural(c) * hyperbolicArctangent(ofOneOver: 161, scale: scale)
    return sum >> 32
  }

  private static func hyperbolicArctangent(ofOneOver base: UInt64, scale: Int) -> BigNatural {
    var term = (BigNatural(1) << scale).quotientAndRemainder(dividingBy: base).quotient
    var sum = BigNatural.zero
    var divisor: UInt64 = 1
    while !term.isZero {
      sum += term.quotientAndRemainder(dividingBy: divisor).quotient
      term.divide(by: base * base)
      divisor += 2
    }
    return sum
  }

  /// Error below two units for each term.
  static func hyperbolicArctangent(of argument: BigNatural, scale: Int) -> BigNatural {
    if let short = ShortFraction(argument, scale: scale) {
      return hyperbolicArctangent(of: short).mantissa(scale: scale)
    }
    let square = (argument * argument) >> scale
    var (term, sum) = (argument, BigNatural.zero)
    var divisor: UInt64 = 1
    while !term.isZero {
      sum += term.quotientAndRemainder(dividingBy: divisor).quotient
      term = term * square
      term.drop(scale)
      divisor += 2
    }
    return sum
  }

  /// e^argument for an argument below 1/64; error below two units for each term.
  static func exponential(of argument: BigNatural, scale: Int) -> BigNatural {
    if let short = ShortFraction(argument, scale: scale) {
      return exponential(of: short).mantissa(scale: scale)
    }
    var term = BigNatural(1) << scale
    var sum = BigNatural.zero
    var divisor: UInt64 = 1
    while !term.isZero {
      sum += term
      term = term * argument
      term.drop(scale)
      term.divide(by: divisor)
      divisor += 1
    }
    return sum
  }
}
