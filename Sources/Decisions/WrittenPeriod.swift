import Values

/// A period as histories write it: `2023`, `2023年上半年`, `2023-Q3`, `2023-05`, `2023-01-01/2023-12-31`.
struct WrittenPeriod {
  let start: CalendarDate
  let end: CalendarDate

  private init(_ start: CalendarDate, _ end: CalendarDate) {
    self.start = start
    self.end = end
  }

  /// - Returns: `nil` where it cannot be read, or ends before it begins.
  init?(_ text: String) {
    let text = text.filter { $0 != " " && $0 != "\u{3000}" }
    for sign in ["/", "–", "—", "～", "~", "..", "至", "到"] {
      guard let range = text.firstRange(of: sign) else { continue }
      guard let first = WrittenPeriod(one: text[..<range.lowerBound]),
        let last = WrittenPeriod(one: text[range.upperBound...]), first.start <= last.end
      else { return nil }
      self.init(first.start, last.end)
      return
    }
    // Two years with a hyphen between them; any other hyphen is that of a date.
    let years = text.split(separator: "-", omittingEmptySubsequences: false)
    if years.count == 2, years.allSatisfy({ $0.count == 4 }),
      let first = WrittenPeriod(one: years[0]), let last = WrittenPeriod(one: years[1]),
      first.start <= last.end
    {
      self.init(first.start, last.end)
      return
    }
    guard let one = WrittenPeriod(one: text[...]) else { return nil }
    self = one
  }

  /// A year, a half, a quarter, a month or a day.
  private init?(one text: Substring) {
    guard text.prefix(4).count == 4, let year = Self.number(text.prefix(4)) else { return nil }
    var rest = text.dropFirst(4)
    while let last = rest.last, "度年".contains(last), rest.count <= 2 { rest.removeLast() }
    if let first = rest.first, "年-.".contains(first) { rest.removeFirst() }
    if rest.isEmpty {
      self.init(year, firstMonth: 1, months: 12)
    } else if let half = Self.halves[rest.lowercased()] {
      self.init(year, firstMonth: half * 6 + 1, months: 6)
    } else if let quarter = Self.quarters[rest.lowercased()] {
      self.init(year, firstMonth: quarter * 3 + 1, months: 3)
    } else {
      let parts = rest.split(whereSeparator: { "-.月日".contains($0) })
      guard parts.count <= 2, let month = parts.first.flatMap(Self.number) else { return nil }
      if parts.count == 1 {
        self.init(year, firstMonth: month, months: 1)
      } else {
        guard let day = Self.number(parts[1]),
          let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        self.init(date, date)
      }
    }
  }

  private init?(_ year: Int, firstMonth: Int, months: Int) {
    let last = firstMonth + months - 1
    guard (1...12).contains(firstMonth), last <= 12,
      let start = CalendarDate(year: year, month: firstMonth, day: 1),
      let end = CalendarDate(
        year: year, month: last, day: CalendarDate.dayCount(year: year, month: last))
    else { return nil }
    self.init(start, end)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static let halves = ["h1": 0, "h2": 1, "上半年": 0, "下半年": 1]

  private static let quarters = [
    "q1": 0, "q2": 1, "q3": 2, "q4": 3, "第一季度": 0, "第二季度": 1, "第三季度": 2, "第四季度": 3,
    "一季度": 0, "二季度": 1, "三季度": 2, "四季度": 3, "1季度": 0, "2季度": 1, "3季度": 2, "4季度": 3,
  ]
}
