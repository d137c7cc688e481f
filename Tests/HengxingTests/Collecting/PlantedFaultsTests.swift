import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Hengxing

/// Sixty workbooks come back, and something is wrong with 25 of them: all are named, and nothing else is.
@Suite(.timed) struct PlantedFaultsTests {
  private static let assessors = ["评委甲", "评委乙", "评委丙", "评委丁", "评委戊", "评委己", "评委庚", "评委辛"]

  /// What somebody does to the form of a station, and what is said of it.
  private static var faults: [(what: String, edit: (inout EditedForm) -> Void, codes: [String])] {
    [
      ("renamed sheet", { $0["走访"].name = "走访记录" }, ["form-sheet-renamed"]),
      ("moved columns", { $0["走访"].swapColumns(1, 2) }, ["form-columns-moved"]),
      ("added column", { $0["走访"][1, 4] = .text("备注栏") }, ["form-column-added"]),
      ("missing column", { $0["走访"].removeColumn(2) }, ["form-column-missing"]),
      (
        "rows above",
        {
          $0["走访"].insertRows(2, before: 1)
          $0["走访"][1, 1] = .text("某某镇社工站走访登记表")
        }, ["form-rows-above"]
      ),
      (
        "total row",
        {
          $0["走访"][5, 1] = .text("合计")
          $0["走访"][5, 3] = .number("7.5")
        }, ["total-rows"]
      ),
      ("note", { $0["走访"][7, 1] = .text("注：以上为全年走访，不含节日慰问。") }, ["doubtful-rows"]),
      ("text in numbers", { $0["走访"][3, 3] = .text("约三小时") }, ["unfitting-cell"]),
      (
        "merged keys",
        {
          $0["走访"].merged = ["B2:B3"]
          $0["走访"][3, 2] = nil
        }, ["form-merged-cells"]
      ),
      ("scale in the cell", { $0["走访"][3, 3] = .text("300%") }, ["unfitting-cell"]),
      ("hidden rows", { $0["走访"].hiddenRows = [3] }, ["hidden-in-workbook"]),
      ("uncached formula", { $0["走访"][3, 3] = .formula("1+2") }, ["uncached-formula"]),
      (
        "date beyond the cut-off", { $0["走访"][3, 1] = .text("2025-04-02") },
        ["date-after-cut-off"]
      ),
      (
        "edited protected cell", { $0["基本情况"][$0["基本情况"].row("到位经费"), 1] = .text("经费") },
        ["form-cell-edited"]
      ),
      (
        "old version",
        {
          let row = $0["_hengxing"].row("digest")
          $0["_hengxing"][row, 2] = .text(String(repeating: "0", count: 64))
        }, ["form-outdated"]
      ),
      (
        "wrong station",
        { $0["基本情况"][$0["基本情况"].row("评估对象编号"), 2] = .text("st-61") },
        ["form-says-another"]
      ),
    ]
  }

  @Test func allOfThemAreNamedAndNothingElse() throws {
    let round = try CollectedRound(stations: 52, assessors: Self.assessors)
    var wanted: [String: [String]] = [:]
    for (fault, id) in zip(Self.faults, round.stations) {
      var form = try round.filled(id)
      fault.edit(&form)
      try round.send(id, form)
      wanted["\(id).xlsx"] = fault.codes
    }
    // 1 to 16 are those above. Two stations' files are swapped:
    try round.send("st-17.xlsx", round.filled("st-18").zip)
    try round.send("st-18.xlsx", round.filled("st-17").zip)
    for id in ["st-17", "st-18"] {
      wanted["\(id).xlsx"] = ["returned-under-another"]
      try round.send("\(id) 合同.pdf", Array("a contract of \(id)".utf8))
    }
    // Nothing came of 19; 20 came twice; 21 is broken; of 22 only the lock came beside the form.
    wanted["round.yaml"] = ["form-not-returned", "marks-not-returned"]
    var second = try round.filled("st-20")
    second["基本情况"][second["基本情况"].row("到位经费"), 2] = .number("13")
    try round.send("st-20")
    try round.send("st-20 (2).xlsx", second.zip)
    wanted["st-20.xlsx"] = ["returned-twice"]
    try round.send("st-21.xlsx", Array(round.filled("st-21").zip.prefix(2_000)))
    try round.send("st-21 合同.pdf", Array("a contract of st-21".utf8))
    wanted["st-21.xlsx"] = ["not-a-workbook"]
    try round.send("~$st-22.xlsx", [])
    wanted["~$st-22.xlsx"] = ["lock-file"]
    // A workbook that nobody handed out.
    var foreign = try round.filled("st-22")
    foreign.sheets.removeAll { $0.isHidden }
    try round.send("工资表.xlsx", foreign.zip)
    wanted["工资表.xlsx"] = ["not-a-form"]
    for id in round.stations.dropFirst(21) { try round.send(id) }
    try sendMarks(round, &wanted)

    let collection = try round.collect()
    let told = round.told(collection)
    for name in Set(told.keys).union(wanted.keys).sorted() {
      #expect(told[name] == wanted[name], "\(name)")
    }
    let workbooks = try FileManager.default.contentsOfDirectory(
      atPath: round.scratch.folder.appending(path: "back").path
    ).filter { $0.hasSuffix(".xlsx") && !$0.hasPrefix("~$") }
    #expect(workbooks.count == 60)

    let before = try round.files()
    let again = try round.collect()
    #expect(again.written == [])
    #expect(try round.files() == before)
    let retold = round.told(again)
    for name in Set(retold.keys).union(told.keys).sorted() {
      #expect(retold[name] == told[name], "\(name), again")
    }
  }

  private func sendMarks(_ round: CollectedRound, _ wanted: inout [String: [String]]) throws {
    for (index, name) in Self.assessors.enumerated() {
      var form = round.marked(name)
      switch index {
      case 0:
        form["评分"][6, 5] = .number("11")
        wanted["\(name).xlsx"] = ["mark-beyond-scale"]
      case 1:
        form["评分"][6, 9] = nil
        wanted["\(name).xlsx"] = ["mark-wants-reason"]
      case 2:
        form["评分"][6, 3] = .text("是")
        wanted["\(name).xlsx"] = ["recusal-ignored"]
      case 3:
        form["评委"][1, 2] = .text("别人")
        wanted["\(name).xlsx"] = ["form-says-another"]
      case 4: continue
      default: break
      }
      try round.send("\(name).xlsx", form.zip)
    }
  }
}
