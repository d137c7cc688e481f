import Diagnostics
import Foundation
import Rubrics
import Scoring
import TestSupport
import Testing

@testable import Hengxing

/// What was kept stands in for the files only where these would be read the same: each key of a declaration is changed, and
/// what is scored from the kept file is what the files give, or they are asked for.
@Suite(.timed) struct KeptDeclarationTests {
  private struct Change: CustomTestStringConvertible {
    let key: String
    /// The declaration before and behind it, of type `type`.
    let type: String
    let (old, new): (String, String)
    /// A cell that reads otherwise, or could.
    let cell: String
    let isAsked: Bool

    init(
      _ key: String, _ type: String, _ old: String, _ new: String, _ cell: String,
      isAsked: Bool = true
    ) {
      (self.key, self.type, self.old, self.new) = (key, type, old, new)
      (self.cell, self.isAsked) = (cell, isAsked)
    }

    var testDescription: String { "\(type) {\(old)} -> {\(new)}" }
  }

  private static let changes = [
    Change("unit", "number", "unit: 万元", "unit: 元", "4万"),
    Change("unit", "number", "unit: 万元", "", "4万"),
    Change("unit", "number", "unit: \"%\"", "unit: \"1\"", "50%"),
    Change("unit", "number", "unit: 元", "unit: CNY", "50元", isAsked: false),
    Change("type", "number", "", "type: string", "7"),
    Change("whole", "number", "", "whole: true", "7.5"),
    Change("must be", "number", "", "must be: \">= 0\"", "-7"),
    Change("must be", "date", "", "must be: \"> date(\\\"1000-01-01\\\")\"", "1850-01-01"),
    Change("one of", "string", "", "one of: [a, b]", "c"),
    Change("absent", "number", "", "absent: null", ""),
    Change("absent", "number", "absent: 1", "absent: 9", ""),
    Change("blanks", "number", "", "blanks: [无]", "无"),
    Change("header", "number", "", "header: [x, 值]", "7"),
    Change("private", "number", "", "private: true", "7"),
    Change(
      "booleans", "boolean", "", "booleans: {\"true\": [否], \"false\": [是]}", "是"),
    Change("order", "date", "order: d/m/y", "order: m/d/y", "03/04/2024"),
    Change("same", "string", "", "same: [case]", "A"),
    Change("same", "string", "same: []", "same: [space]", "A b"),
    Change("title", "number", "title: 甲", "title: 乙", "7", isAsked: false),
  ]

  /// What portfolios do not read: parties, and results that are taken over.
  private static let others: Set = ["from", "take", "rubric", "period", "edition"]

  @Test func everyKeyOfADeclarationIsChanged() {
    let keys = Set(Vocabulary.rubric["declaration"].keys.map(\.name))
    #expect(keys == Set(Self.changes.map(\.key)).union(Self.others))
  }

  @Test(arguments: changes, [true, false])
  private func whatIsKeptStandsInForWhatReadsTheSame(change: Change, inTable: Bool) throws {
    let scratch = try Scratch()
    let facts = try scratch.write(
      "f.csv", inTable ? "站\n甲\n乙\n" : "站,值,x\n甲,\(change.cell),1\n乙,1,2\n")
    let table = try scratch.write("t.csv", "站,值,x\n甲,\(change.cell),1\n乙,1,2\n")
    func request(_ declaration: String, kept: String? = nil) throws -> PortfolioRun.Request {
      var request = PortfolioRun.Request(
        rubric: try scratch.write(
          "r\(kept == nil ? 1 : 2).yaml", Self.rubric(change.type, declaration, inTable: inTable)))
      request.options.withFigures = true
      request.kept = kept
      guard kept == nil else { return request }
      request.facts = facts
      if inTable { request.tables = [("表", table)] }
      return request
    }
    var diagnostics = Diagnostics()
    let first = try #require(PortfolioRun.score(request(change.old), into: &diagnostics))
    let kept = try scratch.write("kept.hxk", PortfolioRun.kept(first, engine: "0"))
    var unused = Diagnostics()
    let fresh = PortfolioRun.score(try request(change.new), into: &unused)?.outcome.text
    var found = Diagnostics()
    let again = PortfolioRun.score(
      try request(change.new, kept: kept), into: &found)?.outcome.text
    #expect(found.all.contains { $0.code == "records-needed" } == change.isAsked)
    #expect(change.isAsked ? again == nil : again == fresh)
  }

  private static func rubric(_ type: String, _ keys: String, inTable: Bool) -> String {
    let type =
      keys.hasPrefix("type: ")
      ? keys
      : ["type: \(type)", keys].filter { !$0.isEmpty }
        .joined(separator: ", ")
    let value = inTable ? "count(distinct values(表.值))" : "string length(string(值))"
    let declared =
      inTable ? "tables: {表: {columns: {值: {\(type)}}}}" : "facts: {值: {\(type)}}"
    return """
      rubric: kept
      edition: "1"
      language: en
      title: Kept
      subject: {kind: station, key: 站}
      fictional: true
      \(declared)
      define: {n: "\(value)"}
      sections:
      - {id: s, title: S, points: 10, items: [{id: i, title: I, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: n >= 1}}]}
      total: {round: {to: 1, mode: half up}, when closed: zero}
      grades: [{id: good, title: good, at least: 5, basis: {rule: illustrative}}, {id: poor, title: poor, basis: {rule: illustrative}}]
      """
  }

  @Test(arguments: [
    ("{columns: {值: {type: number}}}", "{rows: all, columns: {值: {type: number}}}"),
    ("{columns: {值: {type: number}}}", "{fill down: true, columns: {值: {type: number}}}"),
    ("{columns: {值: {type: number}}}", "{fill down: [值], columns: {值: {type: number}}}"),
    (
      "{columns: {值: {type: number}}}",
      "{columns: {值: {type: number}, x: {type: number}}}"
    ),
    ("key: 站}", "key: x}"), ("key: 站}", "key: 站, same: [space]}"),
  ])
  func howRowsOfATableAreReadIsHeldToo(old: String, new: String) throws {
    let scratch = try Scratch()
    let text = Self.rubric("number", "", inTable: true)
    #expect(text.contains(old))
    var request = PortfolioRun.Request(rubric: try scratch.write("r1.yaml", text))
    request.facts = try scratch.write("f.csv", "站,x\n甲,1\n乙,2\n")
    request.tables = [("表", try scratch.write("t.csv", "站,值,x\n甲,7,1\n,7,1\n合计,14,2\n"))]
    var diagnostics = Diagnostics()
    let first = try #require(PortfolioRun.score(request, into: &diagnostics))
    var again = PortfolioRun.Request(
      rubric: try scratch.write("r2.yaml", text.replacingOccurrences(of: old, with: new)))
    again.kept = try scratch.write("kept.hxk", PortfolioRun.kept(first, engine: "0"))
    var found = Diagnostics()
    #expect(PortfolioRun.score(again, into: &found) == nil)
    #expect(found.all.contains { $0.code == "records-needed" })
  }
}
