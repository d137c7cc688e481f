import TestSupport
import Testing
import Workbooks

/// How a cell is read, question by question.
@Suite(.timed) struct CellTests {
  private func cells(
    _ rows: String, strings: String? = nil, formats: [String]? = nil, properties: String = ""
  ) -> [String] {
    var maker = WorkbookMaker(rows, strings: strings, formats: formats)
    maker.properties = properties
    let found = Found(maker)
    #expect(found.codes == [])
    return found.cells
  }

  private func row(_ cells: String) -> String { "<row r=\"1\">\(cells)</row>" }

  @Test func aNumberKeepsEveryDigitThatItIsWrittenWith() {
    #expect(
      cells(row("<c r=\"A1\"><v>43831.042372685202</v></c><c r=\"B1\"><v> 1E-7 </v></c>"))
        == ["A1 number 43831.042372685202", "B1 number 1E-7"])
  }

  @Test func aTextIsMadeOfItsRunsAndNotOfHowItIsPronounced() {
    let runs = "<si><r><t>社</t></r><r><t>工</t></r><rPh sb=\"0\" eb=\"1\"><t>shè</t></rPh></si>"
    #expect(
      cells(row("<c r=\"A1\" t=\"s\"><v>1</v></c>"), strings: "<si><t>a</t></si>" + runs)
        == ["A1 text 社工"])
    #expect(
      cells(row("<c r=\"A1\" t=\"inlineStr\"><is><r><t>社</t></r><r><t>工</t></r></is></c>"))
        == ["A1 text 社工"])
  }

  @Test func anEscapedUnitIsTheLetterThatItStandsFor() {
    let text =
      "<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b_x005F_x0041__xD83D__xDE00_</t></is></c>"
    #expect(cells(row(text)) == ["A1 text a\nb_x0041_😀"])
    #expect(cells(row("<c r=\"A1\" t=\"str\"><v>_x4E2D_</v></c>")) == ["A1 text 中"])
  }

  @Test func blanksAroundATextCountWhereTheFileSaysSo() {
    let kept = "<c r=\"B1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> b </t></is></c>"
    #expect(
      cells(row("<c r=\"A1\" t=\"inlineStr\"><is><t> a </t></is></c>" + kept))
        == ["A1 text a", "B1 text  b "])
  }

  @Test func entitiesSectionsAndCommentsAreWhatTheyMean() {
    let text = "<c r=\"A1\" t=\"str\"><v>a&amp;b<!-- 注 --><![CDATA[<c&]]>&#20013;&#x6587;</v></c>"
    #expect(cells(row(text)) == ["A1 text a&b<c&中文"])
  }

  @Test func endsOfLinesAreOneLetter() {
    #expect(
      cells(row("<c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c>")) == ["A1 text a\nb\nc"])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "45292", "date 2024-01-01"),
    ("yyyy\"年\"m\"月\"d\"日\";@", "45292", "date 2024-01-01"),
    ("[$-804]aaaa", "45292", "date 2024-01-01"),
    ("[DBNum1][$-804]m\"月\"d\"日\"", "45292", "date 2024-01-01"),
    ("ddd", "45292", "date 2024-01-01"),
    ("yyyy/m/d h:mm", "45292.5", "dateTime 2024-01-01T12:00:00"),
    ("yyyy-mm-dd", "45292.5", "dateTime 2024-01-01T12:00:00"),
    ("h:mm", "0.75", "time 18:00:00"),
    ("mm:ss.000", "0.00001", "time 00:00:00.864"),
    ("上午/下午h\"时\"mm\"分\"", "0.5", "time 12:00:00"),
    ("h:mm", "1.75", "dateTime 1900-01-01T18:00:00"),
    ("[h]:mm:ss", "1.09375", "duration PT26H15M0S"),
    ("[HH]:mm", "-0.5", "duration -PT12H0M0S"),
    ("[mm]", "2", "duration PT48H0M0S"),
    ("0.00E+00", "45292", "number 45292"),
    ("0\"d\"", "45292", "number 45292 as 45292d"),
    ("[Red]0;[Blue]-0", "45292", "number 45292"),
    ("General\\d", "5", "number 5 as 5d"),
    ("# ?/?", "0.5", "number 0.5"),
    ("0.0%", "0.85", "number% 0.85"),
    ("0\"%\"", "85", "number 85 as 85%"),
    ("[>=40000]yyyy-mm-dd;0", "45292", "date 2024-01-01"),
    ("[>=40000]yyyy-mm-dd;0", "300", "number 300"),
    ("0;yyyy-mm-dd", "45292", "number 45292"),
    ("14", "45292", "date 2024-01-01"), ("22", "45292.5", "dateTime 2024-01-01T12:00:00"),
    ("31", "45292", "date 2024-01-01"), ("57", "45292", "date 2024-01-01"),
    ("58", "45292", "date 2024-01-01"), ("32", "0.5", "time 12:00:00"),
    ("46", "1.5", "duration PT36H0M0S"), ("9", "0.85", "number% 0.85"), ("49", "7", "number 7"),
  ])
  func aFormatSaysWhatANumberIs(format: String, number: String, is expected: String) {
    #expect(
      cells(row("<c r=\"A1\" s=\"1\"><v>\(number)</v></c>"), formats: [format])
        == ["A1 \(expected)"])
  }

  @Test(arguments: [
    ("1", "date 1900-01-01"), ("59", "date 1900-02-28"), ("61", "date 1900-03-01"),
    ("2958465", "date 9999-12-31"),
    // The 29 February 1900, the day before the first, days before that, and days behind the calendar.
    ("60", "number 60"), ("0", "number 0"), ("-1", "number -1"), ("2958466", "number 2958466"),
    ("45291.9999999999", "dateTime 2024-01-01T00:00:00"),
  ])
  func daysAreCountedFrom1900(number: String, is expected: String) {
    let found = cells(row("<c r=\"A1\" s=\"1\"><v>\(number)</v></c>"), formats: ["yyyy-mm-dd"])
    // A day that is rounded up has no time left.
    let rounded = expected.replacing("dateTime 2024-01-01T00:00:00", with: "date 2024-01-01")
    #expect(found == ["A1 \(rounded)"])
  }

  @Test func daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
    let found = cells(
      row("<c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>43830</v></c>"),
      formats: ["yyyy-mm-dd"], properties: "<workbookPr date1904=\"1\"/>")
    #expect(found == ["A1 date 1904-01-01", "B1 date 2024-01-01"])
  }

  @Test func aDayThatIsWrittenOutIsReadAsItStands() {
    let found = cells(
      row(
        "<c r=\"A1\" t=\"d\"><v>2024-01-01</v></c><c r=\"B1\" t=\"d\"><v>1976-11-22T08:30Z</v></c><c r=\"C1\" t=\"d\"><v>08:30:00</v></c>"
      ))
    #expect(found == ["A1 date 2024-01-01", "B1 dateTime 1976-11-22T08:30:00", "C1 time 08:30:00"])
  }

  @Test func truthValuesAreTruthValues() {
    #expect(
      cells(row("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>false</v></c>"))
        == ["A1 boolean true", "B1 boolean false"])
  }

  @Test func aFormulaCountsByItsStoredValue() {
    #expect(
      cells(
        row(
          "<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c>"))
        == ["A1 number 2", "B1 text "])
  }

  @Test func whatHasNoPlaceOfItsOwnFollowsWhatStandsBefore() {
    let rows =
      "<row><c><v>1</v></c><c r=\"C1\"><v>2</v></c><c><v>3</v></c></row><row r=\"5\"/><row><c><v>4</v></c></row>"
    #expect(cells(rows) == ["A1 number 1", "C1 number 2", "D1 number 3", "A6 number 4"])
  }

  @Test func theSizeThatASheetClaimsIsNotBelieved() {
    var maker = WorkbookMaker()
    maker.add(
      "明细",
      sheet:
        "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c></row></sheetData>"
    )
    let found = Found(maker)
    #expect(found.readings.map(\.rowCount) == [2])
    #expect(found.readings.map(\.columnCount) == [2])
  }

  @Test func aCellInTheLastCornerIsACell() {
    #expect(
      cells("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        == ["XFD1048576 number 1"])
  }

  @Test(arguments: [
    ("12.50", false, "12.50"), ("1.1000000000000001", false, "1.1"),
    ("1E-3", false, "0.001"), ("1.5e+3", false, "1500"), ("-2.5E-1", false, "-0.25"),
    ("0E5", false, "0"),
    ("0.85", true, "85%"), ("1", true, "100%"), ("0.1255", true, "12.55%"), ("0", true, "0%"),
    ("110101199003070016", false, "110101199003070000"), ("1E300", false, "1E300"),
    // As binary fractions are written that stand for what was typed.
    ("0.84999999999999998", false, "0.85"), ("-1.1000000000000001", false, "-1.1"),
    ("79.900000000000006", false, "79.9"), ("1.10000000000000009", false, "1.1"),
    ("0.28999999999999998", true, "29%"), ("1.0000000000000000E-2", false, "0.01"),
    // Two thirds: no line has so many digits.
    ("0.66666666666666663", false, "0.666666666666667"),
  ])
  func aNumberOfATableIsPlainAndHasFifteenDigits(written: String, isPercent: Bool, plain: String) {
    #expect(number(written, isPercent) == [plain])
  }

  /// What is near a short number and is not written like its fraction.
  @Test(arguments: [
    ("0.30000000000000004", false, "0.3", "0.30000000000000004"),
    ("59.999999999999999", false, "60", "59.999999999999999"),
    ("19.999999999999996", false, "20", "19.999999999999996"),
    ("99.9999999999999999", false, "100", "99.9999999999999999"),
    ("-0.30000000000000004", false, "-0.3", "-0.30000000000000004"),
    ("0.30000000000000004", true, "30%", "30.000000000000004%"),
    ("1.9999999999999996E-1", false, "0.2", "0.19999999999999996"),
  ])
  func aNumberThatIsAnotherWithFifteenDigitsKeepsBoth(
    written: String, isPercent: Bool, shown: String, exact: String
  ) {
    #expect(number(written, isPercent) == [shown, exact])
  }

  private func number(_ written: String, _ isPercent: Bool) -> [String] {
    let read = Array(written.utf8).withUnsafeBufferPointer {
      SheetNumber.read($0, isPercent: isPercent)
    }
    return ([read.shown] + [read.exact].compactMap(\.self)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
