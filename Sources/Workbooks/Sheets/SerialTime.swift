import Values

/// Days and times as spreadsheets count them.
///
/// - Source: ECMA-376 Part 1, 18.17.4: in the system of 1900 day 1 is 1900-01-01 and day 60 the 29 February that never was;
///   in that of 1904 day 0 is 1904-01-01.
struct SerialTime {
  let isFrom1904: Bool

  /// Appends the day or time that a number means, as ISO 8601 writes it.
  ///
  /// - Returns: what was written; `number` where the number means no day, and nothing was.
  func write(
    _ number: UnsafeBufferPointer<UInt8>, as meaning: NumberMeaning, to text: inout [UInt8]
  ) -> SheetCell.Kind {
    guard let (days, milliseconds, isNegative) = Self.parts(of: number) else { return .number }
    if meaning == .duration {
      Self.writeDuration(days, milliseconds, isNegative, to: &text)
      return .duration
    }
    guard !isNegative else { return .number }
    if days == 0, meaning == .time || !isFrom1904 && meaning == .dateTime && milliseconds > 0 {
      Self.writeTime(milliseconds, to: &text)
      return .time
    }
    guard let date = date(days) else { return .number }
    Self.write(date, to: &text)
    if meaning == .date, milliseconds == 0 { return .date }
    text.append(UInt8(ascii: "T"))
    Self.writeTime(milliseconds, to: &text)
    return .dateTime
  }

  private func date(_ days: Int) -> CalendarDate? {
    if isFrom1904 { return Self.date(days, since: -24_107) }
    // 1899-12-31 up to day 59, 1899-12-30 behind the day that never was.
    if days == 0 || days == 60 { return nil }
    return Self.date(days, since: days < 60 ? -25_568 : -25_569)
  }

  private static func date(_ days: Int, since first: Int) -> CalendarDate? {
    guard days < 3_000_000, let date = CalendarDate(dayNumber: days + first), date.year <= 9999
    else { return nil }
    return date
  }

  private static let dayMilliseconds = 86_400_000

  /// Whole days and the rest of a number, rounded to milliseconds.
  private static func parts(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (days: Int, milliseconds: Int, isNegative: Bool)? {
    if bytes.count <= 7, let days = digits(bytes) { return (days, 0, false) }
    guard let number = Number(utf8: bytes) else { return nil }
    let magnitude = number.magnitude
    guard let whole = magnitude.floor(), let days = whole.intValue, days < 1_000_000_000,
      let rest = magnitude.subtracting(whole)?.multiplied(by: Number(dayMilliseconds))?
        .rounded(toScale: 0, .halfUp)?.intValue
    else { return nil }
    let isNextDay = rest >= dayMilliseconds
    return (
      isNextDay ? days + 1 : days, isNextDay ? rest - dayMilliseconds : rest, number.isNegative
    )
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return bytes.isEmpty ? nil : value
  }

  // MARK: writing

  private static func write(_ date: CalendarDate, to text: inout [UInt8]) {
    write(Int(date.year), width: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    write(Int(date.month), width: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    write(Int(date.day), width: 2, to: &text)
  }

  static func writeTime(_ milliseconds: Int, to text: inout [UInt8]) {
    let seconds = milliseconds / 1000
    write(seconds / 3600, width: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, width: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    write(seconds % 60, width: 2, to: &text)
    writeThousandths(milliseconds % 1000, to: &text)
  }

  private static func writeDuration(
    _ days: Int, _ milliseconds: Int, _ isNegative: Bool, to text: inout [UInt8]
  ) {
    let seconds = milliseconds / 1000
    if isNegative { text.append(UInt8(ascii: "-")) }
    text.append(contentsOf: "PT\(days * 24 + seconds / 3600)H\(seconds / 60 % 60)M".utf8)
    write(seconds % 60, width: 1, to: &text)
    writeThousandths(milliseconds % 1000, to: &text)
    text.append(UInt8(ascii: "S"))
  }

  private static func writeThousandths(_ thousandths: Int, to text: inout [UInt8]) {
    guard thousandths > 0 else { return }
    text.append(UInt8(ascii: "."))
    write(thousandths, width: 3, to: &text)
  }

  private static func write(_ value: Int, width: Int, to text: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<max(width, 1) { divisor *= 10 }
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }
}
