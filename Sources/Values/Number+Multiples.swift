extension Number {
  /// What is left of the number after whole divisors are taken from it; it has the divisor's sign.
  ///
  ///     Number(-10).modulo(3)   // 2, because -10 - 3 x floor(-10 / 3) = 2
  ///
  /// - Returns: `nil` where the divisor is zero.
  package func modulo(_ divisor: Number) -> Number? {
    guard !divisor.isZero else { return nil }
    guard let (rest, exponent, unit) = remainder(of: divisor) else {
      // The number is smaller than its divisor, and is itself what is left.
      return isZero || isNegative == divisor.isNegative ? self : divisor.adding(self)
    }
    guard rest != 0 else { return .zero }
    return .nearest(
      isNegative == divisor.isNegative ? rest : unit - rest,
      exponent: exponent, isNegative: divisor.isNegative)
  }

  /// The multiple of `step` that lies nearest in the sense of `mode`.
  ///
  ///     Number("7.3")!.roundedToMultiple(of: Number("0.5")!, .halfUp)   // 7.5
  ///
  /// - Returns: `nil` where the step is zero or the result too large.
  package func roundedToMultiple(of step: Number, _ mode: RoundingMode) -> Number? {
    guard !step.isZero else { return nil }
    guard !isZero else { return .zero }
    let step = step.magnitude
    guard let (rest, exponent, unit) = remainder(of: step) else {
      let raises = mode.raises(
        isNegative: isNegative, isOdd: false, hasRemainder: true,
        order: magnitude.orderOfDouble(to: step))
      return raises ? (isNegative ? step.negated : step) : .zero
    }
    guard rest != 0 else { return self }
    let missing = unit - rest
    let raises = mode.raises(
      isNegative: isNegative, isOdd: isOddMultiple(of: step), hasRemainder: true,
      order: rest < missing ? -1 : rest == missing ? 0 : 1)
    // Sums of 38 digits at most, of which one is rounded: the last.
    let change = Number.exactSum(magnitude, raises ? missing : rest, exponent, isAdded: raises)
    return isNegative ? change?.negated : change
  }

  /// The magnitude's remainder, the power of ten that it counts, and the divisor in the same unit.
  ///
  /// - Returns: `nil` where the divisor is so much greater that the number is its own remainder.
  private func remainder(of divisor: Number) -> (rest: UInt128, exponent: Int, unit: UInt128)? {
    let distance = Int(exponent) - Int(divisor.exponent)
    if distance >= 0 {
      let unit = divisor.coefficient
      let rest = Self.remainder(
        of: coefficient % unit, times: Self.remainder(ofPowerOfTen: distance, by: unit), by: unit)
      return (rest, Int(divisor.exponent), unit)
    }
    guard -distance <= PowerOfTen.greatest - divisor.coefficient.decimalDigitCount else {
      return nil
    }
    let unit = divisor.coefficient * PowerOfTen[-distance]
    return (coefficient % unit, Int(exponent), unit)
  }

  private static func remainder(
    of left: UInt128, times right: UInt128, by divisor: UInt128
  ) -> UInt128 {
    divisor.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
  }

  private static func remainder(ofPowerOfTen exponent: Int, by divisor: UInt128) -> UInt128 {
    var (result, base, rest) = (1 % divisor, 10 % divisor, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = remainder(of: result, times: base, by: divisor) }
      rest >>= 1
      if rest > 0 { base = remainder(of: base, times: base, by: divisor) }
    }
    return result
  }

  /// Whether the whole part of the quotient is odd.
  private func isOddMultiple(of step: Number) -> Bool {
    let double = Number(
      unchecked: step.coefficient * 2, exponent: Int(step.exponent), isNegative: false)
    guard let (rest, exponent, _) = remainder(of: double) else {
      return magnitude.order(to: step) >= 0
    }
    // The rest and the step in one unit: that of the finer of both, as `remainder` took it.
    let distance = Int(step.exponent) - exponent
    return rest >= step.coefficient * PowerOfTen[distance]
  }

  /// -1, 0 or 1 where twice the number is less than, equal to or greater than the other; both positive.
  private func orderOfDouble(to other: Number) -> Int {
    let double = Number(
      unchecked: coefficient * 2, exponent: Int(exponent), isNegative: false)
    return double.order(to: other)
  }

  /// number ± part x 10^exponent, rounded once; the part may have 38 digits.
  private static func exactSum(
    _ number: Number, _ part: UInt128, _ exponent: Int, isAdded: Bool
  ) -> Number? {
    let distance = Int(number.exponent) - exponent
    // Where the part has the number's own unit, or the number still fits in its unit, add directly.
    if distance == 0 || distance <= PowerOfTen.greatest - number.coefficient.decimalDigitCount {
      let whole = number.coefficient * PowerOfTen[distance]
      return nearest(isAdded ? whole + part : whole - part, exponent: exponent, isNegative: false)
    }
    // Otherwise the part is less than a step of 34 digits.
    let change = Number(unchecked: part, exponent: exponent, isNegative: !isAdded)
    return number.adding(change)
  }
}
