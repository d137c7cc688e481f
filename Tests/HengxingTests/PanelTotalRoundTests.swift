import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Totals of assessors in the reports of a round, and how well the assessors agree.
@Suite(.timed) struct PanelTotalRoundTests {
  private static func judgement(_ by: String, _ role: String, _ marks: String) -> String {
    "by: \(by)\nrole: \(role)\ndate: 2025-01-10\nmarks: {\(marks)}\n"
  }

  private static func files() -> [String: String] {
    let rubric = Places.root.appending(path: "docs/examples/panel-totals.yaml").path
    var files = [
      "round.yaml": """
      round: totals
      title: Totals
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [\(rubric)]
      subjects:
        - {id: s, rubric: example-panel-totals, bundle: s}
        - {id: t, rubric: example-panel-totals, bundle: t}
      """
    ]
    for id in ["s", "t"] {
      files["\(id)/bundle.yaml"] = "subject: \(id)\nfacts: {有品牌项目: 否}\n"
      files["\(id)/judgements/a.yaml"] = judgement("甲", "reader", "plan: 18, report: 18")
      files["\(id)/judgements/b.yaml"] = judgement("乙", "reader", "plan: 14, report: 13")
      files["\(id)/judgements/c.yaml"] = judgement("丙", "referee", "plan: 16, report: 17")
      for (by, service, effect) in [("p1", 9, 80), ("p2", 8, 90), ("p3", 10, 50), ("p4", 3, 100)] {
        files["\(id)/judgements/\(by).yaml"] = judgement(
          by, "jury", "service: \(service), effect: \(effect)")
      }
    }
    return files
  }

  @Test func reportsShowEveryTotalAndItsWeight() throws {
    let (result, codes) = try TemporaryRound(Self.files()).run()
    #expect(codes == [])
    let item = try #require(result.item("service", of: "s"))
    let totals = try #require(item.panels?.first?.columns.first?.totals)
    #expect(
      totals.map(\.en) == [
        "`p1`: total 43 of 50, left out", "`p2`: total 42 of 50, weight 1/2",
        "`p3`: total 40 of 50, weight 1/2", "`p4`: total 29 of 50, left out",
      ])
    let report = try #require(result.reports.first?.report)
    #expect(HTMLPage.print(report, in: .zh).contains("总分 42（满分 50），权重 1/2"))
    let explained = try #require(TextExplanation(report, in: .en).item("plan"))
    #expect(explained.contains("totals lay 9 points apart, more than 20% of 40"))
    #expect(explained.contains("`丙`: total 33 of 40, weight 1/2"))
    var diagnostics = Diagnostics()
    let again = ReportJSON.read(
      SourceText(ReportJSON.print(report), path: "result.json"), into: &diagnostics)
    #expect(again?.sections == report.sections)
  }

  @Test func assessorsAgreeAsTheirMarksDoWhateverIsMadeOfTotals() throws {
    var files = Self.files()
    let (whole, _) = try TemporaryRound(files).run()
    let totals = try #require(whole.index.agreement?.first)
    // The same marks under a rubric that combines them item by item.
    let text = try String(
      contentsOf: Places.root.appending(path: "docs/examples/panel-totals.yaml"), encoding: .utf8)
    files["rubric.yaml"] = text.replacing("    per: total\n", with: "")
    files["round.yaml"] = files["round.yaml"]?.replacing(
      #/rubrics: \[.*\]/#, with: "rubrics: [rubric.yaml]")
    let items = try #require(try TemporaryRound(files).run().result.index.agreement?.first)
    #expect(!totals.items.isEmpty)
    #expect(totals.items == items.items)
    #expect(totals.assessors == items.assessors)
    #expect(totals.pairs == items.pairs)
  }
}
