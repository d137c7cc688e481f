import Diagnostics
import Foundation
import Hengxing
import Reports
import Scoring
import TestSupport
import Testing

/// A line that is no record turns no sure number of a sample into another sure number.
@Suite(.timed) struct TableMutationTests {
  private static let rounds = ["first-round", "first-steps", "from-word", "three-levels"]

  /// Tables of a bundle are changed in so many turns, those of different bundles together.
  private static let turns = 4

  private typealias Scores = [String: Report.Amount]

  /// What the samples come to as they are, by mode and round.
  private static let unchanged = Remembered<String, Scores>()

  private static func sample(_ round: String) -> URL {
    Places.root.appending(path: "samples/\(round)")
  }

  @Test(arguments: rounds, TableMutation.allCases)
  func aLineThatIsNoRecordNeverGivesAnotherSureNumber(
    round: String, mutation: TableMutation
  ) throws {
    let sample = Self.sample(round)
    let tables = Dictionary(grouping: Places.files(in: sample, extension: "csv")) {
      $0.deletingLastPathComponent().deletingLastPathComponent().path
    }
    let number = TableMutation.allCases.firstIndex(of: mutation) ?? 0
    // Every turn in both modes takes minutes; else each mutation takes one turn, in the mode that is its turn.
    for turn in 0..<Self.turns where Volume.isLong || turn == number % Self.turns {
      let scratch = try Scratch()
      let copy = scratch.folder.appending(path: "samples/\(round)")
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: sample, to: copy)
      try FileManager.default.copyItem(
        at: Places.root.appending(path: "rubrics"), to: scratch.folder.appending(path: "rubrics"))
      var changed: [String] = []
      for file in tables.values.flatMap({ files in
        files.indices.filter { $0 % Self.turns == turn }.map { files[$0] }
      }) {
        guard let text = try? String(contentsOf: file, encoding: .utf8),
          let other = mutation.applied(to: text)
        else { continue }
        let path = String(file.path.dropFirst(sample.path.count + 1))
        try Data(other.utf8).write(to: copy.appending(path: path))
        changed.append(path)
      }
      if changed.isEmpty { continue }
      let isFinal = (number + round.count) % 2 == 0
      for mode in [ScoringMode.final, .selfAssessment]
      where Volume.isLong || (mode == .final) == isFinal {
        let before = try Self.unchanged.value(for: "\(mode) \(round)") {
          try Self.scores(of: sample, mode)
        }
        let after = try Self.scores(of: copy, mode)
        for (name, old) in before {
          guard let new = after[name] else {
            Issue.record("\(name) is gone: \(mutation) in \(changed), \(mode)")
            continue
          }
          let holds = new.low <= old.low && old.high <= new.high
          #expect(
            holds,
            "\(name): \(old.text) became \(new.text) by \(mutation) in \(changed), \(mode)")
        }
      }
    }
  }

  /// Scores of all subjects and points of all their items, by names.
  private static func scores(of round: URL, _ mode: ScoringMode) throws -> Scores {
    var diagnostics = Diagnostics()
    var options = Pipeline.Options(engine: "test")
    options.mode = mode
    let result = try #require(
      Pipeline.run(round.appending(path: "round.yaml").path, options, into: &diagnostics))
    var scores: Scores = [:]
    for filed in result.reports {
      scores[filed.folder] = filed.report.verdict.score
      for section in filed.report.sections { add(section, filed.folder, to: &scores) }
    }
    return scores
  }

  private static func add(
    _ section: Report.SectionLine, _ folder: String, to scores: inout [String: Report.Amount]
  ) {
    for item in section.items { scores["\(folder)/\(item.id)"] = item.earned }
    for inner in section.sections { add(inner, folder, to: &scores) }
  }
}
