extension CalendarDate {
  /// Reads `2017-03-10`.
  ///
  /// - Returns: `nil` where the text is not a date.
  package init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let date = scanner.scanDate(), scanner.isAtEnd
    else { return nil }
    self = date
  }
}

extension TimeOfDay {
  /// Reads `10:30:01`, `10:30:01.25Z`, `10:30:01+01:00`, `10:30:01@Europe/Paris`.
  ///
  /// - Returns: `nil` where the text is not a time, or the rules have no such zone.
  package init?(_ text: some StringProtocol, zones: ZoneRules = .none) {
    guard var scanner = TemporalScanner(text, zones: zones), let time = scanner.scanTime(),
      scanner.isAtEnd
    else { return nil }
    self = time.time
  }
}

extension DateTime {
  /// Reads a date, `T`, and a time; `T24:00:00` is midnight of the next day.
  ///
  /// - Returns: `nil` where the text is not a date and time, or the rules have no such zone.
  package init?(_ text: some StringProtocol, zones: ZoneRules = .none) {
    guard var scanner = TemporalScanner(text, zones: zones), let date = scanner.scanDate(),
      scanner.skip(UInt8(ascii: "T")), let (time, isNextDay) = scanner.scanTime(),
      scanner.isAtEnd, let day = date.adding(days: isNextDay ? 1 : 0)
    else { return nil }
    self.init(day, time)
  }
}

extension DayTimeDuration {
  /// Reads `P1DT2H3M4.5S`.
  ///
  /// - Returns: `nil` where the text is not such a duration, or is too long.
  package init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let written = scanner.scanDuration(),
      let duration = written.dayTimeDuration
    else { return nil }
    self = duration
  }
}

extension YearMonthDuration {
  /// Reads `P1Y2M`.
  ///
  /// - Returns: `nil` where the text is not such a duration, or is too long.
  package init?(_ text: some StringProtocol) {
    guard var scanner = TemporalScanner(text), let written = scanner.scanDuration(),
      let duration = written.yearMonthDuration
    else { return nil }
    self = duration
  }
}

extension Value {
  /// Reads what stands in a literal after `@`: a date, a time, a date and time or a duration.
  ///
  /// - Returns: `nil` where the text is none of them.
  package init?(temporal text: some StringProtocol, zones: ZoneRules = .none) {
    if let date = CalendarDate(text) {
      self = .date(date)
    } else if let dateTime = DateTime(text, zones: zones) {
      self = .dateTime(dateTime)
    } else if let time = TimeOfDay(text, zones: zones) {
      self = .time(time)
    } else if let duration = DayTimeDuration(text) {
      self = .dayTimeDuration(duration)
    } else if let duration = YearMonthDuration(text) {
      self = .yearMonthDuration(duration)
    } else {
      return nil
    }
  }
}
