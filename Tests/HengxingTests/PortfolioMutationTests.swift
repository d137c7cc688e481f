import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Hengxing

/// A line that is no record turns no sure number of a portfolio into another sure number.
@Suite(.timed) struct PortfolioMutationTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let rubric: String
    let facts: String
    var tables: [(name: String, path: String)] = []
    var key: String?

    var testDescription: String { rubric }
  }

  private static let samples = [
    Sample(
      rubric: "samples/portfolio/quick-look.yaml", facts: "samples/portfolio/stations.csv",
      tables: [("专职人员", "samples/portfolio/staff.csv")]),
    Sample(
      rubric: "docs/examples/cohort.yaml", facts: "samples/portfolio/peers.csv", key: "站点"),
  ]

  private static func score(
    _ rubric: String, _ key: String?, _ facts: String, _ tables: [(name: String, path: String)],
    fuses: Bool
  ) throws -> String {
    var request = PortfolioRun.Request(rubric: rubric)
    request.facts = facts
    request.key = key
    request.tables = tables
    request.options.withItems = true
    request.options.fuses = fuses
    request.reading.fuses = fuses
    var diagnostics = Diagnostics()
    let scored = try #require(
      PortfolioRun.score(request, into: &diagnostics), "\(diagnostics.all.map(\.headline.en))")
    return scored.outcome.text
  }

  /// By subject: low and high; rejected ones are left out.
  private static func ranges(_ text: String) -> [String: ClosedRange<Decimal>] {
    var ranges: [String: ClosedRange<Decimal>] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let low = Decimal(string: cells[2]), let high = Decimal(string: cells[3]) {
        ranges[cells[0]] = low...high
      }
    }
    return ranges
  }

  private static func compare(
    _ rubric: String, _ key: String?, _ facts: String,
    _ tables: [(name: String, path: String)], _ mutate: (String) -> String?, _ what: String
  ) throws {
    let before = ranges(try score(rubric, key, facts, tables, fuses: true))
    for place in 0...tables.count {
      let path = place == 0 ? facts : tables[place - 1].path
      guard let changed = mutate(try String(contentsOfFile: path, encoding: .utf8)) else {
        continue
      }
      let scratch = try Scratch()
      let file = try scratch.write("changed.csv", changed)
      var others = tables
      if place > 0 { others[place - 1].path = file }
      let text = try score(rubric, key, place == 0 ? file : facts, others, fuses: true)
      #expect(try score(rubric, key, place == 0 ? file : facts, others, fuses: false) == text)
      let after = ranges(text)
      for (subject, old) in before {
        guard let new = after[subject] else { continue }
        #expect(
          new.lowerBound <= old.lowerBound && old.upperBound <= new.upperBound,
          "\(subject): \(old) became \(new) by \(what) in \(path)")
      }
      for (subject, _) in after where before[subject] == nil {
        Issue.record("\(subject) is no subject: \(what) in \(path)")
      }
    }
  }

  @Test(arguments: samples, TableMutation.allCases)
  func aLineThatIsNoRecordNeverGivesAnotherSureNumber(
    sample: Sample, mutation: TableMutation
  ) throws {
    func path(_ path: String) -> String { Places.root.appending(path: path).path }
    try Self.compare(
      path(sample.rubric), sample.key, path(sample.facts),
      sample.tables.map { ($0.name, path($0.path)) },
      mutation.applied, mutation.rawValue)
  }

  @Test(arguments: TableMutation.allCases)
  func norInALargerPortfolio(mutation: TableMutation) throws {
    let nation = try SmallNation(stationCount: 12, rowCount: 200)
    try Self.compare(
      SmallNation.rubric, nil, nation.stations,
      [("services", nation.services), ("staff", nation.staff)], mutation.applied,
      mutation.rawValue)
  }

  /// Lines with the key of the first subject: its total, its mean, nothing at all.
  @Test(arguments: ["小计", "合计：", "平均", "Total", "", "/"])
  func aLineUnderTheKeyOfASubjectGivesNoOther(label: String) throws {
    let nation = try SmallNation(stationCount: 12, rowCount: 200)
    func mutate(_ text: String) -> String? {
      guard let last = text.split(separator: "\n").last else { return nil }
      let cells = last.split(separator: ",", omittingEmptySubsequences: false)
      // Facts have one row a subject.
      guard !text.hasPrefix("station_id,region") else { return nil }
      return text + "\(cells[0]),\(label)" + String(repeating: ",", count: cells.count - 2) + "\n"
    }
    try Self.compare(
      SmallNation.rubric, nil, nation.stations,
      [("services", nation.services), ("staff", nation.staff)], mutate, label)
  }
}
