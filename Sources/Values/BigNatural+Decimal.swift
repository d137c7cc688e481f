extension BigNatural {
  /// 10^exponent; one where the exponent is not positive.
  static func powerOfTen(_ exponent: Int) -> BigNatural {
    if exponent <= PowerOfTen.greatest { return BigNatural(PowerOfTen[max(0, exponent)]) }
    // 10^n = 5^n x 2^n: the shorter number is multiplied.
    return BigNatural(5).power(exponent) << exponent
  }

  func power(_ exponent: Int) -> BigNatural {
    var (result, base, rest) = (BigNatural(1), self, max(0, exponent))
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  var decimalDigitCount: Int {
    guard !isZero else { return 0 }
    // log 2 from below, to more places than the greatest number met here needs.
    let estimate = bitCount * 301_029_995_663 / 1_000_000_000_000
    return order(to: .powerOfTen(estimate)) >= 0 ? estimate + 1 : estimate
  }

  /// The greatest natural number whose square is not greater.
  ///
  /// - Source: Newton's iteration from above.
  var squareRoot: BigNatural {
    guard !isZero else { return .zero }
    var root = BigNatural(1) << ((bitCount + 1) / 2)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient) >> 1
      if next.order(to: root) >= 0 { return root }
      root = next
    }
  }
}

extension Number {
  /// The number nearest to ±coefficient x 10^exponent, half to even.
  ///
  /// `isMore` says that a positive part below the last digit was left out; the coefficient must then
  /// have 35 digits or more.
  ///
  /// - Returns: `nil` where the number is too large.
  static func nearest(
    _ coefficient: BigNatural, exponent: Int, isNegative: Bool, isMore: Bool = false
  ) -> Number? {
    if coefficient.bitCount <= 128 {
      return nearest(
        coefficient.low, exponent: exponent, isNegative: isNegative && !coefficient.isZero,
        isMore: isMore)
    }
    let cut = coefficient.decimalDigitCount - 36
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: .powerOfTen(cut))
    return nearest(
      quotient.low, exponent: exponent + cut, isNegative: isNegative,
      isMore: isMore || !remainder.isZero)
  }
}
