import Diagnostics
import Formats
import Foundation
import Hengxing
import Reports
import Scoring
import TestSupport
import Testing
import Values

/// A round that is a workbook alone.
@Suite(.timed, .serialized) struct RoundWorkbookTests {
  private static let rubric = """
    rubric: r
    edition: "1"
    language: en
    title: R
    subject: station
    fictional: true
    panels:
      experts:
        columns:
          panel: {weight: 100%, statistic: mean, at least: 1}
        recusal: [{relation: any, years: 2}]
    sections:
      - id: s
        title: S
        points: 10
        items:
          - {id: i, title: I, points: 10, says: Marks., basis: {rule: illustrative, points: illustrative}, measures: process, panel: experts, score: {judge: {from: 0, to: 10}}}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades:
      - {id: good, title: Good, at least: 6}
      - {id: poor, title: Poor}

    """
  private static let head =
    "项目,内容\n标识,r-1\n名称,某县一轮（虚构）\n语言,中文\n虚构,是\n评估期首日,2024-01-01\n评估期末日,2024-12-31\n截止日,2025-01-15\n细则,rubric.yaml\n异议截止日,2025-02-01\n异议受理单位,某县"
  private static let subjects = "标识,名称,细则,证据包\na,甲站,r,a\nb,乙站,r,b"

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("rubric.yaml", Self.rubric)
    for id in ["a", "b"] {
      try scratch.write("\(id)/bundle.yaml", "subject: \(id)\n")
      for (name, mark) in [("甲评委", 9), ("乙评委", 5)] {
        try scratch.write(
          "\(id)/judgements/\(name).yaml", "by: \(name)\nrole: panel\nmarks: {i: \(mark)}\n")
      }
    }
  }

  private func write(_ sheets: [(name: String, csv: String)]) throws -> String {
    var maker = WorkbookMaker()
    for sheet in sheets { maker.add(sheet.name, csv: sheet.csv) }
    try scratch.write("round.xlsx", maker.zip)
    return scratch.folder.appending(path: "round.xlsx").path
  }

  private func read(_ sheets: [(name: String, csv: String)]) throws -> (Round?, [String]) {
    var found = Diagnostics()
    let round = RoundReader.read(at: try write(sheets), into: &found)
    return (round, found.all.map(\.code))
  }

  @Test func theSheetOfTheRoundSaysWhatAFileWould() throws {
    let (round, codes) = try read([("本轮", Self.head), ("评估对象", Self.subjects)])
    #expect(codes == [])
    let read = try #require(round)
    #expect(read.id == "r-1")
    #expect(read.isFictional)
    #expect(read.period.to.isoText == "2024-12-31")
    #expect(read.asOf.isoText == "2025-01-15")
    #expect(read.rubricPaths.map(\.text) == ["rubric.yaml"])
    #expect(read.objections?.until?.isoText == "2025-02-01")
    #expect(read.subjects.map(\.id) == ["a", "b"])
  }

  @Test func aWorkbookThatSaysNothingOfTheRoundIsNone() throws {
    let (round, codes) = try read([("评估对象", Self.subjects)])
    #expect(round == nil)
    #expect(codes == ["workbook-is-no-round"])
  }

  @Test func settingsThatNobodyKnowsAndThoseThatAreMissingAreTold() throws {
    let head = Self.head.replacing("截止日,2025-01-15\n", with: "截至,2025-01-15\n")
    let (round, codes) = try read([("本轮", head), ("评估对象", Self.subjects)])
    #expect(round == nil)
    #expect(codes == ["round-setting-not-read", "missing-key"])
  }

  @Test func runScoresTheWorkbookAlone() throws {
    let path = try write([
      ("本轮", Self.head), ("评估对象", Self.subjects),
      ("回避关系", "评委,对方,关系,结束日期\n甲评委,b,亲属,\n乙评委,a,曾任职,2020-01-01"),
    ])
    var found = Diagnostics()
    let result = try #require(
      Pipeline.run(path, Pipeline.Options(engine: "test"), into: &found))
    #expect(found.all.map(\.code) == [])
    // Of b only the second mark counts; the tie of the second assessor to a has ended long before.
    let scores = result.reports.map { $0.report.verdict.score.map { "\($0.low)" } ?? "-" }
    #expect(scores == ["7", "5"])
  }

  @Test func aTieToNobodyIsTold() throws {
    let (_, codes) = try read([
      ("本轮", Self.head), ("评估对象", Self.subjects), ("回避关系", "评委,对方,关系\n甲评委,,亲属"),
    ])
    #expect(codes == ["relation-to-nobody"])
  }
}
