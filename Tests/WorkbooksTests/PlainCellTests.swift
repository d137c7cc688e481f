import TestSupport
import Testing
import Workbooks

/// Cells that are taken from the window at once are read as those that come as events.
@Suite(.timed) struct PlainCellTests {
  /// Names, styles, types and contents, of which most go together in some program and some in none.
  private static let names = [
    "A1", "B1", "C1", "AA1", "$D$1", "a1", "E", "F0", "XFD1", "XFE1", "G1048577", "", "H1 ", "B2",
    "99999999999",
  ]
  private static let styles = [
    "", " s=\"0\"", " s=\"1\"", " s=\"3\"", " s=\"4\"", " s=\"5\"", " s=\"9\"", " s=\"x\"",
    " s=\"\"",
  ]
  private static let types = [
    "", " t=\"s\"", " t=\"n\"", " t=\"str\"", " t=\"inlineStr\"", " t=\"b\"", " t=\"e\"",
    " t=\"d\"", " t=\"\"",
    " t=\"odd\"",
  ]
  private static let contents = [
    "/>", "></c>", "><v/></c>", "><v></v></c>", "><v>1</v></c>", "><v>0</v></c>", "><v>7</v></c>",
    "><v>-12.50E+3</v></c>",
    "><v> 4 </v></c>", "><v>45292.75</v></c>", "><v>a&amp;b</v></c>", "><v>_x4E2D_</v></c>",
    "><v>社_工</v></c>",
    "><v>#DIV/0!</v></c>", "><v>2024-01-31</v></c>", "><v>a\tb</v></c>", "><v>a>b</v></c>",
    "><v>true</v></c>",
    "><f>1+1</f><v>2</v></c>", "><f>1+1</f></c>", "><v>1</v><v>2</v></c>",
    "><v>1<!-- 注 -->2</v></c>",
    "><v xml:space=\"preserve\"> x </v></c>", "><is><t>个案</t></is></c>",
    "><is><t> 个案 </t></is></c>", "><is><t/></is></c>",
    "><is><r><t>社</t></r><r><t>工</t></r></is></c>", "><is><t>a</t></is><v>3</v></c>",
    "><is><t>a_x000A_b</t></is></c>",
    "><is><t>\u{FFFE}</t></is></c>", "><v>9</v><extLst/></c>",
  ]

  /// The same cell with a second blank behind its name: nothing else looks at that.
  private func read(_ cells: [String], isSpaced: Bool) -> Found {
    let written = cells.map { isSpaced ? $0.replacing("<c r", with: "<c  r") : $0 }.joined()
    return Found(
      WorkbookMaker(
        "<row r=\"1\">\(written)</row><row r=\"2\"/>",
        strings: "<si><t>甲</t></si><si><t> 乙 </t></si>",
        formats: ["0.00%", "yyyy-mm-dd", "[h]:mm", "0\"元\"", "0.0,"]))
  }

  private func compare(_ cells: [String]) {
    let (plain, spaced) = (read(cells, isSpaced: false), read(cells, isSpaced: true))
    #expect(plain.cells == spaced.cells, "\(cells)")
    #expect(plain.places == spaced.places, "\(cells)")
    #expect(plain.readings.map(\.isUnordered) == spaced.readings.map(\.isUnordered), "\(cells)")
    #expect(plain.readings.map(\.cellCount) == spaced.readings.map(\.cellCount), "\(cells)")
  }

  @Test(arguments: types) func oneCellOfEveryKind(type: String) {
    for style in Self.styles {
      for content in Self.contents { compare(["<c r=\"A1\"\(style)\(type)\(content)"]) }
    }
  }

  @Test(arguments: names) func placesAreTheSame(name: String) {
    for content in Self.contents.prefix(8) {
      compare([
        "<c r=\"A1\"><v>5</v></c>", "<c r=\"\(name)\"\(content)", "<c r=\"Z1\"><v>6</v></c>",
      ])
    }
  }

  @Test func rowsOfMixedCells() {
    var chance = SeededRandom(seed: 20_261_201)
    for _ in 0..<400 {
      let cells = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
        let pick = { (list: [String]) in list.randomElement(using: &chance) ?? "" }
        return
          "<c r=\"\(pick(Self.names))\"\(pick(Self.styles))\(pick(Self.types))\(pick(Self.contents))"
      }
      compare(cells)
    }
  }

  @Test func cellsOfAnotherVocabularyAreNone() {
    let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    var maker = WorkbookMaker()
    maker.add("明细", sheet: "<sheetData xmlns=\"urn:x-other\">\(row)</sheetData>")
    #expect(Found(maker).cells == [])
  }
}
