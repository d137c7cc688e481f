import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// A table of very many rows of which little is known.
@Suite(.timed) struct UnknownCellsTests {
  private static func rubric(columns: [String]) -> String {
    let declared = columns.map { "    \($0): {type: string}\n" }.joined()
    return """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: {kind: station, key: id}
      tables:
        staff:
          hours: {type: number}
      \(declared)
      define:
        chosen: 'count(staff[\(columns[0]) = "a"])'
      sections:
      - id: all
        title: All
        points: 10
        items:
        - {id: t, title: T, points: 10, says: a, basis: {rule: illustrative, points: illustrative},
           score: {formula: chosen, from: 0, to: 10}}
      total: {round: {to: 0.01, mode: half up}, when closed: open}
      grades:
      - {id: good, title: Good, at least: 8}
      - {id: poor, title: Poor}
      """
  }

  private func score(
    _ rows: [[String]], columns: [String] = ["kind"]
  ) throws -> (item: ItemResult, codes: [String]) {
    var diagnostics = Diagnostics()
    let yaml = Self.rubric(columns: columns).replacing("\n\n", with: "\n")
    let read = Rubric.read(SourceText(yaml, path: "small.yaml"), digest: "", into: &diagnostics)
    let rubric = try #require(read)
    var source = EvidenceSource()
    source.tables[HeaderName("staff.csv")] = WrittenTable(
      file: "staff.csv", header: ["hours", "kind"], rows: rows, lines: rows.indices.map { $0 + 2 })
    let evidence = EvidenceReader(rubric).read(
      source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
    let result = Scorer(rubric).score(evidence, mode: .selfAssessment)
    let item = try #require(result.everyItem.first)
    return (item, evidence.diagnostics.all.map(\.code))
  }

  @Test func theFirstAreToldWithTheirPlacesAndAllOthersAsOne() throws {
    let known = [["1", "a"], ["1", "a"]]
    let blank = Array(repeating: ["1"], count: 3000)
    let item = try score(known + blank).item
    let missing = item.missing
    #expect(item.outcome.word == "unknown")
    let bounds = try #require(item.points)
    // Each blank may be one of those that count.
    #expect(bounds.low == 2 && bounds.high == 10)
    #expect(missing.count == UnknownCells.placed + 1)
    #expect(missing.first?.place == "staff.csv:4 (kind)")
    #expect(missing.last == Missing("staff.kind", .absent))
  }

  @Test func fewOfThemAreAllToldWithTheirPlaces() throws {
    let item = try score(Array(repeating: ["1"], count: 12)).item
    let missing = item.missing
    #expect(item.outcome.word == "unknown")
    #expect(missing.count == 12)
    #expect(missing.allSatisfy { $0.place != nil })
  }

  @Test func aTableWithMoreCellsThanFitIsNotRead() throws {
    let columns = ["kind"] + (0..<400).map { "c\($0)" }
    let rows = Array(repeating: ["1"], count: 42_000)
    let (item, codes) = try score(rows, columns: columns)
    #expect(codes == ["too-many-cells"])
    let missing = item.missing
    #expect(item.outcome.word == "unknown")
    #expect(missing == [Missing("staff", .unreadable, place: "staff.csv")])
  }
}
