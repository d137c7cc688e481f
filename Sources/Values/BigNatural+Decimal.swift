extension BigNatural {
  /// 10^exponent; one where the exponent is not positive.
  static func powerOfTen(_ exponent: Int) -> BigNatural {
    if exponent <= PowerOfTen.greatest { return BigNatural(PowerOfTen[max(0, exponent)]) }
    // 10^n = 5^n x 2^n: the shorter number is multiplied.
    guard exponent >> fives.count == 0 else { return BigNatural(5).power(exponent) << exponent }
    var power = BigNatural(1)
    for (place, square) in fives.enumerated() where exponent >> place & 1 == 1 {
      power = power * square
    }
    return power << exponent
  }

  /// 5, 5^2, 5^4, … : each the square of the one before it.
  private static let fives = (0..<14).reduce(into: [BigNatural(5)]) { squares, _ in
    if let last = squares.last { squares.append(last * last) }
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
    // No power of ten lies between the least and the greatest number of so many bits.
    if (bitCount - 1) * 301_029_995_663 / 1_000_000_000_000 == estimate { return estimate + 1 }
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
