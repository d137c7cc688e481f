import Diagnostics
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import ScoreSheets

/// Tables without heads: read where their shape leaves no doubt.
@Suite(.timed) struct HeadlessTests {
  private func read(_ csv: String, _ name: String) throws -> (
    written: ScoreSheet.Written?, codes: [String]
  ) {
    let scratch = try Scratch()
    var maker = WorkbookMaker()
    maker.add("评分", csv: csv)
    try scratch.write("\(name).xlsx", maker.zip)
    var diagnostics = Diagnostics()
    let written = ScoreSheet.read(
      scratch.folder.appending(path: "\(name).xlsx").path, id: "sheet", into: &diagnostics)
    return (written?.first, diagnostics.all.map(\.code))
  }

  private static let plain = """
    某县社工站评分（虚构）
    1,持证社工,40,持证社工不少于4人；每少1人扣10分；扣完为止
    2,满意度,30,满意率90%以上得30分；80%以上得20分
    3,制度建设,30,有值班、财务、档案三项制度，每项10分
    合计,,100,
    """

  @Test func labelsPointsAndSentencesAreReadAndAskedAbout() throws {
    let (written, codes) = try read(Self.plain, "plain")
    #expect(codes == [])
    let rubric = try #require(written)
    #expect(rubric.itemCount == 3)
    #expect(rubric.points == 100)
    #expect(rubric.questions.contains { $0[2].hasPrefix("表没有表头") && $0[2].contains("第 3 列分值") })
    var found = Diagnostics()
    let read = Rubric.read(
      SourceText(rubric.text, path: "sheet.yaml"), digest: "", into: &found)
    #expect(read?.heads == nil)
    #expect(!found.hasErrors)
  }

  @Test func pointsMayStandInTheLabels() throws {
    let (written, _) = try read(
      """
      持证社工（40分）,持证社工不少于4人；每少1人扣10分；扣完为止
      满意度（30分）,满意率90%以上得30分；80%以上得20分
      制度建设（30分）,有值班、财务、档案三项制度；每项10分
      """, "labels")
    #expect(written?.itemCount == 3)
    #expect(written?.points == 100)
  }

  /// Two columns of numbers, sentences without points, a column behind the sentences: any of them could be something else.
  @Test(arguments: [
    "甲,40,10,持证社工不少于4人得分\n乙,30,20,满意率90%以上得分\n丙,30,30,制度齐全的得10分",
    "甲,40,地址在某镇某路某号\n乙,30,地址在某镇某路某号\n丙,30,地址在某镇某路某号",
    "甲,40,持证社工不少于4人得40分,台账\n乙,30,满意率90%以上得30分,问卷\n丙,30,制度齐全的得30分,汇编",
    "甲,40,持证社工不少于4人得40分",
  ])
  func whatCouldBeReadInTwoWaysIsNot(csv: String) throws {
    let (written, codes) = try read(csv, "unclear")
    #expect(written == nil)
    #expect(codes == ["no-score-sheet"])
  }
}
