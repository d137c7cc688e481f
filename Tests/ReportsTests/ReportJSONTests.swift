import Diagnostics
import TestSupport
import Testing

@testable import Reports

@Suite(.timed) struct ReportJSONTests {
  @Test func writingAndReadingGivesTheSameReport() throws {
    let text = ReportJSON.print(SampleReport.report)
    var diagnostics = Diagnostics()
    let report = try #require(
      ReportJSON.read(SourceText(text, path: "result.json"), into: &diagnostics)
    )
    #expect(ReportJSON.print(report) == text)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["", "[]", "{}", "{\"schema\": 1}", "{\"schema\": 99}", "nonsense"])
  func anythingElseIsRefusedWithAMessage(text: String) {
    var diagnostics = Diagnostics()
    #expect(ReportJSON.read(SourceText(text, path: "x.json"), into: &diagnostics) == nil)
    #expect(diagnostics.hasErrors)
  }

  @Test func explainsAnItemAndAFile() throws {
    let explanation = TextExplanation(SampleReport.report, in: .en)
    try expectGolden(explanation.item("certified") ?? "", "item.en.txt")
    try expectGolden(explanation.file("tables/专职人员.csv") ?? "", "file.en.txt")
    #expect(explanation.item("nothing") == nil)
    #expect(explanation.file("nothing") == nil)
  }
}
