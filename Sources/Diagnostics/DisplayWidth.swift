/// How many columns of a terminal a text takes: wide East Asian characters take two, marks none.
///
/// - Source: Unicode Standard Annex 11, East Asian Width; the ranges are those of W and F.
package func displayWidth(of text: some StringProtocol) -> Int {
  var width = 0
  for scalar in text.unicodeScalars { width += displayWidth(of: scalar) }
  return width
}

package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || value == 0x7F ? 0 : 1 }
  if combining.contains(where: { $0.contains(value) }) { return 0 }
  return wide.contains(where: { $0.contains(value) }) ? 2 : 1
}

/// `text` followed by the spaces that fill `width` columns; a longer text stays whole.
package func padded(_ text: String, to width: Int, alignedRight: Bool = false) -> String {
  let missing = max(0, width - displayWidth(of: text))
  let spaces = String(repeating: " ", count: missing)
  return alignedRight ? spaces + text : text + spaces
}

private let combining: [ClosedRange<UInt32>] = [
  0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
  0x302A...0x302F, 0x3099...0x309A, 0xE0100...0xE01EF,
]

private let wide: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
  0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
  0x20000...0x3FFFD,
]
