import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// One row that cannot be told apart into cells rejects whom it may concern, and nobody else.
@Suite(.timed) struct BrokenRowTests {
  private struct Scored {
    var lines: [String]
    var codes: [String]
    var diagnostics: [Diagnostic]
  }

  /// Columns and rows; in blocks and, with a letter of the old encoding, as a whole.
  private func score(
    _ facts: String?, _ staff: String?, fuses: Bool = true
  ) throws -> Scored {
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(PortfolioTests.rubric, path: "small.yaml"), digest: "", into: &diagnostics))
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var options = PortfolioReader.Options()
    options.fuses = fuses
    let portfolio = reader.read(
      facts: facts.map { PortfolioFile("facts.csv", bytes: Array($0.utf8)) },
      tables: staff.map { [("staff", PortfolioFile("staff.csv", bytes: Array($0.utf8)))] } ?? [],
      options, into: &diagnostics)
    var scoring = Portfolio.Options()
    scoring.fuses = fuses
    let text = portfolio?.score(scoring).text ?? ""
    return Scored(
      lines: text.split(separator: "\n").dropFirst().map(String.init),
      codes: diagnostics.all.map(\.code), diagnostics: diagnostics.all)
  }

  private static let facts = "station_id,房间,status\na,4,x\nb,1,x\nc,2,x\n"
  private static let staff = "station_id,certified,remark\na,是,\nb,是,\nc,否,\n"

  @Test(
    arguments: [
      ("a,4,x\nb,1,x\nc,2,x,tall\n", "overlong-row"),
      ("a,4,x\nb,1,x\nc,2,\"x\"y\n", "text-after-quote"),
      ("a,4,x\nc,\"2\"0,x\nb,1,x\n", "text-after-quote"),
    ], [true, false])
  func aBrokenRowOfTheFactsRejectsItsSubject(broken: (rows: String, code: String), fuses: Bool)
    throws
  {
    let found = try score("station_id,房间,status\n" + broken.rows, Self.staff, fuses: fuses)
    #expect(found.lines.contains("c,,,,,,rejected"))
    #expect(found.lines.filter { $0.hasSuffix(",evaluated") }.count == 2)
    #expect(found.codes == [broken.code, "broken-row-of-subject"])
  }

  @Test(
    arguments: [
      ("a,是,\nb,是,\nc,否,,tall\n", "overlong-row"),
      ("a,是,\nb,是,\nc,否,\"old\" place\n", "text-after-quote"),
      ("a,是,\nc,\"否\"!,\nb,是,\n", "text-after-quote"),
    ], [true, false])
  func aBrokenRowOfATableRejectsItsSubject(broken: (rows: String, code: String), fuses: Bool) throws
  {
    let found = try score(
      Self.facts, "station_id,certified,remark\n" + broken.rows, fuses: fuses)
    #expect(
      found.lines == [
        "a,6.00,6.00,6.00,poor,,evaluated", "b,3.50,3.50,3.50,poor,,evaluated", "c,,,,,,rejected",
      ])
    // What stands in the cell itself may not fit either.
    #expect(
      found.codes.filter { $0 != "unfitting-cell" } == [broken.code, "broken-row-of-subject"])
  }

  /// Behind a cell that was taken apart the key stands further right.
  @Test func whereTheKeyStandsBehindEverybodyWhomTheRowMayNameIsRejected() throws {
    let found = try score(Self.facts, "certified,remark,station_id\n是,,a\n是,tall, wide,b\n否,,c\n")
    #expect(
      found.lines == [
        "a,6.00,6.00,6.00,poor,,evaluated", "b,,,,,,rejected", "c,3.00,3.00,3.00,poor,,evaluated",
      ])
    #expect(found.codes == ["overlong-row", "broken-row-of-subject"])
    let both = try score(Self.facts, "certified,remark,station_id\n是,,a\n是,tall,c,b\n否,,c\n")
    #expect(both.lines.filter { $0.hasSuffix("rejected") }.map { $0.prefix(1) } == ["b", "c"])
  }

  @Test func aCellThatMayBePrivateIsNotShownAsAKey() throws {
    let found = try score(
      "房间,status,station_id\n4,x,a\n1,secret, more,b\n2,x,c\n", Self.staff)
    #expect(found.lines.map { $0.prefix(1) } == ["a", "c"])
    #expect(found.codes == ["overlong-row", "broken-row-of-nobody", "unknown-key-of-rows"])
    #expect(!found.diagnostics.contains { $0.headline.en.contains("secret") })
    let strangers = try score(
      Self.facts, "certified,remark,station_id\n是,,a\n是,tall,secret,z\n否,,c\n")
    #expect(!strangers.diagnostics.contains { $0.headline.en.contains("secret") })
    #expect(strangers.lines.filter { $0.hasSuffix("rejected") } == [])
  }

  @Test func aKeyWithTextBehindItsQuoteMayBeAnybodys() throws {
    let known = try score(Self.facts, "station_id,certified,remark\na,是,\n\"b\" ,是,\nc,否,\n")
    #expect(known.lines.filter { $0.hasSuffix("rejected") } == ["b,,,,,,rejected"])
    let unknown = try score(Self.facts, "station_id,certified,remark\na,是,\n\"b\"x,是,\nc,否,\n")
    #expect(unknown.lines.isEmpty)
    #expect(unknown.codes == ["text-after-quote", "unknown-key-of-rows", "owners-unknown"])
  }

  @Test(arguments: [
    "station_id,房间,status\na,4,x\nb,1,\"x\n", "station_id,房间,status\na,4,x\nb,1,\"x\nc,2,\"y\n",
  ])
  func whereRowsAreLostNobodyIsScored(facts: String) throws {
    let found = try score(facts, Self.staff)
    #expect(found.lines.isEmpty)
    #expect(!found.codes.isEmpty)
  }

  @Test func aHeaderThatStandsTwiceMattersOnlyWhereItIsRead() throws {
    let unread = try score(
      "station_id,房间,status,remark,remark\na,4,x,,\nb,1,x,,\nc,2,x,,\n",
      "station_id,certified,remark,remark\na,是,,\nb,是,,\nc,否,,\n")
    #expect(unread.lines.filter { $0.hasSuffix(",evaluated") }.count == 3)
    #expect(unread.codes == ["unread-header-twice", "unread-header-twice"])
    let facts = try score("station_id,房间,status,房间\na,4,x,1\n", nil)
    #expect(facts.lines.isEmpty)
    #expect(facts.codes == ["duplicate-header"])
    #expect(facts.diagnostics.first?.headline.en == "columns 2 and 4 are both named `房间`")
    let table = try score(Self.facts, "station_id,certified,station_id\na,是,b\n")
    #expect(table.lines.isEmpty)
    #expect(table.codes == ["duplicate-header"])
  }

  @Test func aHeaderBelowATitleIsFoundAndSaid() throws {
    let plain = try score(Self.facts, Self.staff)
    let below = try score(
      "Stations of the county\n\n,,\n" + Self.facts, "附件1,,\n单位：人,,\n" + Self.staff)
    #expect(below.lines == plain.lines)
    #expect(below.codes == ["header-below", "header-below"])
    #expect(below.diagnostics.first?.place?.description == "facts.csv:4 (station_id)")
    // Nothing but the key: the first line that has it.
    let keyOnly = try score(nil, "a title\nstation_id\na\n")
    #expect(keyOnly.codes.first == "header-below")
  }

  /// Spreadsheets say by `sep=;` what they write between cells; old ones end lines with a carriage return alone.
  @Test(
    arguments: [
      ("sep=;\n", ";", "\n"), ("sep=;\r\n", ";", "\r\n"), ("", ",", "\r"), ("", "\t", "\r\n"),
    ], [true, false])
  func whatSpreadsheetsSayOfTheirFormIsRead(
    form: (first: String, separator: String, end: String), fuses: Bool
  ) throws {
    func written(_ text: String) -> String {
      form.first
        + text.replacing(",", with: form.separator).replacing("\n", with: form.end)
    }
    let plain = try score(Self.facts, Self.staff, fuses: fuses)
    let found = try score(written(Self.facts), written(Self.staff), fuses: fuses)
    #expect(plain.lines.count == 3)
    #expect(found.lines == plain.lines)
    #expect(found.codes == plain.codes)
  }

  @Test func aTitleBelowASeparatorLineIsToldAsOneLine() throws {
    let below = try score("sep=,\nStations,,\n" + Self.facts, Self.staff)
    #expect(below.lines == (try score(Self.facts, Self.staff)).lines)
    #expect(below.codes == ["header-below"])
    #expect(below.diagnostics.first?.headline.en.hasSuffix("not read: 1") == true)
  }

  @Test(arguments: [
    ("站点;房间\na;1\n", "semicolons"), ("站点|房间\na|1\n", "bars"), ("站点，房间\na，1\n", "full-width commas"),
    ("\"站点,\"\"房间\"\"\"\n\"a,1\"\n", "quoted as one cell"),
  ])
  func aMissingKeyShowsWhatTheFileLooksLike(file: String, words: String) throws {
    let found = try score(file, nil)
    #expect(found.codes == ["missing-key-column"])
    let diagnostic = try #require(found.diagnostics.first)
    #expect(diagnostic.notes.contains { $0.en.contains(words) })
    #expect(diagnostic.notes.first?.en.hasPrefix("its headers are: `") == true)
    #expect(diagnostic.help?.en.contains("--key") == false)
  }

  @Test(arguments: ["*station_id", "station_id：", "station id", "station_id（编号）"])
  func aMissingKeyNamesTheNearestHeader(header: String) throws {
    let found = try score("\(header),房间,status\na,4,x\n", nil)
    let diagnostic = try #require(found.diagnostics.first)
    #expect(diagnostic.code == "missing-key-column")
    #expect(diagnostic.help?.en.hasPrefix("write `station_id` instead of") == true)
  }
}
