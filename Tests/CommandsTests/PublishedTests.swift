import Foundation
import TestSupport
import Testing

/// `test RUBRIC --facts FILE --expect …`: published results beside the facts that they were computed from.
@Suite(.timed, .serialized) struct PublishedTests {
  private static let rubric = Places.root.appending(path: "samples/portfolio/quick-look.yaml").path
  private static let header = "站点编号,开放天数,运行状态,总分,等级,开放得分"
  private static let staff =
    "站点编号,姓名,持证,督导时数\nstation-2,甲,是,6\nstation-1,乙,是,12\nstation-1,丙,否,7.5"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func test(_ rows: String, _ more: [String] = [], sheet: Bool = false) throws -> [String] {
    let table = scratch.folder.appending(path: "staff.csv").path
    try scratch.write("staff.csv", Array(Self.staff.utf8))
    var file = "rows.csv"
    if sheet {
      var maker = WorkbookMaker()
      maker.add("名册", csv: Self.header + "\n" + rows)
      file = "rows.xlsx"
      try scratch.write(file, maker.zip)
    } else {
      try scratch.write(file, Array((Self.header + "\n" + rows + "\n").utf8))
    }
    let path = scratch.folder.appending(path: file).path
    return Session.screen(
      of: ["test", Self.rubric, "--facts", path, "--table", "专职人员=" + table, "--lang", "en"]
        + (more.contains("--expect") ? [] : ["--expect", "score=总分,grade=等级,open-days=开放得分"])
        + more
    ).map { $0.replacing(scratch.folder.path + "/", with: "") }
  }

  private static let right = "station-1,251,正常,71.5,fair,40\nstation-2,230,正常,44,一般,20"

  @Test func whatIsPublishedComesOut() throws {
    for sheet in [false, true] {
      let screen = try test(
        Self.right.replacing("一般", with: "poor"), sheet: sheet)
      #expect(screen.last == "2 of 2 rows come out as published")
    }
  }

  @Test func aDifferenceIsToldAtItsCell() throws {
    let rows = "station-1,251,正常,71.4,fair,40\nstation-2,230,正常,44.0,good,"
    let screen = try test(rows)
    #expect(screen.contains { $0.hasPrefix("error[published-differs]: `score` of `station-1`") })
    #expect(screen.contains(" --> rows.csv:2 (总分)"))
    #expect(screen.contains(" --> rows.csv:3 (等级)"))
    #expect(screen.contains("0 of 2 rows come out as published; 2 of 5 values differ"))
    let sheet = try test(rows, sheet: true)
    #expect(sheet.contains(" --> rows.xlsx!名册!D2") && sheet.contains(" --> rows.xlsx!名册!E3"))
    let excepted = try test(rows, ["--except", "station-1,station-2"])
    #expect(excepted.last == "0 of 0 rows come out as published; 2 left out")
  }

  @Test func whatIsOpenIsNoPublishedNumber() throws {
    let screen = try test("station-1,,正常,71.5,fair,40\nstation-2,230,正常,,,")
    #expect(screen.contains { $0.hasPrefix("error[published-differs]: `score` of `station-1`") })
    #expect(screen.contains { $0.contains("1 without a published result") })
  }

  @Test func whatCannotBeComparedIsTold() throws {
    let rows = "station-1,251,正常,71.5,fair,40"
    func codes(_ more: [String]) throws -> [String] {
      try test(rows, more).compactMap {
        $0.firstMatch(of: /^(?:error|warning)\[([a-z-]+)\]/).map { String($0.1) }
      }
    }
    #expect(try codes(["--expect", "points=总分"]).contains("expected-nothing"))
    #expect(try codes(["--expect", "score=得分"]).contains("published-column-missing"))
    #expect(try codes(["--except", "station-7"]).contains("except-nobody"))
    #expect(try test(rows, ["--expect", "总分"]).contains { $0.contains("--expect score=") })
  }
}
