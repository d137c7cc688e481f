import Diagnostics
import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Reports

@Suite(.timed) struct SheetTests {
  static func rubric(_ path: String) throws -> Rubric {
    let text = try String(contentsOf: Places.root.appending(path: path), encoding: .utf8)
    var diagnostics = Diagnostics()
    return try #require(
      Rubric.read(SourceText(text, path: path), digest: "", into: &diagnostics), "\(path)")
  }

  /// The rubric that has everything once: every form, gate and kind of input.
  static let everything = "Tests/RubricsTests/Cases/base.yaml"

  @Test(arguments: Language.allCases)
  func theSheetSaysEveryFormInASentence(language: Language) throws {
    let sheet = SheetBuilder.build(try Self.rubric(Self.everything))
    try expectGolden(TextSheet.print(sheet, in: language), "sheet.\(language.rawValue).txt")
    try expectGolden(HTMLSheet.print(sheet, in: language), "sheet.\(language.rawValue).html")
  }

  static let shipped: [String] = ["rubrics", "docs/examples"].flatMap { folder in
    Places.files(in: Places.root.appending(path: folder), extension: "yaml")
      .map { String($0.path.dropFirst(Places.root.path.count + 1)) }
      .filter { !$0.hasSuffix(".tests.yaml") && !$0.contains("/renewal/") }
  }

  @Test(arguments: shipped)
  func everyItemHasItsRowAndEveryLineFitsThePaper(path: String) throws {
    guard let text = try? String(contentsOf: Places.root.appending(path: path), encoding: .utf8),
      text.hasPrefix("rubric: ") || text.contains("\nrubric: "),
      // One that stands on another is read with its file.
      !text.contains("\nbase: ")
    else { return }
    let rubric = try Self.rubric(path)
    let sheet = SheetBuilder.build(rubric)
    let rows = sheet.parts.flatMap(\.rows)
    #expect(rows.map(\.id) == rubric.everyItem.map(\.id))
    for row in rows { #expect(!row.scoring.isEmpty, "\(row.id)") }
    for language in Language.allCases {
      for line in TextSheet.print(sheet, in: language).split(separator: "\n") {
        #expect(displayWidth(of: line) <= 130, "\(line)")
      }
    }
  }

  @Test func aGridThatIsTooWideGoesOnBelow() {
    let columns = (1...9).map { Wording("from \($0)00 to \($0)99") }
    let grid = RubricSheet.Grid(
      down: [Wording("age")], across: [Wording("size")], columns: [columns],
      rows: [
        RubricSheet.Grid.Row(
          heads: [Wording("less than 5")], cells: (1...9).map { Wording("\($0)") }, remark: nil)
      ])
    let lines = GridText(grid, in: .en, width: 60).lines
    #expect(lines.allSatisfy { displayWidth(of: $0) <= 60 })
    #expect(lines.filter { $0.hasPrefix("age \\ size") }.count == 5)
    #expect(lines.filter { $0.hasPrefix("less than 5") }.count == 5)
    for column in columns { #expect(lines.filter { $0.contains(column.en) }.count == 1) }
  }

  @Test func wideCharactersBreakAnywhereAndUnitsStayWithTheirNumber() {
    #expect(wrapped("评估期内实际运营", to: 6) == ["评估期", "内实际", "运营"])
    #expect(
      wrapped("共得 4 分。", to: 8) == ["共得 4", "分。"] || wrapped("共得 4 分。", to: 8) == ["共得", "4 分。"])
    #expect(wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(wrapped("incomprehensibly", to: 5) == ["incom", "prehe", "nsibl", "y"])
    #expect(wrapped("", to: 5) == [""])
  }
}
