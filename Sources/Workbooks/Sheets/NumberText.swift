/// What `<v>` of a number may hold.
enum NumberText {
  /// Digits with perhaps a sign, a point and an exponent.
  @inline(__always)
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
    var digits = index - start
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
      digits += index - fraction
    }
    guard digits > 0 else { return false }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
      let exponent = index
      while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
      guard index > exponent else { return false }
    }
    return index == bytes.count
  }
}
