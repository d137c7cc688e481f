extension Number {
  /// The square root, correct to the last digit; `nil` for a negative number.
  package func squareRoot() -> Number? {
    guard !isNegative else { return nil }
    guard coefficient != 0 else { return .zero }
    // 71 or 72 digits under the root give 36 of it; the exponent under the root must be even.
    let digits = coefficient.decimalDigitCount
    let widen = 71 - digits + (Int(exponent) - 71 + digits) % 2 * -1
    let first = Self.maximumDigits - digits
    let square = (coefficient * PowerOfTen[first]).multipliedFullWidth(
      by: PowerOfTen[widen - first])
    let (root, isMore) = Self.squareRoot(of: square)
    return .nearest(
      root, exponent: (Int(exponent) - widen) / 2, isNegative: false, isMore: isMore)?.reduced
  }

  /// The whole root of a number below 2^240, and whether it is less than the true one.
  ///
  /// - Source: Newton's iteration from above.
  private static func squareRoot(of square: (high: UInt128, low: UInt128)) -> (UInt128, Bool) {
    let bits = 256 - square.high.leadingZeroBitCount
    var root: UInt128 = 1 << UInt128((bits + 1) / 2)
    while true {
      let (quotient, remainder) = root.dividingFullWidth(square)
      if quotient >= root { return (root, quotient > root || remainder != 0) }
      root = (root + quotient) / 2
    }
  }

  /// The square root of numerator / denominator x 10^exponent; the denominator is not zero.
  static func squareRoot(
    of numerator: BigNatural, over denominator: BigNatural, exponent: Int
  ) -> Number? {
    guard !numerator.isZero else { return .zero }
    // 72 digits under the root give 36 of it; the exponent under the root must be even. Of longer numbers
    // only those digits are taken, and whether anything follows them.
    var widen = max(0, 72 + denominator.decimalDigitCount - numerator.decimalDigitCount)
    if (exponent - widen) % 2 != 0 { widen += 1 }
    let (whole, rest) = (numerator * .powerOfTen(widen))
      .quotientAndRemainder(dividingBy: denominator)
    let cut = max(0, whole.decimalDigitCount - 73) / 2 * 2
    let (square, tail) = whole.quotientAndRemainder(dividingBy: .powerOfTen(cut))
    let root = square.squareRoot
    let isMore = !rest.isZero || !tail.isZero || root * root != square
    return nearest(
      root, exponent: (exponent - widen + cut) / 2, isNegative: false, isMore: isMore)?.reduced
  }
}
