import Values

/// Cells in their plainest writing, as nearly all cells of a large table are; read without a copy.
///
/// Gives the same as the long way, or nothing.
enum PlainCell {
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: CellKind, _ dates: DateRule
  ) -> Value? {
    switch kind {
    case .number:
      guard let first = bytes.first, isDigit(first), !hasExponent(bytes) else { return nil }
      return Number(utf8: bytes).map(Value.number)
    case .string: return isTrimmed(bytes) ? .string(String(decoding: bytes, as: UTF8.self)) : nil
    case .boolean: return boolean(bytes).map(Value.boolean)
    case .date:
      guard let date = date(bytes), dates.admits(date) else { return nil }
      return .date(date)
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration: return nil
    }
  }

  private static func hasExponent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 | 0x20 == UInt8(ascii: "e") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  /// No blank of any kind at either end; doubtful bytes count as blank.
  static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else {
      return false
    }
    switch first {
    case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
    default: break
    }
    if last < 0x80 { return last != 0x7F }
    guard bytes.count >= 3 else { return false }
    switch bytes[bytes.count - 3] {
    case 0xE1, 0xE2, 0xE3, 0xEF: return false
    default: return bytes[bytes.count - 2] != 0xC2
    }
  }

  private static func boolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch bytes.count {
    case 1: bytes[0] == 0x31 ? true : bytes[0] == 0x30 ? false : nil
    case 3: matches(bytes, "是") ? true : matches(bytes, "否") ? false : nil
    case 4: matches(bytes, "true") ? true : nil
    case 5: matches(bytes, "false") ? false : nil
    default: nil
    }
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// `2024-03-01`.
  private static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var parts = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      guard isDigit(bytes[index]) else { return nil }
      let digit = Int(bytes[index] &- 0x30)
      switch index {
      case 0..<4: parts.0 = parts.0 * 10 + digit
      case 5, 6: parts.1 = parts.1 * 10 + digit
      default: parts.2 = parts.2 * 10 + digit
      }
    }
    return CalendarDate(year: parts.0, month: parts.1, day: parts.2)
  }
}
