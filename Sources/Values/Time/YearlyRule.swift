/// When clocks change in every year from now on.
///
/// - Source: POSIX.1-2017, section 8.3, variable TZ, with the extended hours of RFC 8536, section 3.3.1.
struct YearlyRule: Sendable {
  /// A day of a year, and the second of it by the clock before the change.
  struct Change: Sendable {
    enum Day: Sendable {
      /// 1 to 365, February 29 never counted.
      case julian(Int)
      /// 0 to 365, February 29 counted.
      case ordinal(Int)
      /// The week is 1 to 5, 5 for the last; the weekday 0 for Sunday.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    let day: Day
    let second: Int

    /// Seconds since 1970-01-01T00:00:00 by the clock before the change.
    func localSecond(in year: Int) -> Int? {
      dayNumber(in: year).map { $0 * 86_400 + second }
    }

    private func dayNumber(in year: Int) -> Int? {
      guard let start = CalendarDate(year: year, month: 1, day: 1)?.dayNumber else { return nil }
      switch day {
      case .julian(let number):
        return start + number - 1 + (CalendarDate.isLeap(year: year) && number > 59 ? 1 : 0)
      case .ordinal(let number): return start + number
      case .weekday(let month, let week, let weekday):
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let offset = (weekday - first.weekday % 7).flooredRemainder(by: 7) + (week - 1) * 7
        let length = CalendarDate.dayCount(year: year, month: month)
        return first.dayNumber + (offset < length ? offset : offset - 7)
      }
    }
  }

  let standard: Int
  let summer: (offset: Int, start: Change, end: Change)?

  func offset(atInstant instant: Int) -> Int {
    guard let summer,
      let date = CalendarDate(dayNumber: (instant + standard).flooredQuotient(by: 86_400)),
      let start = summer.start.localSecond(in: Int(date.year)),
      let end = summer.end.localSecond(in: Int(date.year))
    else { return standard }
    let (begins, ends) = (start - standard, end - summer.offset)
    let isSummer =
      begins < ends ? instant >= begins && instant < ends : instant >= begins || instant < ends
    return isSummer ? summer.offset : standard
  }
}

extension YearlyRule {
  /// Reads `CET-1CEST,M3.5.0,M10.5.0/3`.
  init?(_ text: String) {
    var scanner = YearlyRuleScanner(text)
    guard scanner.skipName(), let standard = scanner.scanTime() else { return nil }
    self.standard = -standard
    guard !scanner.isAtEnd else {
      summer = nil
      return
    }
    guard scanner.skipName() else { return nil }
    var offset = self.standard + 3_600
    if !scanner.skip(",") {
      guard let written = scanner.scanTime(), scanner.skip(",") else { return nil }
      offset = -written
    }
    guard let start = scanner.scanChange(), scanner.skip(","), let end = scanner.scanChange(),
      scanner.isAtEnd
    else { return nil }
    summer = (offset, start, end)
  }
}

private struct YearlyRuleScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Character) -> Bool {
    guard let first = rest.first, first == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  /// `CET` or `<+0330>`.
  mutating func skipName() -> Bool {
    let isQuoted = skip("<")
    let count = rest.count
    while let byte = rest.first, byte != UInt8(ascii: ">") {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      guard isQuoted || isLetter else { break }
      rest.removeFirst()
    }
    return rest.count < count && (!isQuoted || skip(">"))
  }

  private mutating func scanNumber() -> Int? {
    var (number, count) = (0, 0)
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      guard count < 4 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      rest.removeFirst()
      count += 1
    }
    return count > 0 ? number : nil
  }

  /// `-1`, `+03:30`, `2:00:00`, in seconds.
  mutating func scanTime() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = scanNumber(), hours <= 167 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where skip(":") {
      guard let number = scanNumber(), number <= 59 else { return nil }
      seconds += number * unit
    }
    return isNegative ? -seconds : seconds
  }

  mutating func scanChange() -> YearlyRule.Change? {
    guard let day = scanDay() else { return nil }
    guard skip("/") else { return YearlyRule.Change(day: day, second: 7_200) }
    return scanTime().map { YearlyRule.Change(day: day, second: $0) }
  }

  private mutating func scanDay() -> YearlyRule.Change.Day? {
    if skip("M") {
      guard let month = scanNumber(), (1...12).contains(month), skip("."),
        let week = scanNumber(), (1...5).contains(week), skip("."),
        let weekday = scanNumber(), (0...6).contains(weekday)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if skip("J") {
      return scanNumber().flatMap { (1...365).contains($0) ? .julian($0) : nil }
    }
    return scanNumber().flatMap { (0...365).contains($0) ? .ordinal($0) : nil }
  }
}
