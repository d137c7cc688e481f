import Values

/// Days and times that a cell of type `d` writes out.
///
/// - Source: ECMA-376 Part 1, 18.18.11: a date, a time or both of ISO 8601.
enum ISOTime {
  /// Appends the day or time in the form in which serial numbers are written.
  ///
  /// - Returns: `nil` for what is none.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as meaning: NumberMeaning, to text: inout [UInt8]
  ) -> SheetCell.Kind? {
    var rest = bytes.text[...]
    if rest.hasSuffix("Z") { rest.removeLast() }
    var day: Substring?
    if rest.utf8.count >= 10, isDate(rest.prefix(10)) {
      day = rest.prefix(10)
      rest = rest.dropFirst(10)
      if rest.hasPrefix("T") || rest.hasPrefix(" ") { rest = rest.dropFirst() }
    }
    var time: Int?
    if !rest.isEmpty {
      guard let read = milliseconds(rest) else { return nil }
      time = read
    }
    guard day != nil || time != nil else { return nil }
    if let day { text += day.utf8 }
    guard let time, day == nil || meaning != .date || time != 0 else { return .date }
    if day != nil { text.append(UInt8(ascii: "T")) }
    SerialTime.writeTime(time, to: &text)
    return day == nil ? .time : .dateTime
  }

  private static func isDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy(isDigits),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }

  /// `08:30`, `08:30:15.25`.
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      isDigits(parts[0]), isDigits(parts[1]), let hours = Int(parts[0]), hours <= 24,
      let minutes = Int(parts[1]), minutes < 60
    else { return nil }
    var milliseconds = (hours * 60 + minutes) * 60_000
    if parts.count == 3 {
      guard parts[2].utf8.first.map({ (0x30...0x39).contains($0) }) ?? false,
        let seconds = Number(parts[2]), seconds < 61,
        let rounded = seconds.multiplied(by: 1000)?.rounded(toScale: 0, .halfUp)?.intValue
      else { return nil }
      milliseconds += rounded
    }
    return milliseconds
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
