import Foundation
import TestSupport
import Testing
import Values

/// The rules of this machine, where it has any.
let rules = ZoneRules { name in
  guard let data = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")) else {
    return nil
  }
  return NamedZone(name, timeZoneFile: Array(data))
}

let hasZones = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Paris")

@Suite(.timed) struct TemporalTests {
  private func text(_ value: Value) -> String {
    switch value {
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let dateTime): dateTime.description
    case .dayTimeDuration(let duration): duration.description
    case .yearMonthDuration(let duration): duration.description
    case .number(let number): number.description
    default: "null"
    }
  }

  private func read(_ text: String) -> Value {
    Value(temporal: text, zones: hasZones ? rules : .none) ?? Number(text).map { .number($0) }
      ?? .null
  }

  @Test(arguments: [
    "2017-03-10", "-999999999-12-31", "999999999-01-01", "0001-01-01", "12345-02-28",
    "10:30:01", "00:00:00Z", "23:59:59.123456789", "10:30:01+01:00", "10:30:01-11:30:05",
    "10:30:01.5@Europe/Paris", "2017-03-10T10:30:01@Europe/Paris", "-2017-03-10T10:30:01.001Z",
    "P1Y2M", "-P3M", "P0M", "PT0S", "P1DT2H3M4.5S", "-PT0.000000001S", "P10D",
    "PT16H40M0.999999999S",
  ])
  func writesWhatItReads(_ written: String) {
    #expect(text(read(written)) == written)
  }

  @Test(arguments: [
    ("PT0.S", "PT0S"), ("PT24H", "P1D"), ("PT1000M0.999999999S", "PT16H40M0.999999999S"),
    ("P26M", "P2Y2M"), ("-P100M", "-P8Y4M"), ("P0Y", "P0M"), ("10:30:00+00:00", "10:30:00Z"),
    ("2021-01-01T24:00:00", "2021-01-02T00:00:00"), ("10:30:00.1000", "10:30:00.1"),
  ])
  func normalises(_ pair: (String, String)) {
    #expect(text(read(pair.0)) == pair.1)
  }

  @Test(arguments: [
    "2017-02-29", "2017-13-10", "01211-12-31", "+2012-12-02", "998-12-31", "2012-12-25T",
    "1000999999-01-01",
    "24:00:01", "7:00:00", "07:1:00", "13:20:00+19:00", "13:20:00+5:00",
    "13:20:00+02:00@Europe/Paris",
    "13:20:00@xyz/abc", "P", "PT", "P1H", "1Y", "P1Y1D", "P1YT", "P1M1Y", "PT1S1M", "P-1D",
    "PT1.5H", "", "@",
    "P99999999999999999999D", "P999999999999999999Y", "13:20:00@", "13:20:00@../../etc/passwd",
  ])
  func refuses(_ written: String) {
    #expect(text(read(written)) == "null")
  }

  @Test(arguments: [
    ("2021-01-31", "+", "P1M", "2021-02-28"), ("2020-02-29", "+", "P1Y", "2021-02-28"),
    ("2021-01-01", "+", "PT36H", "2021-01-02"), ("2021-01-02", "-", "PT1S", "2021-01-01"),
    ("2021-01-02", "-", "PT25H", "2020-12-31"), ("10:15:00", "+", "P1D", "10:15:00"),
    ("10:15:00", "-", "PT11H", "23:15:00"), ("P1D", "-", "PT2H", "PT22H"),
    ("2021-01-02T10:10:10", "-", "2021-01-02", "null"),
    ("2021-01-02", "-", "2021-01-01T10:10:10+11:00", "P1DT49M50S"),
    ("2021-01-02", "-", "1995-01-01", "P9498D"), ("10:10:10", "-", "11:10:10", "-PT1H"),
    ("2.5", "*", "PT23H", "P2DT9H30M"), ("-2.5", "*", "P1Y11M", "-P4Y9M"),
    ("P10Y11M", "/", "2.5", "P4Y4M"), ("P10D", "/", "P0D", "null"), ("P10D", "/", "P4D", "2.5"),
    ("999999999-12-31", "+", "P1D", "null"), ("P9223372036854775807M", "+", "P1M", "null"),
    ("P1Y", "*", "1E30", "null"), ("P1D", "*", "1E30", "null"), ("P1D", "+", "P1Y", "null"),
  ])
  func reckons(_ row: (String, String, String, String)) {
    let (left, right) = (read(row.0), read(row.2))
    let result =
      switch row.1 {
      case "+": temporalSum(left, right)
      case "-": temporalDifference(left, right)
      case "*": temporalProduct(left, right)
      default: temporalQuotient(left, right)
      }
    #expect(text(result) == row.3)
  }

  @Test func daysAndDatesAreEachOthersInverse() throws {
    var random = Seeded(1)
    for _ in 0..<20_000 {
      let day = Int.random(in: -365_000_000_000...365_000_000_000, using: &random)
      let date = try #require(CalendarDate(dayNumber: day))
      #expect(date.dayNumber == day)
      #expect(CalendarDate(dayNumber: day + 1).map { $0 > date } ?? true)
    }
  }

  @Test func weeksAreThoseOfISO8601() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    for day in stride(from: 0, to: 40_000, by: 7) {
      let date = try #require(CalendarDate(dayNumber: day + day / 7 % 7))
      let moment = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
      #expect(date.weekOfYear == calendar.component(.weekOfYear, from: moment))
      #expect(date.dayOfYear == calendar.ordinality(of: .day, in: .year, for: moment))
    }
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      ("2018-10-08T00:00:00", "Europe/Paris", 7_200),
      ("2018-12-08T00:00:00", "Europe/Paris", 3_600),
      ("2500-07-01T00:00:00", "Europe/Paris", 7_200),
      ("2021-01-01T10:10:10", "Australia/Melbourne", 39_600),
      ("2050-07-01T10:10:10", "Australia/Melbourne", 36_000),
      ("2024-01-01T00:00:00", "Asia/Shanghai", 28_800),
      ("2021-10-31T02:30:00", "Europe/Paris", 7_200),
      ("2021-03-28T02:30:00", "Europe/Paris", 3_600),
      ("2021-03-28T03:00:00", "Europe/Paris", 7_200),
      ("2021-10-31T03:00:00", "Europe/Paris", 3_600),
    ])
  func knowsTheOffsetsOfZones(_ row: (String, String, Int)) {
    #expect(DateTime("\(row.0)@\(row.1)", zones: rules)?.offset == row.2)
  }

  @Test(.enabled(if: hasZones))
  func offsetsAgreeWithFoundation() throws {
    var random = Seeded(2)
    for name in [
      "Europe/Paris", "Australia/Melbourne", "America/New_York", "Asia/Shanghai",
      "Africa/Casablanca",
    ] {
      let zone = try #require(rules.zone(named: name))
      let reference = try #require(TimeZone(identifier: name))
      for _ in 0..<500 {
        let instant = Int.random(in: 0...2_100_000_000, using: &random)
        #expect(
          zone.offset(atInstant: instant)
            == reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
      }
    }
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var random = Seeded(3)
    let alphabet = Array("0123456789-:TZPYMDHS.+@e/")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &random)
      let written = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      let value = read(written)
      _ = temporalSum(value, .dayTimeDuration(DayTimeDuration(seconds: .max)))
      _ = temporalDifference(value, .yearMonthDuration(YearMonthDuration(months: .min)))
      _ = temporalProduct(value, .number(Number(unchecked: "9E6144")))
    }
  }
}
