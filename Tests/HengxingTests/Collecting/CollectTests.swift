import Bundles
import Diagnostics
import Foundation
import Handouts
import TestSupport
import Testing
import WorkbookWriting

@testable import Hengxing

/// What comes back to a round is put in its place, and nothing is guessed.
@Suite(.timed) struct CollectTests {
  private func text(_ round: CollectedRound, _ path: String) -> String? {
    try? String(contentsOf: round.scratch.folder.appending(path: path), encoding: .utf8)
  }

  private func bytes(_ round: CollectedRound, _ path: String) -> [UInt8]? {
    (try? Data(contentsOf: round.scratch.folder.appending(path: path))).map { Array($0) }
  }

  @Test func aFormIsKeptAsItWasSent() throws {
    let round = try CollectedRound(stations: 2)
    let form = try round.filled("st-01").zip
    try round.send("镇上寄来/st-01.xlsx", form)
    try round.send("镇上寄来/st-01 合同.pdf", Array("a contract of st-01".utf8))
    try round.send("st-02")
    let collection = try round.collect()
    #expect(round.told(collection) == [:])
    #expect(bytes(round, "bundles/st-01/bundle.xlsx") == form)
    #expect(text(round, "bundles/st-01/documents/st-01 合同.pdf") == "a contract of st-01")
    #expect(text(round, "received/received.csv")?.contains("bundles/st-01/bundle.xlsx") == true)
    #expect(collection.lines.map(\.en).contains("st-01: 3 of 3 files are new"))
  }

  @Test func marksBecomePapersInTheBundlesOfTheirStations() throws {
    let round = try CollectedRound(stations: 2, assessors: ["评委甲"])
    for id in round.stations { try round.send(id) }
    var form = round.marked("评委甲")
    form["评分"][4, 6] = .text("说\"清\"\\ 楚，（见）")
    form["评分"][5, 3] = .text("是")
    form["评分"][5, 4] = .text("亲属")
    for column in 5...9 { form["评分"][5, column] = nil }
    try round.send("评委甲.xlsx", form.zip)
    let collection = try round.collect()
    #expect(round.told(collection) == [:])
    #expect(
      text(round, "bundles/st-01/judgements/panel 评委甲.yaml")?
        .contains(
          """
          by: "评委甲"
          role: "panel"
          date: 2025-01-10
          marks:
            "plan": {mark: "10", reason: "说\\"清\\"\\\\ 楚，（见）"}
            "quality": {band: "high", value: "0.9", reason: "见记录"}
          """) == true)
    // A recusal is a tie, and no mark.
    #expect(
      text(round, "bundles/st-02/judgements/panel 评委甲.yaml")?
        .hasSuffix("relations:\n  - {kind: \"亲属\"}\nmarks: {}\n") == true)
    var found = Diagnostics()
    let run = Pipeline.run(
      round.scratch.folder.appending(path: "round.yaml").path, .init(engine: "test"), into: &found)
    let result = try #require(run)
    #expect(result.scores["st-01/visits"] ?? result.scores["st-01"] == "97.0")
  }

  /// Each edit of a sheet of marks, and what is said of it.
  @Test func whatIsWrongWithMarksIsToldAtItsCell() throws {
    let cases: [(edit: (inout EditedForm) -> Void, codes: [String], place: String)] = [
      ({ $0["评分"][4, 7] = .text("优") }, ["band-unknown"], "评分!G4"),
      ({ $0["评分"][4, 7] = nil }, ["mark-half"], "评分!G4"),
      ({ $0["评分"][4, 8] = nil }, ["mark-half"], "评分!H4"),
      ({ $0["评分"][4, 5] = .text("九分") }, ["mark-unreadable"], "评分!E4"),
      ({ $0["评分"][4, 5] = .text("90%") }, ["mark-unreadable"], "评分!E4"),
      ({ $0["评分"][4, 5] = .formula("9") }, ["mark-unreadable"], "评分!E4"),
      ({ $0["评分"][4, 5] = nil }, ["marks-blank"], "评分!E4"),
      ({ $0["评分"][4, 5] = .number("9") }, ["mark-wants-reason"], "评分!F4"),
      ({ $0["评分"][4, 1] = .text("st-09") }, ["mark-of-no-station", "station-not-marked"], "评分!A4"),
      (
        { $0["评分"][5, 1] = .text("st-01") }, ["station-marked-twice", "station-not-marked"],
        "评分!A5"
      ),
      ({ $0["评分"].removeColumn(6) }, ["form-column-missing"], "评分!3"),
      (
        {
          $0["评分"].insertRows(1, before: 1); $0["评分"][1, 1] = .text("评分表")
        }, ["form-rows-above"], "评分!1"
      ),
      ({ $0["评分"].cells[3] = nil }, ["form-head-lost"], "评分"),
      ({ $0["评委"][4, 2] = .text("2025-02-10") }, ["date-after-cut-off"], "评委!B4"),
    ]
    for (edit, codes, place) in cases {
      let round = try CollectedRound(stations: 2, assessors: ["评委甲"])
      for id in round.stations { try round.send(id) }
      var form = round.marked("评委甲")
      edit(&form)
      try round.send("评委甲.xlsx", form.zip)
      let collection = try round.collect()
      #expect(round.told(collection) == ["评委甲.xlsx": codes.sorted()])
      let places = collection.diagnostics.all.compactMap { $0.place?.description }
      #expect(places.contains { $0.hasSuffix("评委甲.xlsx!" + place) }, "\(codes) \(places)")
    }
  }

  @Test func whatIsWrongWithAFormIsToldAtItsCell() throws {
    let cases: [(edit: (inout EditedForm) -> Void, codes: [String])] = [
      ({ $0["走访"].cells = [:] }, ["form-head-lost"]),
      ({ $0["走访"][1, 3] = .text("小时") }, ["form-cell-edited"]),
      ({ $0["基本情况"][40, 1] = .text("说明") }, ["form-row-added"]),
      ({ $0["基本情况"].cells[$0["基本情况"].row("到位经费")] = nil }, ["form-row-missing"]),
      ({ $0["材料清单"][2, 1] = .text("协议") }, ["form-cell-edited"]),
      ({ $0["材料清单"].cells[2]?[5] = nil }, ["request-without-file"]),
      ({ $0["基本情况"].cells[$0["基本情况"].row("到位经费")]?[2] = nil }, ["form-unfilled"]),
      ({ form in for row in 2...4 { form["走访"].cells[row] = nil } }, ["form-unfilled"]),
      (
        { form in
          for row in 2...4 { form["走访"].cells[row] = nil }
          form["材料清单"][3, 3] = .text("没有")
        }, []
      ),
      ({ $0["材料清单"][3, 3] = .text("没有") }, ["form-says-none"]),
      ({ $0["材料清单"][2, 6] = .text("2025-06-01") }, ["date-after-cut-off"]),
      (
        { $0["_hengxing"][$0["_hengxing"].row("round"), 2] = .text("r2023") },
        ["form-of-another-round"]
      ),
      (
        { $0["_hengxing"][$0["_hengxing"].row("subject"), 2] = .text("st-09") },
        ["form-of-stranger"]
      ),
    ]
    for (edit, codes) in cases {
      let round = try CollectedRound(stations: 1)
      var form = try round.filled("st-01")
      edit(&form)
      try round.send("st-01.xlsx", form.zip)
      try round.send("st-01/st-01 合同.pdf", Array("a contract of st-01".utf8))
      var told = round.told(try round.collect())
      told["round.yaml"] = nil
      told["st-01 合同.pdf"] = nil
      #expect((told["st-01.xlsx"] ?? []) == codes, "\(codes)")
    }
  }

  @Test func documentsAreMatchedByTheListAndOtherwiseOnlyProposed() throws {
    let round = try CollectedRound(stations: 2)
    try round.send("st-01.xlsx", round.filled("st-01").zip)
    try round.send("st-01 合同.pdf", Array("1".utf8))
    var form = try round.filled("st-02")
    form["材料清单"].cells[2]?[5] = nil
    form["材料清单"].cells[2]?[3] = nil
    try round.send("st-02.xlsx", form.zip)
    try round.send("st-02 劳务合同扫描.pdf", Array("2".utf8))
    try round.send("st-02 照片.jpg", Array("3".utf8))
    try round.send("扫描件.pdf", Array("4".utf8))
    let first = round.told(try round.collect())
    #expect(
      first == [
        "st-02.xlsx": ["form-unfilled"], "st-02 劳务合同扫描.pdf": ["document-proposed"],
        "st-02 照片.jpg": ["document-unmatched"],
        "扫描件.pdf": ["document-of-nobody"],
      ])
    #expect(text(round, "bundles/st-01/documents/st-01 合同.pdf") == "1")
    #expect(text(round, "bundles/st-02/bundle.yaml") == nil)
    _ = try round.collect(accept: true)
    #expect(text(round, "bundles/st-02/documents/st-02 劳务合同扫描.pdf") == "2")
    #expect(text(round, "bundles/st-02/bundle.yaml")?.contains("kind: \"合同\"") == true)
    var found = Diagnostics()
    let bundle = BundleReader.read(
      round.scratch.folder.appending(path: "bundles/st-02").path, shownAs: "b", into: &found)
    #expect(bundle?.documents.map(\.kind) == ["合同"])
    #expect(found.all.map(\.code) == [])
  }

  @Test func nothingThatIsThereIsOverwritten() throws {
    let round = try CollectedRound(stations: 1)
    try round.send("st-01")
    _ = try round.collect()
    let kept = bytes(round, "bundles/st-01/bundle.xlsx")
    var form = try round.filled("st-01")
    form["基本情况"][form["基本情况"].row("到位经费"), 2] = .number("99")
    try round.send("st-01.xlsx", form.zip)
    #expect(round.told(try round.collect()) == ["st-01.xlsx": ["place-taken"]])
    #expect(bytes(round, "bundles/st-01/bundle.xlsx") == kept)
  }

  @Test func theSameTwiceIsTakenOnce() throws {
    let round = try CollectedRound(stations: 1)
    try round.send("st-01")
    try round.send("st-01 副本.xlsx", round.filled("st-01").zip)
    #expect(
      round.told(try round.collect()).values.flatMap(\.self) == ["returned-again"])
    #expect(bytes(round, "bundles/st-01/bundle.xlsx") != nil)
  }

  @Test func aBundleThatIsAZipTakesNothing() throws {
    let round = try CollectedRound(stations: 1)
    let page = text(round, "round.yaml")
    let written = try #require(page)
    try round.scratch.write(
      "round.yaml", written.replacing("bundles/st-01}", with: "bundles/st-01.zip}"))
    try round.send("st-01")
    #expect(round.told(try round.collect())["round.yaml"] == ["bundle-is-zip"])
  }

  @Test func anAssessorOfNobodyAndAFolderOfNothing() throws {
    let round = try CollectedRound(stations: 1, assessors: ["评委甲"])
    try round.send("评委乙.xlsx", round.marked("评委乙").zip)
    let told = round.told(try round.collect())
    #expect(told["评委乙.xlsx"] == ["form-of-strange-assessor"])
    #expect(told["round.yaml"] == ["form-not-returned", "marks-not-returned"])
    var found = Diagnostics()
    let path = round.scratch.folder.appending(path: "round.yaml").path
    let nothing = RoundCollection(
      round: path, returned: path + "x", acceptsProposals: false, into: &found)
    #expect(nothing == nil && found.all.map(\.code) == ["no-returned-folder"])
    _ = round.forms.marks(by: ["x"], role: "nobody", stage: nil, into: &found)
    #expect(found.all.last?.code == "no-items-for-role")
  }

  @Test func aListOfSubjectsIsReadFromAnyTable() throws {
    let scratch = try Scratch()
    func read(_ text: String) throws -> ([String]?, [String]) {
      var found = Diagnostics()
      let path = try scratch.write("名单.csv", text)
      let list = SubjectList.read(path, kind: "station", into: &found)
      return (list?.map { "\($0.id) \($0.title ?? "")" }, found.all.map(\.code))
    }
    #expect(try read("编号,名称\na,甲\nb,乙\n") == (["a 甲", "b 乙"], []))
    #expect(try read("编号,名称\na,甲站（一）\n").0 == ["a 甲站（一）"])
    #expect(try read("名称\n甲\n乙\n") == (["station-1 甲", "station-2 乙"], []))
    #expect(try read("编号\na\na\n").1 == ["subject-id-unfit"])
    #expect(try read("编号\na/b\n").1 == ["subject-id-unfit"])
    #expect(try read("甲,乙\n1,2\n").1 == ["list-without-subjects"])
  }

  @Test func aFormInTheBundleOfAnotherDoesNotCount() throws {
    let round = try CollectedRound(stations: 2)
    try round.scratch.write("b/bundle.yaml", "subject: st-02\n")
    try round.scratch.write("b/bundle.xlsx", round.filled("st-01").zip)
    var found = Diagnostics()
    let bundle = BundleReader.read(
      round.scratch.folder.appending(path: "b").path, shownAs: "b", into: &found)
    #expect(found.all.map(\.code) == ["form-of-another"])
    #expect(bundle?.facts.isEmpty == true && bundle?.tables.isEmpty == true)
  }
}
