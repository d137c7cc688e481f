extension Number {
  /// The square root, correct to the last digit; `nil` for a negative number.
  package func squareRoot() -> Number? {
    guard !isNegative else { return nil }
    return .squareRoot(of: BigNatural(coefficient), over: BigNatural(1), exponent: Int(exponent))
  }

  /// The square root of numerator / denominator x 10^exponent; the denominator is not zero.
  static func squareRoot(
    of numerator: BigNatural, over denominator: BigNatural, exponent: Int
  ) -> Number? {
    guard !numerator.isZero else { return .zero }
    // 72 digits under the root give 36 of it; the exponent under the root must be even.
    var widen = max(0, 72 + denominator.decimalDigitCount - numerator.decimalDigitCount)
    if (exponent - widen) % 2 != 0 { widen += 1 }
    let (square, rest) = (numerator * .powerOfTen(widen))
      .quotientAndRemainder(dividingBy: denominator)
    let root = square.squareRoot
    let isMore = !rest.isZero || root * root != square
    return nearest(
      root, exponent: (exponent - widen) / 2, isNegative: false, isMore: isMore)?.reduced
  }
}
