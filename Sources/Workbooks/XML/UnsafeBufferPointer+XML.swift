extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of `text`.
  @inline(__always)
  func `is`(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    var index = 0
    while index < count {
      if self[index] != text.utf8Start[index] { return false }
      index += 1
    }
    return true
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without the blanks of XML around.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var (low, high) = (0, count)
    while low < high, self[low].isXMLBlank { low += 1 }
    while high > low, self[high - 1].isXMLBlank { high -= 1 }
    return UnsafeBufferPointer(rebasing: self[low..<high])
  }
}
