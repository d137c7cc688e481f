import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Laws of panels, over drawn marks; the seed is fixed, so that a failure can be seen again.
@Suite(.timed) struct PanelPropertyTests {
  static let statistics = [
    "mean", "median", "trimmed mean, trim from: 3", "trimmed mean, trim from: 5",
  ]
  static let resolutions = ["all marks", "two nearest", "third mark"]

  private func value(_ random: inout SeededRandom) -> String {
    let half = Int.random(in: 0...20, using: &random)
    return half.isMultiple(of: 2) ? "\(half / 2)" : "\(half / 2).5"
  }

  @Test func theOrderOfTheMarksDecidesNothing() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<60 {
      let needed = Int.random(in: 2...4, using: &random)
      let statistic = Self.statistics.randomElement(using: &random) ?? "mean"
      let resolution = Self.resolutions.randomElement(using: &random) ?? "all marks"
      var marks: [AssessorMark] = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let by = "p\(Int.random(in: 1...5, using: &random))"
        let date = [nil, "2025-01-01", "2025-01-02"].randomElement(using: &random) ?? nil
        let role = ["panel", "panel", "referee", "self"].randomElement(using: &random) ?? "panel"
        return .mark(by, role, value(&random), on: date)
      }
      let columns = """
        self: {weight: 25%}
        panel: {weight: 75%, statistic: \(statistic), at least: \(needed), \
        spread: {more than: 30%, reader: referee, then: \(resolution)}}
        """
      let first = try PanelCase(columns: columns, marks).outcome()
      marks.shuffle(using: &random)
      let second = try PanelCase(columns: columns, marks).outcome()
      #expect(first.points == second.points)
      #expect(first.judgements == second.judgements)
      #expect(first.says == second.says)
      #expect(first.codes == second.codes)
    }
  }

  @Test func aMarkThatWasMissingOnlyNarrowsTheInterval() throws {
    var random = SeededRandom(seed: 8)
    for _ in 0..<60 {
      let needed = Int.random(in: 1...4, using: &random)
      let statistic = Self.statistics.randomElement(using: &random) ?? "mean"
      let resolution = Self.resolutions.randomElement(using: &random) ?? "all marks"
      let spread =
        needed > 1
        ? ", spread: {more than: 30%, reader: referee, then: \(resolution)}" : ""
      let columns = """
        self: {weight: 25%}
        panel: {weight: 75%, statistic: \(statistic), at least: \(needed)\(spread)}
        """
      var given: [AssessorMark] = []
      var coming: [AssessorMark] = [.mark("own", "self", value(&random))]
      for index in 0..<needed { coming.append(.mark("p\(index)", "panel", value(&random))) }
      if needed > 1 { coming.append(.mark("r", "referee", value(&random))) }
      var before = ScoreRange(0, 10)
      for mark in coming {
        given.append(mark)
        let after = try #require(try PanelCase(columns: columns, given).outcome().points)
        #expect(before.contains(after), "\(columns) \(given)")
        before = after
      }
      #expect(before.isPoint)
    }
  }

  @Test func aTrimmedMeanLiesBetweenTheLeastAndTheGreatestMark() throws {
    var random = SeededRandom(seed: 13)
    for _ in 0..<60 {
      let marks = (0..<Int.random(in: 1...7, using: &random)).map {
        AssessorMark.mark("p\($0)", "panel", value(&random))
      }
      let columns = "panel: {statistic: trimmed mean, trim from: 4, at least: 1}"
      let found = try #require(try PanelCase(columns: columns, marks).outcome().points?.point)
      let values = marks.map(\.value)
      #expect(found >= values.min() ?? .zero)
      #expect(found <= values.max() ?? .zero)
    }
  }
}
