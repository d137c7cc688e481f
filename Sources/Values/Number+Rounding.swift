extension Number {
  /// The number with at most `scale` decimals; a negative scale rounds to tens, hundreds and so on.
  ///
  ///     Number("2.5")!.rounded(toScale: 0, .halfEven)   // 2
  ///
  /// - Returns: `nil` where the result is too large.
  package func rounded(toScale scale: Int, _ mode: RoundingMode) -> Number? {
    let scale = min(max(scale, -10_000), 10_000)
    let cut = -scale - Int(exponent)
    guard cut > 0, coefficient != 0 else { return self }
    let (quotient, remainder, order): (UInt128, UInt128, Int)
    if cut > PowerOfTen.greatest {
      (quotient, remainder, order) = (0, coefficient, -1)
    } else {
      let unit = PowerOfTen[cut]
      (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
      let half = unit / 2
      order = remainder < half ? -1 : remainder == half ? 0 : 1
    }
    let raises = mode.raises(
      isNegative: isNegative, isOdd: quotient & 1 == 1, hasRemainder: remainder != 0, order: order)
    let kept = quotient + (raises ? 1 : 0)
    return .nearest(kept, exponent: -scale, isNegative: isNegative && kept != 0)
  }

  /// - Returns: `nil` where the result is too large.
  package func floor(scale: Int = 0) -> Number? {
    rounded(toScale: scale, .floor)
  }

  /// - Returns: `nil` where the result is too large.
  package func ceiling(scale: Int = 0) -> Number? {
    rounded(toScale: scale, .ceiling)
  }

  /// The multiple of `step` that lies nearest in the sense of `mode`.
  ///
  ///     Number("7.3")!.roundedToMultiple(of: Number("0.5")!, .halfUp)   // 7.5
  ///
  /// - Returns: `nil` where the step is zero or the result too large.
  package func roundedToMultiple(of step: Number, _ mode: RoundingMode) -> Number? {
    guard !step.isZero else { return nil }
    let (left, right, exponent) = aligned(with: step)
    let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
    let raises = mode.raises(
      isNegative: isNegative, isOdd: quotient.isOdd, hasRemainder: !remainder.isZero,
      order: (remainder + remainder).order(to: right))
    let count = raises ? quotient + 1 : quotient
    return .nearest(count * right, exponent: exponent, isNegative: isNegative)
  }

  /// What is left of the number after whole divisors are taken from it; it has the divisor's sign.
  ///
  ///     Number(-10).modulo(3)   // 2, because -10 - 3 x floor(-10 / 3) = 2
  ///
  /// - Returns: `nil` where the divisor is zero.
  package func modulo(_ divisor: Number) -> Number? {
    guard !divisor.isZero else { return nil }
    let (left, right, exponent) = aligned(with: divisor)
    let remainder = left.quotientAndRemainder(dividingBy: right).remainder
    guard !remainder.isZero else { return .zero }
    return .nearest(
      isNegative == divisor.isNegative ? remainder : right - remainder,
      exponent: exponent, isNegative: divisor.isNegative)
  }

  /// Both magnitudes as integers over one exponent.
  private func aligned(with other: Number) -> (BigNatural, BigNatural, exponent: Int) {
    let exponent = min(self.exponent, other.exponent)
    return (
      BigNatural(coefficient) * .powerOfTen(Int(self.exponent - exponent)),
      BigNatural(other.coefficient) * .powerOfTen(Int(other.exponent - exponent)),
      Int(exponent)
    )
  }
}
