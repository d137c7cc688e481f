/// A natural number without bound, for the few steps that need more than 128 bits.
struct BigNatural: Sendable, Hashable {
  typealias Limb = UInt64

  /// Least first; the last is not zero.
  private(set) var limbs: [Limb]

  static let zero = BigNatural(limbs: [])

  init(limbs: [Limb]) {
    self.limbs = limbs
    trim()
  }

  init(_ value: UInt128) {
    self.init(limbs: [Limb(truncatingIfNeeded: value), Limb(truncatingIfNeeded: value >> 64)])
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }

  /// Bits without leading zeros; 0 has none.
  var bitCount: Int {
    limbs.last.map { limbs.count * Limb.bitWidth - $0.leadingZeroBitCount } ?? 0
  }

  /// Zeros at the end; 0 has none.
  var trailingZeroBitCount: Int {
    guard let first = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return first * Limb.bitWidth + limbs[first].trailingZeroBitCount
  }

  /// The lowest 128 bits.
  var low: UInt128 {
    var value: UInt128 = 0
    for (index, limb) in limbs.prefix(2).enumerated() { value |= UInt128(limb) << (64 * index) }
    return value
  }

  func order(to other: BigNatural) -> Int {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
    for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
      return limbs[index] < other.limbs[index] ? -1 : 1
    }
    return 0
  }

  static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout BigNatural, right: BigNatural) {
    let missing = right.limbs.count - left.limbs.count
    if missing > 0 { left.limbs += [Limb](repeating: 0, count: missing) }
    var carry = false
    for index in left.limbs.indices {
      let addend = index < right.limbs.count ? right.limbs[index] : 0
      if !carry, index >= right.limbs.count { break }
      let (partial, first) = left.limbs[index].addingReportingOverflow(addend)
      let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      left.limbs[index] = total
      carry = first || second
    }
    if carry { left.limbs.append(1) }
  }

  static func + (left: BigNatural, right: UInt128) -> BigNatural {
    left + BigNatural(right)
  }

  /// The difference; the right side is not the greater one.
  static func - (left: BigNatural, right: BigNatural) -> BigNatural {
    precondition(left.order(to: right) >= 0, "a natural number has no negative")
    var difference = left.limbs
    var borrow = false
    for index in difference.indices {
      let subtrahend = index < right.limbs.count ? right.limbs[index] : 0
      if !borrow, index >= right.limbs.count { break }
      let (partial, first) = difference[index].subtractingReportingOverflow(subtrahend)
      let (rest, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      difference[index] = rest
      borrow = first || second
    }
    return BigNatural(limbs: difference)
  }

  static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    guard !left.isZero, !right.isZero else { return .zero }
    let count = right.limbs.count
    var product = [Limb](repeating: 0, count: left.limbs.count + count)
    var offset = 0
    for factor in left.limbs {
      var carry: Limb = 0
      var index = 0
      while index < count {
        // At most (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1: the upper half has room for both carries.
        let (high, low) = factor.multipliedFullWidth(by: right.limbs[index])
        let (partial, first) = low.addingReportingOverflow(product[offset + index])
        let (total, second) = partial.addingReportingOverflow(carry)
        product[offset + index] = total
        carry = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
        index += 1
      }
      product[offset + count] = carry
      offset += 1
    }
    return BigNatural(limbs: product)
  }

  static func << (left: BigNatural, count: Int) -> BigNatural {
    guard count >= 0 else { return left >> -count }
    guard !left.isZero, count > 0 else { return left }
    let (whole, bits) = count.quotientAndRemainder(dividingBy: Limb.bitWidth)
    var shifted = [Limb](repeating: 0, count: whole)
    shifted.reserveCapacity(whole + left.limbs.count + 1)
    var carry: Limb = 0
    for limb in left.limbs {
      shifted.append(limb << Limb(bits) | carry)
      carry = bits == 0 ? 0 : limb >> Limb(Limb.bitWidth - bits)
    }
    shifted.append(carry)
    return BigNatural(limbs: shifted)
  }

  static func >> (left: BigNatural, count: Int) -> BigNatural {
    guard count >= 0 else { return left << -count }
    var shifted = left
    shifted.drop(count)
    return shifted
  }

  /// Drops so many of the lowest bits, in place.
  mutating func drop(_ count: Int) {
    let (whole, bits) = count.quotientAndRemainder(dividingBy: Limb.bitWidth)
    limbs.removeFirst(min(whole, limbs.count))
    if bits > 0 {
      for index in limbs.indices {
        let above = index + 1 < limbs.count ? limbs[index + 1] : 0
        limbs[index] = limbs[index] >> Limb(bits) | above << Limb(Limb.bitWidth - bits)
      }
    }
    trim()
  }

  /// Divides in place; the divisor is not zero.
  ///
  /// - Returns: the remainder.
  @discardableResult
  mutating func divide(by divisor: Limb) -> Limb {
    var remainder: Limb = 0
    for index in limbs.indices.reversed() {
      (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    trim()
    return remainder
  }
}
