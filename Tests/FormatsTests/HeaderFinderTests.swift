import Diagnostics
import TestSupport
import Testing

@testable import Formats

/// Which of the first lines is the header, of files of bundles and of portfolios alike.
@Suite(.timed) struct HeaderFinderTests {
  private static let columns: [HeaderFinder.Column] = [
    .init(["name"], fits: nil), .init(["hours", "工时"], fits: { Int($0) != nil }),
    .init(["certified"], fits: { ["yes", "no"].contains($0) }),
  ]

  /// The line that is found, and how many lines were asked for.
  private static func find(
    _ text: String, _ columns: [HeaderFinder.Column] = columns, key: String? = nil
  ) -> (line: Int?, asked: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }[...]
    var asked = 0
    let found = HeaderFinder(columns, key: key).find {
      asked += 1
      return lines.popFirst()
    }
    return (found, asked)
  }

  @Test(
    arguments: [
      ("name,hours\na,4", 0), ("姓名,工时,certified\na,4,yes", 0), ("Staff\nname,hours\na,4", 1),
      ("Staff,,\nunit: hours,,\nname,hours,certified", 2),
      // A remark of two cells over a wide table is no record; a row that fills it is one.
      ("year,2024,,\nname,hours,certified,remark", 1),
      ("a,4,yes\nb,5,no\nname,hours,certified", nil),
      // What has one name itself may be a header, and a row of several cells below it a record.
      ("name\nname,hours\na,4", 1), ("hours\nunit: hours\nname,hours", 2),
      ("name,remark\na,good\nname,hours", nil),
      // None of them says enough.
      ("name,remark\na,good", nil), ("a,b\nc,d", nil), ("", nil),
      (String(repeating: "title\n", count: 9) + "name,hours", 9),
      (String(repeating: "title\n", count: 10) + "name,hours", nil),
    ] as [(String, Int?)])
  func theFirstLineThatHoldsTwoDeclaredNames(text: String, line: Int?) {
    #expect(Self.find(text).line == line)
  }

  @Test func theOnlyDeclaredNameIsEnough() {
    let one = [HeaderFinder.Column(["name"], fits: nil)]
    #expect(Self.find("Staff\nname\na", one).line == 1)
  }

  @Test(
    arguments: [
      ("id,hours\na,4", 0), ("Staff\nid,hours\na,4", 1), ("name,hours\na,4", 0),
      // Nothing but the key.
      ("Staff\nid,remark\na,b", 1), ("id,remark\na,b", 0), ("remark,town\na,b", nil),
    ] as [(String, Int?)])
  func theKeyIsAName(text: String, line: Int?) {
    #expect(Self.find(text, key: "id").line == line)
    #expect(Self.find("id\na", [], key: "id").line == 0)
  }

  @Test func aColumnThatIsTheKeyIsOneName() {
    let columns = [HeaderFinder.Column(["id"], fits: nil)] + Self.columns
    #expect(Self.find("id\nid,hours\na,4", columns, key: "id").line == 1)
  }

  @Test func aHeaderOnTheFirstLineCostsNoOther() {
    #expect(Self.find("name,hours\na,4\nb,5").asked == 1)
    #expect(Self.find("Staff\nname,hours\na,4").asked == 2)
  }

  // MARK: files

  private static func table(
    _ text: String, _ search: HeaderSearch, into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    CSVReader.read(Array(text.utf8), path: "t.csv", header: search, into: &diagnostics)
  }

  /// Sought by names at once, or later: the same header, rows and lines.
  @Test(arguments: [
    "name,hours,certified\na,4,yes\n", "Staff\nname,hours,certified\na,4,yes\n",
    "sep=;\nname;hours;certified\na;4;yes\n", "sep=;\nStaff;;\nname;hours;certified\na;4;yes\n",
    "Staff\n\nunit: hours\nname\thours\tcertified\na\t4\tyes\n",
    "Staff,Staff,Staff\nname,hours,certified,\na,4,yes,,\n",
  ])
  func soughtAtOnceOrLaterItIsTheSame(text: String) throws {
    let finder = HeaderFinder(Self.columns)
    var (first, second) = (Diagnostics(), Diagnostics())
    let atOnce = try #require(Self.table(text, .named(finder), into: &first))
    var later = try #require(Self.table(text, .later, into: &second))
    if let row = later.rowOfHeader(finder) { later = later.headed(by: row, into: &second) }
    #expect(atOnce.header == ["name", "hours", "certified"])
    #expect(later.header == atOnce.header)
    #expect(later.lines == atOnce.lines)
    #expect((0..<later.rowCount).map(later.row) == (0..<atOnce.rowCount).map(atOnce.row))
    #expect(first.all.map(\.code) == second.all.map(\.code))
  }
}
