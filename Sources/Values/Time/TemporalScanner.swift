/// Reads dates, times and durations as XML Schema, and so FEEL, spells them.
///
/// - Source: XML Schema 1.1 part 2, sections 3.3.6 to 3.3.9; DMN 1.5, clause 10.3.2.3 (zones after `@`).
struct TemporalScanner {
  private let bytes: [UInt8]
  private var position = 0
  private let zones: ZoneRules

  /// Longer than any of these texts needs to be.
  private static let maximumLength = 128

  init?(_ text: some StringProtocol, zones: ZoneRules = .none) {
    guard !text.isEmpty, text.utf8.count <= Self.maximumLength else { return nil }
    bytes = Array(text.utf8)
    self.zones = zones
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ character: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == character else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  private mutating func scanDigits(_ count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var number = 0
    for byte in bytes[position..<(position + count)] {
      guard let digit = Self.digit(byte) else { return nil }
      number = number * 10 + digit
    }
    position += count
    return number
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private func digitCount() -> Int {
    bytes[position...].prefix { Self.digit($0) != nil }.count
  }

  /// `2017-03-10`; a year has four digits, or up to nine without zeros before them.
  mutating func scanDate() -> CalendarDate? {
    let isNegative = skip(UInt8(ascii: "-"))
    let count = digitCount()
    guard (4...9).contains(count), count == 4 || bytes[position] != UInt8(ascii: "0"),
      let year = scanDigits(count), skip(UInt8(ascii: "-")),
      let month = scanDigits(2), skip(UInt8(ascii: "-")), let day = scanDigits(2)
    else { return nil }
    return CalendarDate(year: isNegative ? -year : year, month: month, day: day)
  }

  /// `10:30:01.5+01:00`; `24:00:00` is midnight at the end of the day.
  mutating func scanTime() -> (time: TimeOfDay, isNextDay: Bool)? {
    guard var hour = scanDigits(2), skip(UInt8(ascii: ":")),
      let minute = scanDigits(2), skip(UInt8(ascii: ":")), let second = scanDigits(2)
    else { return nil }
    var nanosecond = 0
    if skip(UInt8(ascii: ".")) {
      guard digitCount() > 0, let fraction = scanFraction() else { return nil }
      nanosecond = fraction
    }
    guard let zone = scanZone() else { return nil }
    let isNextDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    if isNextDay { hour = 0 }
    return TimeOfDay(
      hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone
    ).map { ($0, isNextDay) }
  }

  /// Up to nine digits, as nanoseconds.
  private mutating func scanFraction() -> Int? {
    let count = digitCount()
    guard count <= 9, let written = scanDigits(count) else { return nil }
    return written * Int(PowerOfTen.small[9 - count])
  }

  /// - Returns: an inner `nil` where no zone is written, an outer one where it cannot be read.
  private mutating func scanZone() -> Zone?? {
    if isAtEnd { return .some(nil) }
    if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return .utc }
    if skip(UInt8(ascii: "@")) {
      let name = String(decoding: bytes[position...], as: UTF8.self)
      position = bytes.count
      guard let zone = zones.zone(named: name) else { return nil }
      return .named(zone)
    }
    let isNegative = skip(UInt8(ascii: "-"))
    guard isNegative || skip(UInt8(ascii: "+")), let hours = scanDigits(2),
      skip(UInt8(ascii: ":")), let minutes = scanDigits(2), minutes <= 59
    else { return nil }
    var seconds = hours * 3_600 + minutes * 60
    if skip(UInt8(ascii: ":")) {
      guard let more = scanDigits(2), more <= 59 else { return nil }
      seconds += more
    }
    guard seconds <= Zone.greatestOffset else { return nil }
    return .offset(seconds: Int32(isNegative ? -seconds : seconds))
  }

  /// The parts of a duration as written: its letters and numbers in order, without `P` and `T`.
  mutating func scanDuration() -> DurationText? {
    var text = DurationText(isNegative: skip(UInt8(ascii: "-")))
    guard skip(UInt8(ascii: "P")) else { return nil }
    var isTime = false
    var order = 0
    while !isAtEnd {
      if !isTime, skip(UInt8(ascii: "T")) {
        isTime = true
        guard !isAtEnd else { return nil }
      }
      let count = digitCount()
      guard (1...18).contains(count), let number = scanDigits(count) else { return nil }
      var nanosecond = 0
      let hasFraction = skip(UInt8(ascii: "."))
      if hasFraction {
        guard let fraction = scanFraction() else { return nil }
        nanosecond = fraction
      }
      guard position < bytes.count,
        let place = DurationText.place(of: bytes[position], isTime: isTime), place >= order,
        !hasFraction || place == DurationText.seconds
      else { return nil }
      position += 1
      order = place + 1
      text.numbers[place] = number
      if hasFraction { text.nanosecond = nanosecond }
    }
    return order > 0 ? text : nil
  }
}

/// A duration as written: years, months, days, hours, minutes, seconds.
struct DurationText {
  let isNegative: Bool
  /// `nil` where a part is not written.
  var numbers = [Int?](repeating: nil, count: 6)
  var nanosecond = 0

  static let seconds = 5

  init(isNegative: Bool) {
    self.isNegative = isNegative
  }

  static func place(of letter: UInt8, isTime: Bool) -> Int? {
    switch (letter, isTime) {
    case (UInt8(ascii: "Y"), false): 0
    case (UInt8(ascii: "M"), false): 1
    case (UInt8(ascii: "D"), false): 2
    case (UInt8(ascii: "H"), true): 3
    case (UInt8(ascii: "M"), true): 4
    case (UInt8(ascii: "S"), true): seconds
    default: nil
    }
  }

  /// `nil` where days or times are written, or the number of months is too large.
  var yearMonthDuration: YearMonthDuration? {
    guard numbers[2...].allSatisfy({ $0 == nil }) else { return nil }
    let months = Int128(numbers[0] ?? 0) * 12 + Int128(numbers[1] ?? 0)
    return Int64(exactly: months).map { YearMonthDuration(months: isNegative ? -$0 : $0) }
  }

  /// `nil` where years or months are written, or the length is too large.
  var dayTimeDuration: DayTimeDuration? {
    guard numbers[..<2].allSatisfy({ $0 == nil }) else { return nil }
    var nanoseconds = Int128(nanosecond)
    for (number, unit) in zip(numbers[2...], [86_400, 3_600, 60, 1]) {
      nanoseconds += Int128(number ?? 0) * Int128(unit) * 1_000_000_000
    }
    return DayTimeDuration(nanoseconds: isNegative ? -nanoseconds : nanoseconds)
  }
}
