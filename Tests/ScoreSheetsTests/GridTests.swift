import Diagnostics
import TestSupport
import Testing
import Values

@testable import ScoreSheets

@Suite(.timed) struct GridTests {
  private func grid(_ rows: [[String]], _ merged: [(Int, Int, Int, Int)] = []) -> ScoreTable {
    var cells: [ScoreTable.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        let area = merged.first { $0.0 == row + 1 && $0.1 == column + 1 }
        cells.append(
          ScoreTable.Cell(
            row: row + 1, column: column + 1, rows: area?.2 ?? 1, columns: area?.3 ?? 1, text: text)
        )
      }
    }
    return ScoreTable(name: "表", path: "x.xlsx", cells: cells)
  }

  /// The outline in lines: parts with points, and items with theirs below.
  private func outline(_ grid: ScoreTable) throws -> [String] {
    let header = try #require(SheetHeader(of: grid))
    var reader = SheetOutlineReader(grid, SheetColumns(header, of: grid))
    let outline = reader.read()
    var lines: [String] = []
    func write(_ part: SheetOutline.Part, _ indent: String) {
      lines.append("\(indent)\(part.title) \(part.points?.description ?? "-")")
      for item in part.items {
        lines.append("\(indent)· \(item.title) \(item.points?.description ?? "-")")
      }
      for inner in part.parts { write(inner, indent + "  ") }
    }
    for part in outline.parts { write(part, "") }
    if let total = outline.total { lines.append("total \(total.points)") }
    return lines
  }

  @Test(arguments: [
    ("5", "5"), ("5分", "5"), ("（5分）", "5"), ("(5)", "5"), ("五分", "5"), ("25%", "25"), ("0-5分", "5"),
    ("满分5分", "5"), ("0.5", "0.5"), ("十二分", "12"),
  ])
  func pointsAreReadHoweverTheyAreWritten(text: String, points: String) {
    #expect(LabelPoints.cell(text) == Number(points))
  }

  @Test(arguments: ["", "查阅", "5人", "第5项", "2024年", "/"])
  func whatIsNoPointsIsNone(text: String) {
    #expect(LabelPoints.cell(text) == nil)
  }

  @Test(arguments: [
    ("组织建设（20分）", "组织建设", "20"), ("运作模式(31)", "运作模式", "31"), ("项目设计（权重25%）", "项目设计", "25"),
    ("组织建设20分", "组织建设", "20"), ("一、组织建设：20分", "一、组织建设", "20"), ("服务（含走访）（15分）", "服务（含走访）", "15"),
    ("（10分）组织建设", "组织建设", "10"),
  ])
  func pointsStandInLabels(text: String, label: String, points: String) {
    let read = LabelPoints(text)
    #expect(read.points == Number(points))
    #expect(read.label == label)
  }

  @Test(arguments: ["组织建设", "三社联动", "2024年工作", "附件（一）", "服务（含走访）"])
  func labelsWithoutPointsHaveNone(text: String) {
    #expect(LabelPoints(text).points == nil)
  }

  @Test func labelsMergedDownAndLabelsLeftBlankAreOne() throws {
    let merged = grid(
      [
        ["类别", "项目", "分值", "评分标准"], ["组织", "场所", "5", "有得分"], ["", "制度", "5", "有得分"],
        ["服务", "走访", "10", "有得分"],
      ], [(2, 1, 2, 1)])
    let blank = grid([
      ["类别", "项目", "分值", "评分标准"], ["组织", "场所", "5", "有得分"], ["", "制度", "5", "有得分"],
      ["服务", "走访", "10", "有得分"],
    ])
    let repeated = grid([
      ["类别", "项目", "分值", "评分标准"], ["组织", "场所", "5", "有得分"], ["组织", "制度", "5", "有得分"],
      ["服务", "走访", "10", "有得分"],
    ])
    let expected = ["组织 -", "· 场所 5", "· 制度 5", "服务 -", "· 走访 10"]
    #expect(try outline(merged) == expected)
    #expect(try outline(blank) == expected)
    #expect(try outline(repeated) == expected)
  }

  @Test func pointsMergedOverRowsMakeOneItem() throws {
    let sheet = grid(
      [
        ["项目", "分值", "评分标准"], ["制度", "10", "有值班制度得5分"], ["", "", "有财务制度得5分"],
        ["队伍", "10", "有得分"],
      ], [(2, 1, 2, 1), (2, 2, 2, 1)])
    #expect(try outline(sheet) == ["评分项目 -", "· 制度 10", "· 队伍 10"])
  }

  @Test func pointsMergedOverLabelsAreThoseOfTheirPart() throws {
    let sheet = grid(
      [
        ["项目", "内容", "分值", "评分标准"], ["组织", "场所", "10", "有场所得4分，没有不得分"],
        ["", "制度", "", "有制度得6分，没有不得分"],
      ], [(2, 1, 2, 1), (2, 3, 2, 1)])
    #expect(try outline(sheet) == ["组织 -", "· 场所 -", "· 制度 -"])
  }

  @Test func titlesTotalsNotesAndHeadersAgainAreNoItems() throws {
    let sheet = grid(
      [
        ["某站评分表", "", ""], ["单位：", "", "日期："], ["项目", "分值", "评分标准"], ["一、组织（10分）", "", ""],
        ["场所", "10", "有得分"], ["小计", "10", ""], ["项目", "分值", "评分标准"], ["二、服务（20分）", "", ""],
        ["走访", "20", "有得分"], ["合计", "30", ""], ["注：本表一式两份。", "", ""], ["评估人签字：", "", "年 月 日"],
      ], [(1, 1, 1, 3)])
    #expect(
      try outline(sheet) == ["一、组织 10", "· 场所 10", "二、服务 20", "· 走访 20", "total 30"])
  }

  @Test func areasUponEachOtherEndSomewhere() {
    let cells = (0..<3000).map { _ in
      ScoreTable.Cell(row: 1, column: 1, rows: 3000, columns: 200, text: "一")
    }
    #expect(ScoreTable(name: "", path: "", cells: cells).text(row: 3000, column: 200) == "一")
  }
}
