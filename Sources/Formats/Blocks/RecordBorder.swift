import Platform

/// Finds where the last whole record of some bytes ends, which begin with a record.
///
/// A quote opens a cell only where the cell begins; where no byte is a quote, every line end ends a record.
enum RecordBorder {
  /// - Returns: behind the last line end outside of quotes; 0 where there is none.
  static func last(
    in bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, isEnd: Bool
  ) -> Int {
    if isEnd { return bytes.count }
    guard let base = bytes.baseAddress else { return 0 }
    var best = 0
    var plainStart = 0
    var offset = 0
    while let quote = find(0x22, base, offset, bytes.count) {
      guard quote == 0 || isBorder(base[quote - 1], separator) else {
        offset = quote + 1
        continue
      }
      best = lastLineEnd(base, plainStart, quote) ?? best
      guard let end = closing(base, quote + 1, bytes.count) else { return best }
      plainStart = end
      offset = end
    }
    return lastLineEnd(base, plainStart, bytes.count) ?? best
  }

  /// Behind the quote that closes a cell.
  ///
  /// - Returns: `nil` where it may lie behind the bytes.
  private static func closing(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var offset = start
    while let quote = find(0x22, base, offset, count) {
      guard quote + 1 < count else { return nil }
      if base[quote + 1] != 0x22 { return quote + 1 }
      offset = quote + 2
    }
    return nil
  }

  private static func isBorder(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  /// Behind the last line end in the range; the line end of a carriage return must be seen to be whole.
  private static func lastLineEnd(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard start < end else { return nil }
    var offset = end
    while offset > start {
      if base[offset - 1] == 0x0A { return offset }
      if base[offset - 1] == 0x0D, offset < end { return offset }
      offset -= 1
    }
    return nil
  }

  private static func find(
    _ byte: UInt8, _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard start < end, let found = memchr(base + start, Int32(byte), end - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
