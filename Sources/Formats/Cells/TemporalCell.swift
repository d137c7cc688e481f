import Values

/// Dates, times and durations of cells: `2024-03-01`, `2024/3/1`, `2024.3.1`, `2024年3月1日`; ISO 8601 for the rest.
struct TemporalCell {
  private let rule: DateRule

  init(_ rule: DateRule) {
    self.rule = rule
  }

  func read(_ cell: CellText, _ kind: CellKind) -> CellReading {
    var scanner = CellScanner(cell.bytes)
    let notes: CellNotes = cell.wasFullWidth ? [.fullWidth] : []
    switch kind {
    case .date:
      switch readDate(&scanner) {
      case .date(let date) where scanner.isAtEnd || passMidnight(&scanner):
        return rule.admits(date) ? .value(.date(date), notes) : .mismatch(.implausibleYear)
      case .fault(let mismatch) where scanner.isAtEnd || passMidnight(&scanner):
        return .mismatch(mismatch)
      default: return .mismatch(.notADate)
      }
    case .time:
      guard let time = Self.readTime(&scanner), scanner.isAtEnd else {
        return .mismatch(.notATime)
      }
      return .value(.time(time), notes)
    case .dateTime:
      switch readDate(&scanner) {
      case .date(let date):
        guard scanner.pass("T") || scanner.pass(" "), let time = Self.readTime(&scanner),
          scanner.isAtEnd
        else { return .mismatch(.notADateTime) }
        return rule.admits(date)
          ? .value(.dateTime(DateTime(date, time)), notes) : .mismatch(.implausibleYear)
      case .fault(.dayOrMonth): return .mismatch(.dayOrMonth)
      case .fault: return .mismatch(.notADateTime)
      }
    // The same as the literal, and by the same reader.
    case .yearMonthDuration:
      return YearMonthDuration(cell.text).map { .value(.yearMonthDuration($0), notes) }
        ?? .mismatch(.notADuration)
    default:
      return DayTimeDuration(cell.text).map { .value(.dayTimeDuration($0), notes) }
        ?? .mismatch(.notADuration)
    }
  }

  private enum Day {
    case date(CalendarDate)
    case fault(CellMismatch)

    init(_ year: Int, _ month: Int, _ day: Int) {
      self = CalendarDate(year: year, month: month, day: day).map(Day.date) ?? .fault(.noSuchDay)
    }
  }

  /// What a spreadsheet adds to a day: `00:00:00`.
  private func passMidnight(_ scanner: inout CellScanner) -> Bool {
    guard scanner.pass("T") || scanner.pass(" "), let time = Self.readTime(&scanner),
      scanner.isAtEnd
    else { return false }
    return time.zone == nil && time.hour == 0 && time.minute == 0 && time.second == 0
      && time.nanosecond == 0
  }

  private static let separators = ["-", "/", "."]

  private func readDate(_ scanner: inout CellScanner) -> Day {
    guard let first = scanner.integer(digits: 1...4) else { return .fault(.notADate) }
    let isYear = first.digits == 4
    guard isYear || first.digits <= 2 else { return .fault(.notADate) }
    if isYear, scanner.pass("年") {
      guard let month = scanner.integer(digits: 1...2), scanner.pass("月") else {
        return .fault(.notADate)
      }
      if scanner.isAtEnd { return .fault(.noDay) }
      guard let day = scanner.integer(digits: 1...2), scanner.pass("日") else {
        return .fault(.notADate)
      }
      return Day(first.number, month.number, day.number)
    }
    guard let separator = Self.separators.first(where: { scanner.pass($0) }),
      let second = scanner.integer(digits: 1...2)
    else { return .fault(.notADate) }
    if isYear, scanner.isAtEnd { return .fault(.noDay) }
    guard scanner.pass(separator), let third = scanner.integer(digits: isYear ? 1...2 : 4...4)
    else { return .fault(.notADate) }
    if isYear { return Day(first.number, second.number, third.number) }
    return switch rule.order {
    case .dayFirst: Day(third.number, second.number, first.number)
    case .monthFirst: Day(third.number, first.number, second.number)
    case .yearFirst, nil: .fault(.dayOrMonth)
    }
  }

  private static func readTime(_ scanner: inout CellScanner) -> TimeOfDay? {
    guard let hour = scanner.integer(digits: 1...2)?.number, scanner.pass(":"),
      let minute = scanner.integer(digits: 2...2)?.number
    else { return nil }
    var second = 0
    var nanosecond = 0
    if scanner.pass(":") {
      guard let whole = scanner.integer(digits: 2...2)?.number else { return nil }
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
    guard let hours = ahead.integer(digits: 2...2)?.number, hours <= 18, ahead.pass(":"),
      let minutes = ahead.integer(digits: 2...2)?.number, minutes < 60
    else { return nil }
    scanner = ahead
    return .offset(seconds: sign * Int32(hours * 3600 + minutes * 60))
  }
}
