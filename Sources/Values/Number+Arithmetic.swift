extension Number {
  /// The number nearest to ±coefficient x 10^exponent, half to even.
  ///
  /// `isMore` says that a positive part below the last digit of `coefficient` was left out;
  /// the coefficient must then have 35 digits or more.
  ///
  /// - Returns: `nil` where the number is too large; zero where it is too small.
  static func nearest(
    _ coefficient: UInt128, exponent: Int, isNegative: Bool, isMore: Bool = false
  ) -> Number? {
    // Nothing to cut: the common case.
    if coefficient < PowerOfTen.limit, coefficient != 0, exponent >= leastExponent,
      exponent <= greatestExponent
    {
      return Number(unchecked: coefficient, exponent: exponent, isNegative: isNegative)
    }
    var (coefficient, exponent) = (coefficient, exponent)
    let digits = coefficient.decimalDigitCount
    let cut = max(digits - maximumDigits, leastExponent - exponent)
    if cut > min(digits, PowerOfTen.greatest) { return .zero }
    if cut > 0 {
      let (quotient, remainder) = coefficient.dividedByPowerOfTen(cut)
      let half = PowerOfTen[cut] >> 1
      let roundsUp =
        remainder > half || (remainder == half && (isMore || quotient & 1 == 1))
      coefficient = quotient + (roundsUp ? 1 : 0)
      exponent += cut
      if coefficient == PowerOfTen[maximumDigits] {
        (coefficient, exponent) = (PowerOfTen[maximumDigits - 1], exponent + 1)
      }
    }
    guard coefficient != 0 else { return .zero }
    if exponent > greatestExponent {
      let shift = exponent - greatestExponent
      guard shift <= maximumDigits - coefficient.decimalDigitCount else { return nil }
      (coefficient, exponent) = (coefficient * PowerOfTen[shift], greatestExponent)
    }
    return Number(unchecked: coefficient, exponent: exponent, isNegative: isNegative)
  }

  /// - Returns: `nil` where the sum is too large.
  package func adding(_ other: Number) -> Number? {
    if exponent == other.exponent {
      return Self.sum(
        of: coefficient, isNegative, other.coefficient, other.isNegative, Int(exponent))
    }
    return exponent > other.exponent
      ? addingFiner(other) : other.addingFiner(self)
  }

  /// - Returns: `nil` where the difference is too large.
  package func subtracting(_ other: Number) -> Number? {
    adding(other.negated)
  }

  /// The sum with a number of lesser exponent.
  private func addingFiner(_ finer: Number) -> Number? {
    guard coefficient != 0 else { return finer }
    guard finer.coefficient != 0 else { return self }
    let distance = Int(exponent) - Int(finer.exponent)
    // 38 digits of the coarser number leave at least three digits below the 34 that are kept.
    let room = PowerOfTen.greatest - coefficient.decimalDigitCount
    if distance <= room {
      return Self.sum(
        of: coefficient * PowerOfTen[distance], isNegative,
        finer.coefficient, finer.isNegative, Int(finer.exponent))
    }
    let drop = distance - room
    let coarse = coefficient * PowerOfTen[room]
    let (fine, rest) =
      drop > PowerOfTen.greatest
      ? (0, finer.coefficient)
      : finer.coefficient.quotientAndRemainder(dividingBy: PowerOfTen[drop])
    let isMore = rest != 0
    let total =
      isNegative == finer.isNegative ? coarse + fine : coarse - fine - (isMore ? 1 : 0)
    return .nearest(
      total, exponent: Int(exponent) - room, isNegative: isNegative, isMore: isMore)
  }

  private static func sum(
    of left: UInt128, _ leftIsNegative: Bool, _ right: UInt128, _ rightIsNegative: Bool,
    _ exponent: Int
  ) -> Number? {
    let (total, isNegative) =
      leftIsNegative == rightIsNegative
      ? (left + right, leftIsNegative)
      : left >= right ? (left - right, leftIsNegative) : (right - left, rightIsNegative)
    if total < PowerOfTen[maximumDigits] {
      return Number(
        unchecked: total, exponent: exponent, isNegative: isNegative && total != 0)
    }
    return .nearest(total, exponent: exponent, isNegative: isNegative)
  }

  /// Coefficients with a lesser high word have 34 digits at most: 10^34 / 2^64, rounded down.
  private static let highWordOfLimit: UInt64 = 542_101_086_242_752

  /// - Returns: `nil` where the product is too large.
  package func multiplied(by other: Number) -> Number? {
    let isNegative = self.isNegative != other.isNegative
    let exponent = Int(self.exponent) + Int(other.exponent)
    if let left = UInt64(exactly: coefficient), let right = UInt64(exactly: other.coefficient) {
      let (high, low) = left.multipliedFullWidth(by: right)
      let product = UInt128(high) << 64 | UInt128(low)
      if high < Self.highWordOfLimit, product != 0,
        exponent >= Self.leastExponent, exponent <= Self.greatestExponent
      {
        return Number(unchecked: product, exponent: exponent, isNegative: isNegative)
      }
      return .nearest(product, exponent: exponent, isNegative: isNegative)
    }
    let (high, low) = coefficient.multipliedFullWidth(by: other.coefficient)
    if high == 0 {
      if low < PowerOfTen[Self.maximumDigits], low != 0,
        exponent >= Self.leastExponent, exponent <= Self.greatestExponent
      {
        return Number(unchecked: low, exponent: exponent, isNegative: isNegative)
      }
      return .nearest(low, exponent: exponent, isNegative: isNegative)
    }
    // The product has this many digits or one less; 35 or 36 are kept.
    let digits = coefficient.decimalDigitCount + other.coefficient.decimalDigitCount
    let cut = digits - 36
    let (quotient, remainder) = PowerOfTen[cut].dividingFullWidth((high, low))
    return .nearest(
      quotient, exponent: exponent + cut, isNegative: isNegative, isMore: remainder != 0)
  }

  /// - Returns: `nil` where the divisor is zero or the quotient too large.
  package func divided(by other: Number) -> Number? {
    guard other.coefficient != 0 else { return nil }
    guard coefficient != 0 else { return .zero }
    let isNegative = self.isNegative != other.isNegative
    let exponent = Int(self.exponent) - Int(other.exponent)
    if let left = UInt64(exactly: coefficient), let right = UInt64(exactly: other.coefficient) {
      return Self.quotient(of: left, by: right, exponent: exponent, isNegative: isNegative)
    }
    if let right = UInt64(exactly: other.coefficient) {
      return Self.quotient(of: coefficient, by: right, exponent: exponent, isNegative: isNegative)
    }
    // 34 digits times 10^(digits of the divisor + 1) over the divisor: 35 or 36 digits.
    let widen = Self.maximumDigits - coefficient.decimalDigitCount
    let more = other.coefficient.decimalDigitCount + 1
    let wide = (coefficient * PowerOfTen[widen]).multipliedFullWidth(by: PowerOfTen[more])
    let (quotient, remainder) = other.coefficient.dividingFullWidth(wide)
    return .nearest(
      quotient, exponent: exponent - widen - more, isNegative: isNegative, isMore: remainder != 0)
  }

  /// The quotient of a long coefficient by a small one, word by word.
  private static func quotient(
    of left: UInt128, by right: UInt64, exponent: Int, isNegative: Bool
  ) -> Number? {
    // 35 or 36 digits, as in the general case.
    let shift = 1 + maximumDigits - left.decimalDigitCount + right.decimalDigitCount
    // The coefficient has 20 digits or more: it is scaled by 10^36 at most, in two steps below 2^64.
    let (first, second) = (shift / 2, shift - shift / 2)
    var words = WideWord(left)
    words.multiply(by: PowerOfTen.small[first])
    words.multiply(by: PowerOfTen.small[second])
    let remainder = words.divide(by: right)
    guard let quotient = words.whole else { return nil }
    return .nearest(
      quotient, exponent: exponent - shift, isNegative: isNegative, isMore: remainder != 0)
  }

  /// The quotient of small coefficients by two divisions of 128 by 64 bits.
  private static func quotient(
    of left: UInt64, by right: UInt64, exponent: Int, isNegative: Bool
  ) -> Number? {
    let whole = left.quotientAndRemainder(dividingBy: right)
    if whole.remainder == 0 {
      return .nearest(UInt128(whole.quotient), exponent: exponent, isNegative: isNegative)
    }
    // The quotient is to have 34 digits: one more where the divisor's digits, as many of them, are more.
    let (leftDigits, rightDigits) = (left.decimalDigitCount, right.decimalDigitCount)
    let aligned = leftDigits - rightDigits
    let isLess =
      aligned >= 0
      ? UInt128(left) < right.multiplied(byPowerOfTen: aligned)
      : left.multiplied(byPowerOfTen: -aligned) < UInt128(right)
    let shift = maximumDigits - (isLess ? 0 : 1) - aligned
    // The first division gives at most 17 digits where it is scaled.
    let firstShift = max(0, shift - 19)
    let scaled = UInt128(left) * PowerOfTen[firstShift]
    let first = right.dividingFullWidth(
      (UInt64(truncatingIfNeeded: scaled >> 64), UInt64(truncatingIfNeeded: scaled)))
    if first.remainder == 0 {
      return shortened(first.quotient, exponent: exponent - firstShift, isNegative: isNegative)
    }
    let secondShift = shift - firstShift
    let second = right.dividingFullWidth(
      first.remainder.multipliedFullWidth(by: PowerOfTen.small[secondShift]))
    var quotient = PowerOfTen.product(first.quotient, PowerOfTen.small[secondShift])
    quotient += UInt128(second.quotient)
    let missing = right - second.remainder
    if second.remainder > missing || (second.remainder == missing && quotient & 1 == 1) {
      quotient += 1
    }
    return .nearest(quotient, exponent: exponent - shift, isNegative: isNegative)
  }

  /// Without the zeros that scaling put at the end: small coefficients keep later steps fast.
  private static func shortened(
    _ coefficient: UInt64, exponent: Int, isNegative: Bool
  ) -> Number? {
    var (coefficient, exponent) = (coefficient, exponent)
    while coefficient & 1 == 0 {
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      (coefficient, exponent) = (quotient, exponent + 1)
    }
    return .nearest(UInt128(coefficient), exponent: exponent, isNegative: isNegative)
  }
}
