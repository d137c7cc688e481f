/// Whether bytes are UTF-8, without making a text of them.
enum UTF8Check {
  @inline(__always)
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80 || isValidSlowly(bytes)
  }

  /// - Source: The Unicode Standard, table 3-7.
  private static func isValidSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      let (count, low, high): (Int, UInt8, UInt8)
      switch first {
      case 0..<0x80: (count, low, high) = (1, 0x80, 0xBF)
      case 0xC2...0xDF: (count, low, high) = (2, 0x80, 0xBF)
      case 0xE0: (count, low, high) = (3, 0xA0, 0xBF)
      case 0xED: (count, low, high) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (count, low, high) = (3, 0x80, 0xBF)
      case 0xF0: (count, low, high) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (count, low, high) = (4, 0x80, 0xBF)
      case 0xF4: (count, low, high) = (4, 0x80, 0x8F)
      default: return false
      }
      guard index + count <= bytes.count else { return false }
      if count > 1, bytes[index + 1] < low || bytes[index + 1] > high { return false }
      for offset in 2..<max(count, 2) where bytes[index + offset] & 0xC0 != 0x80 { return false }
      index += count
    }
    return true
  }
}
