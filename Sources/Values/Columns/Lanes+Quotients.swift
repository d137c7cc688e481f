extension Lanes {
  /// Quotients of integers, cut towards zero; zero where the divisor is zero.
  package static func quotient(
    _ left: Integer, _ right: Integer, into result: Integers, _ count: Int
  ) {
    switch (left, right) {
    case (_, .all(0)): result.update(repeating: 0, count: count)
    case (.each(let left), .all(let right)):
      let divisor = Divisor(right.magnitude)
      for lane in 0..<count {
        let quotient = Int64(bitPattern: divisor.quotient(of: left[lane].magnitude))
        result[lane] = (left[lane] ^ right) < 0 ? 0 &- quotient : quotient
      }
    case (.each(let left), .each(let right)):
      for lane in 0..<count { result[lane] = quotient(left[lane], right[lane]) }
    case (.all(let left), .each(let right)):
      for lane in 0..<count { result[lane] = quotient(left, right[lane]) }
    case (.all(let left), .all(let right)):
      result.update(repeating: quotient(left, right), count: count)
    }
  }

  @inline(__always)
  private static func quotient(_ left: Int64, _ right: Int64) -> Int64 {
    let divisor = right.magnitude
    let quotient = Int64(bitPattern: left.magnitude / max(divisor, 1))
    return divisor == 0 ? 0 : (left ^ right) < 0 ? 0 &- quotient : quotient
  }

  /// How many whole `unit`s there are in numbers that lie within `error` of integers, rounded by `mode`.
  ///
  /// A lane of `mask` falls out where two numbers so near would be rounded apart. The unit is positive, and
  /// integers and unit lie below 2^62, so that half a unit more stays below 2^63.
  package static func units(
    of integers: UnsafePointer<Int64>, each unit: Int64, error: Int64, _ mode: RoundingMode,
    within mask: Mask?, into result: Integers, fallen: Mask, _ count: Int
  ) {
    let divisor = Divisor(unit.magnitude)
    // Rounding turns in the middle between two units, or at each of them; the half of an odd unit is cut.
    let shift =
      switch mode {
      case .halfEven, .halfUp, .halfDown: unit / 2
      case .up, .down, .floor, .ceiling: Int64(0)
      }
    let (least, greatest) = (error + 1, unit - error - 1)
    let (raisesPositive, raisesNegative): (Int64, Int64) =
      switch mode {
      case .halfEven, .halfUp, .halfDown, .floor: (0, 0)
      case .ceiling: (1, 1)
      case .up: (1, 0)
      case .down: (0, 1)
      }
    for lane in 0..<count {
      let moved = integers[lane] &+ shift
      // Of what is negative the quotient is that of its complement: -1 - x / u is the whole unit below.
      let sign = moved >> 63
      let cut = Int64(bitPattern: divisor.quotient(of: UInt64(bitPattern: moved ^ sign)))
      let below = cut ^ sign
      let rest = moved &- below &* unit
      result[lane] = below &+ (moved < 0 ? raisesNegative : raisesPositive)
      let isOpen = rest <= least || rest >= greatest
      fallen[lane] |= (isOpen ? 1 : 0) & (mask?[lane] ?? 1)
    }
  }

  /// A divisor of many integers below 2^63, by a product instead of a division.
  struct Divisor {
    private let divisor: UInt64
    /// 2^64 / divisor, and less than one more.
    private let reciprocal: UInt64

    /// The divisor is not zero.
    init(_ divisor: UInt64) {
      self.divisor = divisor
      reciprocal = divisor == 1 ? 0 : UInt64.max / divisor + 1
    }

    /// The product is too large by less than n / 2^64, so the quotient by no more than one.
    @inline(__always)
    func quotient(of integer: UInt64) -> UInt64 {
      if divisor == 1 { return integer }
      let estimate = integer.multipliedFullWidth(by: reciprocal).high
      return estimate &* divisor > integer ? estimate &- 1 : estimate
    }
  }
}
