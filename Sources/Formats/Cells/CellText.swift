/// The letters of a cell without blanks around, full-width ones made half-width.
///
/// Not NFKC: that would turn `5²` into 52.
struct CellText {
  private(set) var bytes: [UInt8]
  private(set) var wasFullWidth = false

  init(_ written: UnsafeBufferPointer<UInt8>) {
    guard written.contains(where: { $0 >= 0x80 }) else {
      bytes = Array(written)
      trim()
      return
    }
    bytes = []
    for scalar in String(decoding: written, as: UTF8.self).unicodeScalars {
      append(scalar)
    }
    trim()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xFF01...0xFF5E:  // ！ to ～
      bytes.append(UInt8(scalar.value - 0xFF01 + 0x21))
      wasFullWidth = true
    case 0xFFE5: bytes.append(contentsOf: [0xC2, 0xA5])  // ￥ as ¥
    case 0x2212: bytes.append(0x2D)  // the minus sign of typesetters
    case 0xFEFF, 0x200B: break
    default:
      if scalar.properties.isWhitespace {
        bytes.append(0x20)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private mutating func trim() {
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeFirst(bytes.prefix { $0 <= 0x20 }.count)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
