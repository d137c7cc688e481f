/// A number as most cells write it: digits, perhaps a minus and a point; coefficient x 10^-decimals.
///
/// Gives what `CellReader` gives, or nothing.
struct PlainNumber {
  let coefficient: Int64
  let decimals: Int

  /// Digits that 63 bits hold.
  private static let mostDigits = 18

  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
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

  static let powersOfTen: [Int64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
