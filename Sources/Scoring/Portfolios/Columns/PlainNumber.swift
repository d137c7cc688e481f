/// A number as most cells write it: digits, perhaps a minus and a point; coefficient x 10^-decimals.
///
/// Gives what `CellReader` gives, or nothing.
struct PlainNumber {
  let coefficient: Int64
  let decimals: Int

  /// Digits that 63 bits hold.
  private static let mostDigits = 18

  /// Eight bytes behind the start may be read.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    // One or two digits are read sooner one by one.
    if count > 2, count <= 8, let short = Self(short: start, count) {
      self = short
      return
    }
    guard count > 0, count <= Self.mostDigits + 2 else { return nil }
    let isNegative = start[0] == 0x2D
    var offset = isNegative ? 1 : 0
    var digits: Int64 = 0
    let first = offset
    while offset < count {
      let digit = start[offset] &- 0x30
      guard digit <= 9 else { break }
      digits = digits &* 10 &+ Int64(digit)
      offset += 1
    }
    let whole = offset - first
    guard whole > 0 else { return nil }
    var decimals = 0
    if offset < count {
      guard start[offset] == 0x2E else { return nil }
      offset += 1
      let behind = offset
      while offset < count {
        let digit = start[offset] &- 0x30
        guard digit <= 9 else { return nil }
        digits = digits &* 10 &+ Int64(digit)
        offset += 1
      }
      decimals = offset - behind
      guard decimals > 0 else { return nil }
    }
    guard whole + decimals <= Self.mostDigits else { return nil }
    coefficient = isNegative ? -digits : digits
    self.decimals = decimals
  }

  /// Up to eight digits, perhaps with a point among them, looked at in one word.
  ///
  ///     12.5     12.5____ as read      ____12.5 at its end      _____125 without the point
  @inline(__always)
  private init?(short start: UnsafePointer<UInt8>, _ count: Int) {
    let read = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let shift = UInt64(64 - count * 8)
    var word = read &<< shift | zeros & ~(UInt64.max &<< shift)
    var decimals = 0
    // Bytes that are a point become zero, and the lowest of those shows by its borrow.
    let points = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let found = (points &- 0x0101_0101_0101_0101) & ~points & 0x8080_8080_8080_8080
    if found != 0 {
      let bit = UInt64(found.trailingZeroBitCount & ~7)
      decimals = 7 - Int(bit >> 3)
      guard decimals > 0, decimals < count - 1 else { return nil }
      let before = word & ~(UInt64.max &<< bit)
      let behind = word & (UInt64.max &<< (bit + 8))
      word = behind | before &<< 8 | 0x30
    }
    let digits = word ^ zeros
    guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else {
      return nil
    }
    // The first byte is the highest digit: pairs of digits, and then two and two of those at once.
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let number =
      ((pairs & mask) &* (100 &+ 1_000_000 &<< 32)
        &+ (pairs >> 16 & mask) &* (1 &+ 10_000 &<< 32)) >> 32
    coefficient = Int64(number)
    self.decimals = decimals
  }

  static let powersOfTen: [Int64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
