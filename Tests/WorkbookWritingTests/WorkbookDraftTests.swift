import Archives
import Bundles
import Diagnostics
import TestSupport
import Testing
import Workbooks

@testable import WorkbookWriting

/// What is drafted is what is read.
@Suite(.timed) struct WorkbookDraftTests {
  private func workbook(_ draft: WorkbookDraft) throws -> Workbook {
    var found = Diagnostics()
    let opened = Workbook.open(
      .bytes(ZipBytes(try draft.bytes())), shownAs: "a.xlsx", into: &found)
    #expect(found.isEmpty)
    return try #require(opened)
  }

  private func grid(_ draft: WorkbookDraft, _ sheet: Int = 0) throws -> SheetGrid {
    let workbook = try workbook(draft)
    var found = Diagnostics()
    let grid = SheetGrid(workbook.sheets[sheet], of: workbook, into: &found)
    #expect(found.isEmpty)
    return grid
  }

  private func draft(_ contents: [SheetDraft.Content]) -> WorkbookDraft {
    var sheet = SheetDraft(name: "表")
    for (row, content) in contents.enumerated() { sheet.set(row + 1, 1, content) }
    var draft = WorkbookDraft(title: "试")
    draft.add(sheet)
    return draft
  }

  @Test func aTextStaysATextWhateverItBeginsWith() throws {
    let texts = [
      "=1+1", "+86", "-3", "@名", "{=1}", "=HYPERLINK(\"http://x\")", "TRUE", "007", "1e3", "#N/A",
      "http://x.test", "_x0041_", "_x005F_x0041_", "甲\n乙", "<&>\"'", " 前后 ", "𠮷👩‍👩‍👧",
    ]
    let grid = try grid(draft(texts.map { .text($0) }))
    for (row, text) in texts.enumerated() {
      let cell = try #require(grid[row + 1, 1])
      #expect(cell.text == text)
      #expect(cell.kind == .text && !cell.hasFormula, "\(text)")
    }
  }

  @Test func whatNoFileCarriesIsABox() throws {
    let grid = try grid(draft([.text("a\u{0}b\u{1}c\u{1F}d\u{FFFE}e\r\nf\tg")]))
    #expect(grid.text(1, 1) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\nf\tg")
  }

  @Test func numbersKeepTheirDigits() throws {
    let numbers = [
      "0", "-1", "0.07", "79.95", "123456789012345", "0.1", "1234567.891", "1234567890123456",
      "3.14159265358979323846", "007", "1e5", "12%", "5.", ".5",
    ]
    let grid = try grid(draft(numbers.map { .number($0) }))
    for (row, number) in numbers.enumerated() { #expect(grid.text(row + 1, 1) == number) }
    #expect(grid[1, 1]?.kind == .number)
    // Sixteen digits would lose one, leading zeros would go.
    #expect(grid[8, 1]?.kind == .text && grid[10, 1]?.kind == .text)
  }

  @Test func daysAreDays() throws {
    let grid = try grid(draft([.date(year: 2024, month: 2, day: 29)]))
    #expect(grid.text(1, 1) == "2024-02-29" || grid[1, 1]?.kind == .number)
  }

  @Test func namesOfSheetsAreCleanAndOfTheirOwn() throws {
    let long = String(repeating: "很长的名称", count: 9)
    let wanted = [
      "", "History", "a/b:c*d?e[f]g\\h", "'quoted'", long, long, "Sheet", "SHEET",
      "\u{1}", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧",
    ]
    var draft = WorkbookDraft(title: "")
    let names = wanted.map { draft.add(SheetDraft(name: $0)) }
    #expect(Set(names.map { $0.lowercased() }).count == wanted.count)
    for name in names {
      #expect((1...31).contains(name.utf16.count))
      #expect(!name.contains { "[]:*?/\\".contains($0) })
    }
    #expect(try workbook(draft).sheets.map(\.name) == names)
  }

  @Test func anythingMayBeANameOfACell() throws {
    var draft = draft([.text("x")])
    for name in ["A1", "r1c1", "名 称", "", "=1", "a!b", "1x"] {
      draft.define(name, sheet: "表", row: 1, column: 1)
    }
    #expect(try workbook(draft).sheets.count == 1)
  }

  @Test func listsOfAnyLengthAreOffered() throws {
    var sheet = SheetDraft(name: "表")
    let lists = [
      ["是", "否"], ["一,二", "三"], (0..<400).map { "第\($0)项" }, ["=a", "\"b\""], [],
      [String(repeating: "长", count: 300)],
    ]
    for (index, list) in lists.enumerated() {
      sheet.add(EntryRule(rows: 1...9, columns: index + 1...index + 1, .list(list)))
    }
    var draft = WorkbookDraft(title: "")
    draft.add(sheet)
    let workbook = try workbook(draft)
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden])
    var found = Diagnostics()
    let texts = SheetGrid(workbook.sheets[1], of: workbook, into: &found)
    #expect(texts.text(1, 1) == "一,二" && texts.text(400, 2) == "第399项")
  }

  @Test func theSameDraftGivesTheSameBytes() throws {
    var draft = draft([.text("甲"), .number("1.5"), .date(year: 2024, month: 1, day: 1)])
    draft.define("x", sheet: "表", row: 1, column: 1)
    #expect(try draft.bytes() == draft.bytes())
  }

  @Test func placesOutsideASheetAreLeftOut() throws {
    var sheet = SheetDraft(name: "表")
    for (row, column) in [(0, 1), (1, 0), (-1, -1), (1_048_577, 1), (1, 16_385), (.max, .max)] {
      sheet.set(row, column, "x")
      sheet.note(row, column, "x")
    }
    sheet.set(1, 1, "y")
    var draft = WorkbookDraft(title: "")
    draft.add(sheet)
    #expect(try grid(draft).rows == [1])
  }

  @Test func aTextTooLongForACellIsRefusedInWords() throws {
    let longest = String(repeating: "字", count: WrittenText.longest)
    #expect(try grid(draft([.text(longest)])).text(1, 1) == longest)
    #expect(throws: WorkbookFailure.self) { try draft([.text(longest + "字")]).bytes() }
  }
}
