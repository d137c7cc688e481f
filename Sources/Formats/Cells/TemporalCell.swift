import Values

/// Dates, times and durations of cells: `2024-03-01`, `2024/3/1`, `2024年3月1日`; ISO 8601 for the rest.
enum TemporalCell {
  static func read(_ cell: CellText, _ kind: CellKind) -> CellReading {
    var scanner = CellScanner(cell.bytes)
    let notes: CellNotes = cell.wasFullWidth ? [.fullWidth] : []
    switch kind {
    case .date:
      switch readDate(&scanner) {
      case .date(let date) where scanner.isAtEnd: return .value(.date(date), notes)
      case .noSuchDay where scanner.isAtEnd: return .mismatch(.noSuchDay)
      default: return .mismatch(.notADate)
      }
    case .time:
      guard let time = readTime(&scanner), scanner.isAtEnd else { return .mismatch(.notATime) }
      return .value(.time(time), notes)
    case .dateTime:
      guard case .date(let date) = readDate(&scanner), scanner.pass("T") || scanner.pass(" "),
        let time = readTime(&scanner), scanner.isAtEnd
      else { return .mismatch(.notADateTime) }
      return .value(.dateTime(DateTime(date, time)), notes)
    case .yearMonthDuration: return readYearsAndMonths(&scanner, notes)
    default: return readDaysAndTime(&scanner, notes)
    }
  }

  private enum Day {
    case date(CalendarDate)
    case noSuchDay
    case notADate
  }

  private static func readDate(_ scanner: inout CellScanner) -> Day {
    guard let year = scanner.integer(digits: 4...4) else { return .notADate }
    let separators =
      scanner.pass("-")
      ? ("-", "") : scanner.pass("/") ? ("/", "") : scanner.pass("年") ? ("月", "日") : nil
    guard let separators, let month = scanner.integer(digits: 1...2), scanner.pass(separators.0),
      let day = scanner.integer(digits: 1...2), scanner.pass(separators.1)
    else { return .notADate }
    return CalendarDate(year: year, month: month, day: day).map(Day.date) ?? .noSuchDay
  }

  private static func readTime(_ scanner: inout CellScanner) -> TimeOfDay? {
    guard let hour = scanner.integer(digits: 1...2), scanner.pass(":"),
      let minute = scanner.integer(digits: 2...2)
    else { return nil }
    var second = 0
    var nanosecond = 0
    if scanner.pass(":") {
      guard let whole = scanner.integer(digits: 2...2) else { return nil }
      second = whole
      if scanner.pass(".") {
        guard let fraction = readNanoseconds(&scanner) else { return nil }
        nanosecond = fraction
      }
    }
    let zone = readZone(&scanner)
    return TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
  }

  private static func readNanoseconds(_ scanner: inout CellScanner) -> Int? {
    let digits = scanner.digits()
    guard (1...9).contains(digits.count) else { return nil }
    let padded = Array(digits) + [UInt8](repeating: 0x30, count: 9 - digits.count)
    return padded.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A zone that is not well-formed stays where it is, so that the cell does not end.
  private static func readZone(_ scanner: inout CellScanner) -> Zone? {
    if scanner.pass("Z") { return .offset(seconds: 0) }
    var ahead = scanner
    let sign: Int32
    if ahead.pass("+") {
      sign = 1
    } else if ahead.pass("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = ahead.integer(digits: 2...2), hours <= 18, ahead.pass(":"),
      let minutes = ahead.integer(digits: 2...2), minutes < 60
    else { return nil }
    scanner = ahead
    return .offset(seconds: sign * Int32(hours * 3600 + minutes * 60))
  }

  /// Digits of a part of a duration that keep every sum inside 64 bits.
  private static let partDigits = 1...9

  private static func readYearsAndMonths(
    _ scanner: inout CellScanner, _ notes: CellNotes
  ) -> CellReading {
    let sign: Int64 = scanner.pass("-") ? -1 : 1
    guard scanner.pass("P") else { return .mismatch(.notADuration) }
    var months: Int64 = 0
    var isEmpty = true
    for (unit, size) in [("Y", Int64(12)), ("M", 1)] {
      var ahead = scanner
      guard let count = ahead.integer(digits: partDigits), ahead.pass(unit) else { continue }
      scanner = ahead
      months += Int64(count) * size
      isEmpty = false
    }
    guard !isEmpty, scanner.isAtEnd else { return .mismatch(.notADuration) }
    return .value(.yearMonthDuration(YearMonthDuration(months: sign * months)), notes)
  }

  private static func readDaysAndTime(
    _ scanner: inout CellScanner, _ notes: CellNotes
  ) -> CellReading {
    let sign: Int64 = scanner.pass("-") ? -1 : 1
    guard scanner.pass("P") else { return .mismatch(.notADuration) }
    var seconds: Int64 = 0
    var isEmpty = true
    var isTime = false
    for (unit, size) in [("D", Int64(86_400)), ("H", 3600), ("M", 60), ("S", 1)] {
      if unit == "H", scanner.pass("T") { isTime = true }
      guard unit == "D" || isTime else { break }
      var ahead = scanner
      guard let count = ahead.integer(digits: partDigits), ahead.pass(unit) else { continue }
      scanner = ahead
      seconds += Int64(count) * size
      isEmpty = false
    }
    guard !isEmpty, scanner.isAtEnd else { return .mismatch(.notADuration) }
    return .value(.dayTimeDuration(DayTimeDuration(seconds: sign * seconds)), notes)
  }
}
