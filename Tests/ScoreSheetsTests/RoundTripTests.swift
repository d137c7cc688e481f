import Diagnostics
import Formats
import Foundation
import Papers
import Reports
import Rubrics
import TestSupport
import Testing
import Values
import WorkbookWriting

@testable import ScoreSheets

/// A sheet that was read and printed again is read as the same sheet.
@Suite(.timed) struct RoundTripTests {
  @Test(
    arguments: ["project.xlsx", "check.docx", "indicators.xlsx", "tender.docx", "parts.docx"],
    ["docx", "xlsx"])
  func thePrintedSheetIsReadAsTheOneItCameFrom(name: String, form: String) throws {
    let written = try #require(SheetTests.read(name).written?.first)
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(
        SourceText(written.text, path: "sheet.yaml"), digest: "", into: &diagnostics))
    let paper = SheetPaper(SheetBuilder.build(rubric), in: .zh)
    let file = FileManager.default.temporaryDirectory.appending(
      path: "again-\(written.id).\(form)")
    let bytes = try form == "docx" ? paper.bytes : paper.workbook.bytes()
    try Data(bytes).write(to: file)
    var again = Diagnostics()
    let read = try #require(ScoreSheet.read(file.path, id: written.id, into: &again)?.first)
    #expect(again.isEmpty, "\(DiagnosticRenderer(language: .en).render(again))")
    #expect(read.itemCount == written.itemCount)
    #expect(read.points == written.points)
    func lines(_ text: String, _ key: String) -> [String] {
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(key) }
        .map(String.init)
    }
    #expect(lines(read.text, "title: ") == lines(written.text, "title: "))
    // A sheet whose parts stand above its tables has a head of ours for them.
    let heads = lines(written.text, "levels: ").first?.dropFirst("levels: [".count) ?? ""
    #expect(lines(read.text, "levels: ").first?.hasSuffix(heads) == true)
    #expect(
      lines(read.text, "points: ").filter { Number($0.dropFirst(8)) != nil }
        == lines(written.text, "points: ").filter { Number($0.dropFirst(8)) != nil })
  }
}
