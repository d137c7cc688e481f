import Foundation
import TestSupport
import Testing

/// A unit that the format of a cell shows is read as one that is written in a file.
@Suite(.timed, .serialized) struct WorkbookUnitTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func rubric(_ unit: String) -> String {
    """
    rubric: n
    edition: "1"
    language: en
    title: T
    subject: {kind: station, key: 站}
    fictional: true
    facts: {经费: {type: number\(unit.isEmpty ? "" : ", unit: \"\(unit)\"")}}
    tables: {账: {columns: {钱: {type: number\(unit.isEmpty ? "" : ", unit: \"\(unit)\"")}}}}
    define: {n: 经费, m: sum(账.钱)}
    sections: [{id: s, title: S, points: 100, items: [{id: c, title: c, points: 100, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: n >= 5 and m >= 5}}]}]
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: good, at least: 50, basis: {rule: illustrative}}, {id: poor, title: poor, basis: {rule: illustrative}}]

    """
  }

  /// The results without the paths, and which messages there were.
  private func batch(_ facts: String, _ table: String) throws -> [String] {
    let out = scratch.folder.appending(path: "out.csv").path
    let screen = Session.screen(
      of: [
        "batch", "--rubric", scratch.folder.appending(path: "r.yaml").path, "--facts", facts,
        "--table", "账=" + table, "--out", out, "--figures", "--lang", "en",
      ])
    let results = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: out)
    let codes = screen.compactMap {
      $0.firstMatch(of: /^(?:error|warning|note)\[[a-z-]+\]/).map { String($0.0) }
    }
    return codes + [results]
  }

  private func text(_ place: String, _ words: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>"
  }

  private func workbook(_ header: String, _ number: String, _ format: String) -> [UInt8] {
    WorkbookMaker(
      "<row r=\"1\">\(text("A1", "站"))\(text("B1", header))</row>"
        + "<row r=\"2\">\(text("A2", "甲"))<c r=\"B2\" s=\"1\"><v>\(number)</v></c></row>",
      formats: [format]
    ).zip
  }

  @Test(arguments: [
    ("万元", "20000", "0\"元\"", "20000元"), ("万元", "20000", "\"¥\"#,##0.00", "¥20000"),
    ("元", "20000", "_ ¥* #,##0.00_ ;_ @_ ", "¥20000"), ("个", "20000", "¥0", "¥20000"),
    ("万元", "20000", "0!.0,\"万元\"", "2万元"), ("元", "20000", "0!.0,\"万元\"", "2万元"),
    ("元", "20", "0,\"千元\"", "0.02千元"), ("元", "3", "#,##0\"亿元\"", "3亿元"),
    ("小时", "90", "0\"分钟\"", "90分钟"), ("1", "50", "0\"%\"", "50%"), ("", "50", "0\"人\"", "50人"),
    ("人", "50", "0\"人\"", "50人"), ("元", "7", "#,##0.00_);[Red](#,##0.00)", "7"),
  ])
  func aFormatIsReadLikeTheFileThatIsSavedOfIt(
    unit: String, number: String, format: String, saved: String
  ) throws {
    try scratch.write("r.yaml", rubric(unit))
    let facts = try scratch.write("f.xlsx", workbook("经费", number, format))
    let table = try scratch.write("t.xlsx", workbook("钱", number, format))
    let read = try batch(facts, table)
    let written = try batch(
      try scratch.write("f.csv", "站,经费\n甲,\(saved)\n"),
      try scratch.write("t.csv", "站,钱\n甲,\(saved)\n"))
    #expect(read == written)
    #expect(read.last?.contains("甲") == true)
  }

  @Test func whatIsShownByThousandsUnsaidMayBeEither() throws {
    try scratch.write("r.yaml", rubric("元"))
    let facts = try scratch.write("f.xlsx", workbook("经费", "2000", "0.0,"))
    let table = try scratch.write("t.xlsx", workbook("钱", "2000", "0.0,"))
    let read = try batch(facts, table)
    #expect(read.filter { $0.contains("unfitting-cell") }.count == 2)
    #expect(read.last?.contains("open") == true)
  }
}
