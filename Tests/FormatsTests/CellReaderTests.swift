import Diagnostics
import Formats
import TestSupport
import Testing
import Values

@Suite(.timed) struct CellReaderTests {
  static let numbers: [(String, String, CellNotes)] = [
    ("12", "12", CellNotes()), (" 12.50 ", "12.5", []), ("-3", "-3", []), (".5", "0.5", []),
    ("+3", "3", []), ("1.00E+05", "100000", []), ("1,200", "1200", .separators),
    ("1,234,567.89", "1234567.89", .separators), ("１２．５", "12.5", .fullWidth),
    ("￥1200", "1200", .currency), ("¥-1,200", "-1200", [.currency, .separators]),
    ("-¥5", "-5", .currency), ("85%", "0.85", .percent), ("８５％", "0.85", [.percent, .fullWidth]),
    ("0.5 %", "0.005", .percent), ("45万", "450000", .tenThousands),
    ("￥4.5万", "45000", [.currency, .tenThousands]), ("−7", "-7", []), ("\u{3000}7\u{A0}", "7", []),
    ("0", "0", []),
    ("12345678901234567890123456789012.34", "12345678901234567890123456789012.34", []),
  ]

  @Test(arguments: numbers)
  func readsNumbersAsPeopleWriteThem(text: String, expected: String, notes: CellNotes) throws {
    guard case .value(.number(let number), let said) = CellReader(.number).read(text) else {
      Issue.record("not a number: \(text)")
      return
    }
    #expect(number.description == expected)
    #expect(said == notes)
  }

  static let softer: [(String, CellMismatch)] = [
    ("约30", .notANumber), ("30人", .undeclaredUnit), ("1e400%", .numberTooLarge),
    ("1E-7000", .numberTooLarge), ("1e5%", .notANumber), ("1.2.3", .notANumber),
    ("-", .notANumber),
    ("5²", .notANumber), ("1/2", .notANumber), ("三", .notANumber), ("45万元", .undeclaredUnit),
    ("4.5亿", .undeclaredUnit),
    ("12%%", .notANumber), ("1,20", .misplacedSeparators), ("1234,567", .misplacedSeparators),
    (",200", .misplacedSeparators), ("1,,200", .misplacedSeparators), ("1e9999", .numberTooLarge),
    ("¥", .notANumber), ("1.", .notANumber), ("1e", .notANumber), ("0x1F", .undeclaredUnit),
    ("NaN", .notANumber), ("true", .notANumber), ("1 2", .notANumber),
  ]

  @Test(arguments: softer)
  func whatIsSofterDoesNotFit(text: String, expected: CellMismatch) {
    expectMismatch(CellReader(.number).read(text), expected)
  }

  @Test(arguments: [
    CellKind.string, .number, .boolean, .date, .time, .dateTime, .dayTimeDuration,
    .yearMonthDuration,
  ])
  func theErrorOfAFormulaIsNoValueOfAnyColumn(kind: CellKind) {
    for text in ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"] {
      expectMismatch(CellReader(kind).read(text), .errorValue)
    }
    guard case .blank = CellReader(kind, blanks: ["#N/A"]).read("#N/A") else {
      Issue.record("what is declared to be blank is blank")
      return
    }
  }

  @Test(arguments: ["#1", "#", "#N/A?", "#n/a", "N/A", "5#", "##N/A"])
  func whatOnlyLooksLikeAnErrorIsAText(text: String) {
    expectValue(.string, text) { if case .string(text) = $0 { true } else { false } }
    #expect(Array(text.utf8).withUnsafeBufferPointer(CellReader.isPlainText))
  }

  @Test func aNumberWithMoreDigitsThanAreShownIsEitherOfTwo() throws {
    let text = String(
      decoding: DoubtfulNumber(exact: Array("0.30000000000000004".utf8), shown: Array("0.3".utf8))
        .written, as: UTF8.self)
    expectMismatch(CellReader(.number).read(text), .moreDigits)
    let readings = try #require(CellReader(.number).readings(of: text))
    #expect("\(readings.0) \(readings.1)" == "0.30000000000000004 0.3")
    expectValue(.string, text) { if case .string("0.3") = $0 { true } else { false } }
    expectMismatch(CellReader(.date).read(text), .notADate)
    #expect(DoubtfulNumber("0.3") == nil && DoubtfulNumber("\u{FFFD}~0.3") == nil)
  }

  @Test(arguments: [
    "true", "TRUE", "是", "有", "√", "Y", "y", "1", "Ｙ", " 是 ", "持有", "✓", "✔", "✔️", "☑", "对", "yes",
    "Yes", "ＹＥＳ",
  ])
  func readsTrue(text: String) {
    let reader = CellReader(.boolean, trueSpellings: ["持有"], falseSpellings: ["未持"])
    guard case .value(.boolean(true), _) = reader.read(text) else {
      Issue.record("not true: \(text)")
      return
    }
  }

  @Test(arguments: ["false", "否", "无", "×", "N", "0", "未持", "✗", "错", "No", "no", "NO", "No "])
  func readsFalse(text: String) {
    let reader = CellReader(.boolean, trueSpellings: ["持有"], falseSpellings: ["未持"])
    guard case .value(.boolean(false), _) = reader.read(text) else {
      Issue.record("not false: \(text)")
      return
    }
  }

  @Test(arguments: ["☐", "□", "☒", "对错", "✓✓"])
  func aBoxIsNoAnswer(text: String) {
    expectMismatch(CellReader(.boolean).read(text), .notABoolean)
  }

  @Test(arguments: [
    "2024-03-01", "2024/3/1", "2024年3月1日", "２０２４－０３－０１", "2024-3-1", "2024.3.1", "2024.03.01",
    "2024-03-01 00:00:00", "2024-03-01T00:00:00", "2024/3/1 0:00", "2024-03-01T00:00",
  ])
  func readsDates(text: String) throws {
    guard case .value(.date(let date), _) = CellReader(.date).read(text) else {
      Issue.record("not a date: \(text)")
      return
    }
    #expect(date == CalendarDate(year: 2024, month: 3, day: 1))
  }

  static let noDates: [(String, CellMismatch)] = [
    ("2023-02-29", .noSuchDay), ("2024/13/1", .noSuchDay), ("2024年3月", .noDay), ("2024-3", .noDay),
    ("2024.3", .noDay),
    ("24-3-1", .notADate), ("2024-3/1", .notADate), ("03/04/2024", .dayOrMonth),
    ("2024-03-01 12:30", .notADate), ("2024-03-01T00:00:00Z", .notADate), ("45352", .notADate),
    ("2024-03-01x", .notADate), ("去年", .notADate), ("2024年3月1", .notADate),
  ]

  @Test(arguments: noDates)
  func refusesWhatIsNoDate(text: String, expected: CellMismatch) {
    expectMismatch(CellReader(.date).read(text), expected)
  }

  @Test func theDeclaredOrderSaysWhichIsTheMonth() {
    let cases: [(DateRule.Order?, String, Int?)] = [
      (.dayFirst, "03/04/2024", 4), (.monthFirst, "03/04/2024", 3), (.yearFirst, "03/04/2024", nil),
      (nil, "25/12/2024", nil), (.dayFirst, "25/12/2024", 12), (.dayFirst, "3.4.2024", 4),
      (.dayFirst, "2024-04-03", 4), (.monthFirst, "25/12/2024", nil), (.dayFirst, "3/4/24", nil),
      (.dayFirst, "3/4/2024 0:00", 4),
    ]
    for (order, text, month) in cases {
      let rule = DateRule(order: order, isLimited: true)
      if case .value(.date(let date), _) = CellReader(.date, dates: rule).read(text) {
        #expect(Int(date.month) == month, "\(text)")
      } else {
        #expect(month == nil, "\(text)")
      }
    }
  }

  @Test(arguments: ["0000-01-01", "9999-12-31", "1899/12/31", "2201年1月1日", "0001-01-01 00:00:00"])
  func aYearOutOfOurTimeIsASlipUnlessDeclared(text: String) {
    let limited = CellReader(.date, dates: DateRule(isLimited: true))
    expectMismatch(limited.read(text), .implausibleYear)
    guard case .value = CellReader(.date).read(text) else {
      Issue.record("no date: \(text)")
      return
    }
  }

  @Test func readsTimesAndDurations() throws {
    expectValue(.dayTimeDuration, "PT1.5S") {
      if case .dayTimeDuration(let it) = $0 { it == DayTimeDuration("PT1.5S") } else { false }
    }
    expectValue(.dateTime, "2024-03-01T08:30:05.5+08:00") {
      if case .dateTime(let it) = $0 { it.time.nanosecond == 500_000_000 } else { false }
    }
    expectValue(.dateTime, "2024/3/1 8:30") {
      if case .dateTime(let it) = $0 { it.time.hour == 8 && it.time.zone == nil } else { false }
    }
    expectValue(.time, "08:30Z") {
      if case .time(let it) = $0 { it.zone == .offset(seconds: 0) } else { false }
    }
    expectValue(.dayTimeDuration, "P1DT2H3M4S") {
      if case .dayTimeDuration(let it) = $0 { it.seconds == 93_784 } else { false }
    }
    expectValue(.yearMonthDuration, "-P1Y6M") {
      if case .yearMonthDuration(let it) = $0 { it.months == -18 } else { false }
    }
    expectMismatch(CellReader(.time).read("24:00"), .notATime)
    expectMismatch(CellReader(.time).read("08:30+8"), .notATime)
    expectMismatch(CellReader(.dateTime).read("2024-03-01"), .notADateTime)
    expectMismatch(CellReader(.dayTimeDuration).read("PT"), .notADuration)
    expectMismatch(CellReader(.dayTimeDuration).read("P99999999999999999999D"), .notADuration)
    expectMismatch(CellReader(.yearMonthDuration).read("P1D"), .notADuration)
  }

  @Test func aDeclaredBlankIsEmptyAndOthersAreNot() {
    let reader = CellReader(.boolean, blanks: ["/", "无"])
    for text in ["", "  ", "\u{3000}", "/", "／", "无"] {
      guard case .blank = reader.read(text) else {
        Issue.record("not blank: \(text)")
        continue
      }
    }
    expectMismatch(CellReader(.number).read("/"), .notANumber)
  }

  @Test func aTextKeepsItsLetters() {
    expectValue(.string, " （一）Ａ \u{3000}") {
      if case .string("（一）Ａ") = $0 { true } else { false }
    }
  }

  /// A declared blank, though never met, makes the reader go the long way.
  @Test func theShortWayGivesWhatTheLongWayGives() {
    let cells = [
      "2024-03-01", "2024-02-30", "0000-01-01", "true", "false", "TRUE", "是", "否", "1", "0",
      "12.50",
      "007", "1e3", "1E400", "12a", "张三", " 张三", "张三\u{3000}", "\u{A0}a", "a\u{A0}", "é", "é\u{85}",
      "a b", "\u{FEFF}a", "a\u{2003}", "～", "\u{7F}",
    ]
    let kinds: [CellKind] = [.string, .number, .boolean, .date]
    for cell in cells {
      for kind in kinds {
        let short = CellReader(kind).read(cell)
        let long = CellReader(kind, blanks: ["¤"]).read(cell)
        #expect("\(short)" == "\(long)", "\(cell)")
      }
    }
  }

  @Test func saysEachMismatchAndEachNoteInBothLanguages() throws {
    var found = Diagnostics()
    for mismatch in CellMismatch.allCases {
      found.report(.cellMismatch(mismatch, at: .cell(file: "t.csv", line: 2, column: "年薪")))
    }
    let notes: CellNotes = [
      .fullWidth, .currency, .separators, .percent, .tenThousands, .unit, .power,
    ]
    let screen = Language.allCases.map { language in
      DiagnosticRenderer(language: language).render(found)
        + notes.wordings.map { $0.text(in: language) + "\n" }.joined()
    }
    try expectGolden(screen.joined(separator: "\n"), "cells.txt")
  }

  private func expectMismatch(_ reading: CellReading, _ expected: CellMismatch) {
    guard case .mismatch(let mismatch) = reading else {
      Issue.record("fits: \(reading)")
      return
    }
    #expect(mismatch == expected)
  }

  private func expectValue(_ kind: CellKind, _ text: String, _ isExpected: (Value) -> Bool) {
    guard case .value(let value, _) = CellReader(kind).read(text), isExpected(value) else {
      Issue.record("not as expected: \(text)")
      return
    }
  }
}
