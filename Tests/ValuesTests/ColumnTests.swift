import TestSupport
import Testing

@testable import Values

@Suite(.timed) struct ColumnTests {
  /// Columns of one kind, of several kinds, with nulls of both sorts and with unknowns.
  static let rows: [[String]] = [
    ["12.5", "7", "0.25", "-3"], ["1", "1E+20", "0.000000000000000001"],
    ["9999999999999999999999999999999999", "1"], ["4.0", "4.00", "4E+3"], ["0", "1E-6000", "0.1"],
  ]

  @Test(arguments: rows) func numbersComeBackAsTheyAre(texts: [String]) throws {
    let numbers = texts.compactMap { Number($0) }
    #expect(numbers.count == texts.count)
    let column = ColumnBuilder(numbers.map(Value.number)).column
    for (row, number) in numbers.enumerated() {
      guard case .number(let found) = column[row] else {
        Issue.record("no number")
        continue
      }
      #expect(found == number)
    }
  }

  @Test func everyKindOfValueComesBack() {
    let unknown = Value.unknown(Unknown(.any, missing: [Missing("x", .absent)]))
    let mixed: [[Value]] = [
      [.null, .boolean(true), .boolean(false), unknown],
      [.string("a"), .null, .string("b"), .string("a")],
      [.null(NullReason(.divisionByZero, "/")), .number(1), .null],
      [.number(1), .string("1"), .boolean(true), .null],
      [.null, unknown, .null],
      [.date(day(2024, 2, 29)), .null, .date(day(1969, 12, 31))],
      [],
    ]
    for values in mixed {
      let column = ColumnBuilder(values).column
      #expect(column.count == values.count)
      for (row, value) in values.enumerated() {
        switch (column[row], value) {
        case (.null(let one), .null(let other)): #expect(one == other)
        case (.unknown(let one), .unknown(let other)): #expect(one === other)
        case (let one, let other): #expect(one.isSame(as: other))
        }
      }
    }
  }

  @Test func aCommonExponentIsFoundLate() {
    let column = ColumnBuilder(["1", "2.5", "3.125"].compactMap { Number($0) }.map(Value.number))
      .column
    guard case .scaled(let coefficients, let exponent) = column.cells else {
      Issue.record("not scaled")
      return
    }
    #expect(coefficients == [1000, 2500, 3125])
    #expect(exponent == -3)
    #expect(column.states.isEmpty)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the tests name real days")
    }
    return date
  }
}
