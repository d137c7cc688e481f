import TestSupport
import Testing
import Values

@testable import Decisions

/// Calendar days of years, and periods as people write them.
@Suite(.timed) struct DaysAndPeriodsTests {
  private func day(_ text: String) throws -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func span(_ first: String, _ last: String) throws -> DaySpan? {
    DaySpan(try day(first), try day(last))
  }

  @Test func yearsCountTheirOwnDays() throws {
    let span = try #require(try span("2023-07-01", "2024-06-30"))
    #expect(span.years == 2023...2024)
    #expect(span.days(of: 2023).count == 184)
    #expect(span.days(of: 2024).count == 182)
    #expect(span.days(of: 2025).isEmpty)
    #expect(try #require(try self.span("2024-02-29", "2024-02-29")).days(of: 2024).count == 1)
  }

  @Test func daysThatEndBeforeTheyBeginAreNone() throws {
    #expect(try span("2024-01-02", "2024-01-01") == nil)
    #expect(try span("1900-01-01", "2024-01-01") == nil)
  }

  @Test func daysOfSeveralContractsCountOnce() throws {
    let spans = try [
      ("2024-01-01", "2024-03-31"), ("2024-03-01", "2024-04-30"), ("2024-12-31", "2025-06-30"),
    ].compactMap { try span($0.0, $0.1) }
    #expect(DaySpan.covered(spans, of: 2024) == 31 + 29 + 31 + 30 + 1)
    #expect(DaySpan.covered(spans, of: 2025) == 181)
    #expect(DaySpan.covered(spans, of: 2026) == 0)
  }

  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2023年度", "2023-01-01", "2023-12-31"),
    ("2023年上半年", "2023-01-01", "2023-06-30"), ("2023-H2", "2023-07-01", "2023-12-31"),
    ("2023Q1", "2023-01-01", "2023-03-31"), ("2024年第一季度", "2024-01-01", "2024-03-31"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2024年2月", "2024-02-01", "2024-02-29"),
    ("2023-07-01/2024-06-30", "2023-07-01", "2024-06-30"),
    ("2023年7月1日至2024年6月30日", "2023-07-01", "2024-06-30"),
    ("2023-01 – 2023-06", "2023-01-01", "2023-06-30"), ("2022-2023", "2022-01-01", "2023-12-31"),
  ])
  func periodsAreReadAsTheyAreWritten(text: String, start: String, end: String) throws {
    let period = try #require(WrittenPeriod(text), "\(text)")
    let (first, last) = (try day(start), try day(end))
    #expect(period.start == first && period.end == last, "\(text)")
  }

  @Test(arguments: [
    "", "上一期", "23", "2023-13", "2024-2023", "2023年第五季度", "2023-02-30", "2023 学年",
    "2023-07-01/2022-06-30", "/", "2023/",
  ])
  func whatIsNoPeriodIsNone(text: String) {
    #expect(WrittenPeriod(text) == nil, "\(text)")
  }
}
