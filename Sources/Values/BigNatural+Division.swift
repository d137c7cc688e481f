extension BigNatural {
  /// Quotient and remainder; the divisor is not zero.
  ///
  /// - Source: Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm D.
  func quotientAndRemainder(
    dividingBy divisor: BigNatural
  ) -> (quotient: BigNatural, remainder: BigNatural) {
    precondition(!divisor.isZero, "division by zero is for the caller to refuse")
    if order(to: divisor) < 0 { return (.zero, self) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.limbs[0])
      return (quotient, BigNatural(UInt128(remainder)))
    }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let lower = (divisor << shift).limbs
    var upper = (self << shift).limbs
    upper += [Limb](repeating: 0, count: limbs.count + 1 - upper.count)
    let count = lower.count
    var quotient = [Limb](repeating: 0, count: upper.count - count)
    for place in quotient.indices.reversed() {
      var digit = Self.estimate(upper, lower, at: place)
      if Self.subtract(lower, times: digit, from: &upper, at: place) {
        digit -= 1
        Self.addBack(lower, to: &upper, at: place)
      }
      quotient[place] = digit
    }
    return (BigNatural(limbs: quotient), BigNatural(limbs: Array(upper[..<count])) >> shift)
  }

  func quotientAndRemainder(dividingBy divisor: Limb) -> (quotient: BigNatural, remainder: Limb) {
    var quotient = self
    let remainder = quotient.divide(by: divisor)
    return (quotient, remainder)
  }

  /// The next limb of the quotient, or one more than it.
  private static func estimate(_ upper: [Limb], _ lower: [Limb], at place: Int) -> Limb {
    let count = lower.count
    let (first, second) = (lower[count - 1], lower[count - 2])
    let top = upper[place + count]
    let next = upper[place + count - 1]
    var digit: UInt128
    var rest: UInt128
    if top >= first {
      digit = UInt128(Limb.max)
      rest = UInt128(top - first) << 64 + UInt128(next) + UInt128(first)
    } else {
      let (quotient, remainder) = first.dividingFullWidth((top, next))
      (digit, rest) = (UInt128(quotient), UInt128(remainder))
    }
    while rest >> 64 == 0,
      digit * UInt128(second) > rest << 64 | UInt128(upper[place + count - 2])
    {
      digit -= 1
      rest += UInt128(first)
    }
    return Limb(truncatingIfNeeded: digit)
  }

  /// - Returns: whether the product was too large by one divisor.
  private static func subtract(
    _ lower: [Limb], times digit: Limb, from upper: inout [Limb], at place: Int
  ) -> Bool {
    var carry: Limb = 0
    var borrow = false
    for index in lower.indices {
      let product = UInt128(digit) * UInt128(lower[index]) + UInt128(carry)
      carry = Limb(truncatingIfNeeded: product >> 64)
      let (partial, first) = upper[place + index]
        .subtractingReportingOverflow(Limb(truncatingIfNeeded: product))
      let (rest, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      upper[place + index] = rest
      borrow = first || second
    }
    let top = place + lower.count
    let (partial, first) = upper[top].subtractingReportingOverflow(carry)
    let (rest, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
    upper[top] = rest
    return first || second
  }

  private static func addBack(_ lower: [Limb], to upper: inout [Limb], at place: Int) {
    var carry: UInt128 = 0
    for index in lower.indices {
      let sum = UInt128(upper[place + index]) + UInt128(lower[index]) + carry
      upper[place + index] = Limb(truncatingIfNeeded: sum)
      carry = sum >> 64
    }
    upper[place + lower.count] = upper[place + lower.count] &+ Limb(carry)
  }
}
