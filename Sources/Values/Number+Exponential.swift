extension Number {
  /// e raised to the number, correct to the last digit; `nil` where it is too large.
  package func exponential() -> Number? {
    let magnitude = coefficient.decimalDigitCount + Int(exponent)
    if isZero || magnitude < -36 { return .one }
    // e^±100000 is beyond every decimal128.
    if magnitude > 5 { return isNegative ? .zero : nil }
    return .decided { precision in
      let scale = precision + 24
      let wide = BigNatural(coefficient) << scale
      let argument =
        exponent >= 0
        ? wide * .powerOfTen(Int(exponent))
        : wide.quotientAndRemainder(dividingBy: .powerOfTen(-Int(exponent))).quotient
      return BinaryFraction.exponential(
        of: BinaryFraction(
          mantissa: BigInteger(argument, isNegative: isNegative), scale: scale, error: 1))
    }
  }

  /// The natural logarithm, correct to the last digit; `nil` unless the number is greater than zero.
  package func naturalLogarithm() -> Number? {
    guard isPositive else { return nil }
    if self == .one { return .zero }
    return .decided { precision in (.logarithm(of: self, precision: precision), 0) }
  }

  /// The number raised to an exponent, correct to the last digit; 0 to the power of 0 is 1.
  ///
  ///     Number(8).power(Number("0.5")!)   // 2.828427124746190097603377448419396
  ///
  /// - Returns: `nil` where the result is too large or is not a real number.
  package func power(_ other: Number) -> Number? {
    let other = other.reduced
    if other.isZero || self == .one { return .one }
    if isZero { return other.isNegative ? nil : .zero }
    if other == Number(unchecked: 5, exponent: -1, isNegative: false) { return squareRoot() }
    let isNegative = isNegative && other.exponent == 0 && other.coefficient & 1 == 1
    if let whole = other.intValue, let exact = magnitude.power(whole: whole) {
      return isNegative ? exact?.negated : exact
    }
    guard !self.isNegative || other.isInteger else { return nil }
    let result = magnitude.powerOfPositive(other)
    return isNegative ? result?.negated : result
  }

  /// Powers with more digits than this go by logarithms: they are faster, and as correct.
  private static let exactPowerDigits = 700

  /// An integer power by multiplication, rounded once; nothing where that would be long.
  private func power(whole: Int) -> Number?? {
    let base = reduced
    let (exponent, overflow) = Int(base.exponent).multipliedReportingOverflow(by: whole)
    guard !overflow, (-100_000...100_000).contains(exponent) else { return .none }
    if base.coefficient == 1 {
      return .nearest(UInt128(1), exponent: exponent, isNegative: false)
    }
    let limit = UInt(Self.exactPowerDigits / base.coefficient.decimalDigitCount)
    guard whole.magnitude <= limit else { return .none }
    if whole > 0, let power = base.coefficient.power(Int(whole.magnitude)) {
      return .nearest(power, exponent: exponent, isNegative: false)
    }
    let power = BigNatural(base.coefficient).power(Int(whole.magnitude))
    return whole > 0
      ? .nearest(power, exponent: exponent, isNegative: false)
      : .nearest(BigNatural(1), over: power, exponent: exponent, isNegative: false)
  }

  /// e^(other x ln self) for a positive number.
  private func powerOfPositive(_ other: Number) -> Number? {
    let rough = BinaryFraction.logarithm(of: self, precision: 64)
    let bits = rough.mantissa.magnitude.bitCount - rough.scale
    let size = other.coefficient.decimalDigitCount + Int(other.exponent) + bits * 3 / 10
    if size > 7 { return rough.mantissa.isNegative == other.isNegative ? nil : .zero }
    if size < -40 { return .one }
    return .decided { precision in
      // The product is below 2^28: so many bits more keep its error below one unit.
      let logarithm = BinaryFraction.logarithm(of: self, precision: precision + 64)
      let scale = precision + 24
      var product = logarithm.mantissa.magnitude * BigNatural(other.coefficient)
      let exponent = Int(other.exponent)
      if exponent >= 0 {
        product = (product * .powerOfTen(exponent)) >> (logarithm.scale - scale)
      } else {
        product = product.quotientAndRemainder(dividingBy: .powerOfTen(-exponent)).quotient
        product = product >> (logarithm.scale - scale)
      }
      let isNegative = logarithm.mantissa.isNegative != other.isNegative
      return BinaryFraction.exponential(
        of: BinaryFraction(
          mantissa: BigInteger(product, isNegative: isNegative), scale: scale, error: 4))
    }
  }

  /// Tries one precision after the other until the decimal is beyond doubt.
  private static func decided(
    _ approximate: (_ precision: Int) -> (BinaryFraction, exponent: Int)
  ) -> Number? {
    var last: (BinaryFraction, exponent: Int)?
    for precision in BinaryFraction.precisions {
      let approximation = approximate(precision)
      if let number = approximation.0.nearest(exponent: approximation.exponent) { return number }
      last = approximation
    }
    return last.flatMap { $0.0.nearestAsTie(exponent: $0.exponent) }
  }
}

extension BinaryFraction {
  /// ln of a positive number, with `precision` bits from the first that is not zero.
  static func logarithm(of number: Number, precision: Int) -> BinaryFraction {
    // number = 10^tens x 2^twos x numerator / denominator. Near 1 there are no tens and no twos,
    // so that nothing is cancelled.
    let digits = number.coefficient.decimalDigitCount
    let isNearOne = (0...1).contains(digits + Int(number.exponent))
    let point = isNearOne ? -Int(number.exponent) : digits - 1
    let tens = isNearOne ? 0 : digits + Int(number.exponent) - 1
    var numerator = BigNatural(number.coefficient)
    var denominator = BigNatural.powerOfTen(point)
    var twos = numerator.bitCount - denominator.bitCount
    // Between 0.7 and 1.4 the series is short on both sides.
    let five = (numerator * BigNatural(5)) << max(0, -twos)
    let seven = (denominator * BigNatural(7)) << max(0, twos)
    if five.order(to: seven) > 0 {
      twos += 1
    } else if (five << 1).order(to: seven) < 0 {
      twos -= 1
    }
    numerator = numerator << max(0, -twos)
    denominator = denominator << max(0, twos)

    let isBelow = numerator.order(to: denominator) < 0
    let difference = isBelow ? denominator - numerator : numerator - denominator
    let sum = numerator + denominator
    let scale =
      precision + 24 + (tens == 0 && twos == 0 ? sum.bitCount - difference.bitCount : 0)
    let ratio = (difference << scale).quotientAndRemainder(dividingBy: sum).quotient
    let series = Series.hyperbolicArctangent(of: ratio, scale: scale) << 1
    let total =
      BigInteger(series, isNegative: isBelow)
      + BigInteger(
        BigNatural(UInt128(twos.magnitude)) * Series.logarithmOfTwo(scale: scale),
        isNegative: twos < 0)
      + BigInteger(
        BigNatural(UInt128(tens.magnitude)) * Series.logarithmOfTen(scale: scale),
        isNegative: tens < 0)
    // Fewer than 2^9 terms, and fewer than 2^13 tens.
    return BinaryFraction(mantissa: total, scale: scale, error: 1 << 15)
  }

  /// e raised to an argument below 2^28, as a number from 1 to 10 and a power of ten.
  static func exponential(of argument: BinaryFraction) -> (BinaryFraction, exponent: Int) {
    let ten = Series.logarithmOfTen(scale: argument.scale)
    let division = argument.mantissa.magnitude.quotientAndRemainder(dividingBy: ten)
    var exponent = Int(truncatingIfNeeded: division.quotient.low)
    var rest = division.remainder
    if argument.mantissa.isNegative {
      exponent = -exponent - 1
      rest = ten - rest
    }
    // Eight halvings make the argument less than 1/64; eight squarings undo them, each doubling the error.
    let scale = argument.scale + 8
    var power = Series.exponential(of: rest, scale: scale)
    for _ in 0..<8 {
      power = power * power
      power.drop(scale)
    }
    let error = 16 * (argument.error + UInt128(2 * exponent.magnitude) + 1 << 10) << 8
    return (
      BinaryFraction(
        mantissa: BigInteger(power, isNegative: false), scale: scale, error: error),
      exponent
    )
  }
}
