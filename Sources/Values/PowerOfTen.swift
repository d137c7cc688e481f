/// Powers of ten that fit a machine integer.
enum PowerOfTen {
  /// 10^0 to 10^19.
  static let small: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10^0 to 10^38: the greatest that 128 bits hold.
  private static let large: [UInt128] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
    10_000_000_000_000_000_000,
    100_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000_000_000_000_000,
    1_000_000_000_000_000_000_000_000_000_000_000_000,
    10_000_000_000_000_000_000_000_000_000_000_000_000,
    100_000_000_000_000_000_000_000_000_000_000_000_000,
  ]

  static let greatest = 38

  /// 10^34: coefficients lie below.
  static let limit: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000

  /// The product of two words.
  static func product(_ left: UInt64, _ right: UInt64) -> UInt128 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return UInt128(high) << 64 | UInt128(low)
  }

  static subscript(_ exponent: Int) -> UInt128 {
    large[exponent]
  }
}

extension UInt128 {
  /// How many decimal digits the number has; 0 has none.
  var decimalDigitCount: Int {
    if self >> 64 == 0 { return UInt64(truncatingIfNeeded: self).decimalDigitCount }
    // 1233/4096 is log 2 from below, close enough for 128 bits.
    let estimate = ((128 - leadingZeroBitCount) * 1233) >> 12
    return estimate <= PowerOfTen.greatest && self >= PowerOfTen[estimate] ? estimate + 1 : estimate
  }

  /// Divides by 10^exponent, at most 38, a word of 64 bits at a time.
  func dividedByPowerOfTen(_ exponent: Int) -> (quotient: UInt128, remainder: UInt128) {
    if exponent <= 19 {
      let (quotient, remainder) = divided(by: PowerOfTen.small[exponent])
      return (quotient, UInt128(remainder))
    }
    let (first, low) = divided(by: PowerOfTen.small[19])
    let (quotient, high) = first.divided(by: PowerOfTen.small[exponent - 19])
    return (quotient, PowerOfTen.product(high, PowerOfTen.small[19]) + UInt128(low))
  }

  func divided(by divisor: UInt64) -> (quotient: UInt128, remainder: UInt64) {
    let (top, bottom) = (UInt64(truncatingIfNeeded: self >> 64), UInt64(truncatingIfNeeded: self))
    let high = top.quotientAndRemainder(dividingBy: divisor)
    let low = divisor.dividingFullWidth((high.remainder, bottom))
    return (UInt128(high.quotient) << 64 | UInt128(low.quotient), low.remainder)
  }

  /// `nil` where 128 bits do not hold it.
  func power(_ exponent: Int) -> UInt128? {
    var result: UInt128 = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: self)
      if overflow { return nil }
      result = product
    }
    return result
  }
}

extension UInt64 {
  /// How many decimal digits the number has; 0 has none.
  var decimalDigitCount: Int {
    let estimate = ((64 - leadingZeroBitCount) * 1233) >> 12
    return self >= PowerOfTen.small[estimate] ? estimate + 1 : estimate
  }

  /// The product with 10^exponent, at most 19.
  func multiplied(byPowerOfTen exponent: Int) -> UInt128 {
    PowerOfTen.product(self, PowerOfTen.small[exponent])
  }
}
