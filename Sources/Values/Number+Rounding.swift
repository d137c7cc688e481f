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
      (quotient, remainder) = coefficient.dividedByPowerOfTen(cut)
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
}
