import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

private let rules = ZoneRules { name in
  guard let data = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")) else {
    return nil
  }
  return NamedZone(name, timeZoneFile: Array(data))
}

private let hasZones = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Paris")

/// The answer of an expression that needs nothing but a clock and the zones.
private func answer(_ text: String, at now: String? = nil) throws -> String {
  var diagnostics = Diagnostics()
  let plan = try #require(
    Plan.expression(
      Passage(text), in: Scope([]), mode: .lenient, zones: rules, into: &diagnostics))
  let clock = now.flatMap { DateTime($0) }.map { Clock(now: $0) }
  return plan.run([], in: Surroundings(clock: clock, zones: rules)).spelling
}

@Suite(.timed) struct TemporalBuiltinTests {
  @Test(arguments: [
    (#"date("2017-08-30") = date(2017, 8, 30)"#, "true"),
    (#"date(year: 2017, month: 08, day: 30)"#, #"@"2017-08-30""#),
    (#"date("2017-13-10")"#, "null"), (#"date(2023, 2, 29)"#, "null"), ("date(1)", "null"),
    (#"time(12, 0, 0, null)"#, #"@"12:00:00""#),
    (#"time(11, 59, 45, duration("PT2H45M55S"))"#, #"@"11:59:45+02:45:55""#),
    (#"time(11, 59, 45.25)"#, #"@"11:59:45.25""#), ("time(11, 59, 60)", "null"),
    (#"time(11, 59, 45, @"PT19H")"#, "null"), (#"time(date("2017-08-10"))"#, #"@"00:00:00Z""#),
    (#"date and time("2017-12-31T24:00:00")"#, #"@"2018-01-01T00:00:00""#),
    (#"date and time(2017, 1, 2, 3, 4, 5, @"PT1H")"#, #"@"2017-01-02T03:04:05+01:00""#),
    (#"date and time(@"2017-01-02", @"03:04:05Z")"#, #"@"2017-01-02T03:04:05Z""#),
    (#"date and time(@"2017-01-02", null)"#, "null"),
    (#"duration("P26M")"#, #"@"P2Y2M""#), (#"duration("P1Y1D")"#, "null"),
    (#"years and months duration(date("2013-08-24"), date("2011-12-22"))"#, #"@"-P1Y8M""#),
    (#"day of week(@"2019-09-17")"#, #""Tuesday""#), (#"week of year(@"2003-12-29")"#, "1"),
    (#"day of year(@"2020-12-31T10:10:10")"#, "366"), (#"day of year("foo")"#, "null"),
    (#"month of year(@"2019-09-17")"#, #""September""#),
  ])
  func makesDatesTimesAndDurations(_ row: (String, String)) throws {
    #expect(try answer(row.0) == row.1)
  }

  @Test(arguments: [
    (#"number("1.000.000,01", ".", ",")"#, "1000000.01"),
    (#"number("1 000 000.01", " ", ".")"#, "1000000.01"),
    (#"number("1,000,000.01", " ", ".")"#, "null"), (#"number("1,000", ",", null)"#, "1000"),
    (#"number("1,000.00", ",", ",")"#, "null"), (#"number("12,5", null, ",")"#, "12.5"),
    (#"number("1.5", null, ",")"#, "null"), (#"number("-1e3")"#, "-1000"),
    (#"number("")"#, "null"), (#"string(1.10)"#, #""1.1""#), ("string(null)", "null"),
    (#"string({a: "foo", b: [1, @"PT1H"]})"#, #""{a: \"foo\", b: [1, @\"PT1H\"]}""#),
    (#"string(@"2017-01-02")"#, #""2017-01-02""#), ("is(1, 1.0)", "true"),
    (#"is(1, "1")"#, "false"), ("is([1, {a: 2}], [1, {a: 2}])", "true"),
    (#"is(@"23:00:50Z", @"23:00:50+00:00")"#, "true"),
    (#"is(@"2002-04-02T12:00:00-01:00", @"2002-04-02T17:00:00+04:00")"#, "false"),
    (#"is(value1: 1)"#, "false"), ("is()", "null"),
  ])
  func converts(_ row: (String, String)) throws {
    #expect(try answer(row.0) == row.1)
  }

  @Test(arguments: [
    (#"@"10:30:00.0001" = @"10:30:00.0002""#, "true"),
    (#"@"2002-04-02T12:00:00-01:00" = @"2002-04-02T17:00:00+04:00""#, "true"),
    (#"@"10:30:00" < @"10:30:00Z""#, "null"), (#"@"P1Y" = @"P365D""#, "null"),
    (#"@"2021-01-31" + @"P1M""#, #"@"2021-02-28""#),
    (#"max([@"2021-01-31", @"2021-02-01", @"2020-12-31"])"#, #"@"2021-02-01""#),
    (#"count(distinct values([@"10:00:00Z", @"11:00:00+01:00"]))"#, "1"),
    (#"(@"2018-12-10T10:30:00+05:00").time offset"#, #"@"PT5H""#),
    (#"(@"2018-12-10").weekday"#, "1"), (#"(@"-P1DT2H").hours"#, "-2"),
    (#"(@"P1Y").seconds"#, "null"), (#"-@"P1D""#, #"@"-P1D""#), (#"-@"2021-01-01""#, "null"),
  ])
  func reckonsAndCompares(_ row: (String, String)) throws {
    #expect(try answer(row.0) == row.1)
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      (#"@"2018-10-08T00:00:00+02:00" = @"2018-10-08T00:00:00@Europe/Paris""#, "true"),
      (#"@"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01""#, #"@"P1DT9H10M10S""#),
      (#"@"2021-03-28T01:30:00@Europe/Paris" + @"PT1H""#, #"@"2021-03-28T03:30:00@Europe/Paris""#),
      (#"@"2021-03-28T01:30:00@Europe/Paris" + @"P1M""#, #"@"2021-04-28T01:30:00@Europe/Paris""#),
      (#"time("13:20:00@xyz/abc")"#, "null"),
      (#"date and time(2021, 7, 1, 0, 0, 0, "Europe/Paris").time offset"#, #"@"PT2H""#),
    ])
  func knowsZones(_ row: (String, String)) throws {
    #expect(try answer(row.0) == row.1)
  }

  @Test func theClockIsTheOneThatIsGiven() throws {
    #expect(try answer("today()", at: "2024-02-29T12:00:00Z") == #"@"2024-02-29""#)
    #expect(try answer("now()", at: "2024-02-29T12:00:00Z") == #"@"2024-02-29T12:00:00Z""#)
    #expect(try answer("now()") == "null")
  }
}
