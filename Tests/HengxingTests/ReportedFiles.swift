import Diagnostics
import Foundation
import Reports
import Scoring
import TestSupport
import Testing
import Values

@testable import Hengxing

/// One folder of files that were reported, from outside the project, and what the engine makes of them.
struct ReportedFiles {
  /// What a subject or a bundle came to.
  struct Outcome {
    /// `40`, or `0-100` where it is open, as `batch` writes numbers without zeros at their end.
    var scores: [String: String] = [:]
    var statuses: [String: String] = [:]
    var figures: [String: [String: String]] = [:]
    var diagnostics: [Diagnostic] = []

    var codes: Set<String> { Set(diagnostics.map(\.code)) }
  }

  let folder: URL

  init(_ name: String) throws {
    folder = try #require(Places.shared).appending(path: "reports/\(name)")
  }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// What stands in a folder, by name.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(name).path).sorted()
  }

  // MARK: bundles

  /// The score of a bundle, with `changed` in the place of one of its files.
  func score(
    _ bundle: String, _ rubric: String = "rubric.yaml", changed: (path: String, to: String)? = nil,
    mode: ScoringMode = .final
  ) throws -> (report: Report, score: String, codes: Set<String>) {
    let scratch = try Scratch()
    let copy = scratch.folder.appending(path: "bundle")
    try FileManager.default.copyItem(at: file(bundle), to: copy)
    if let changed {
      let target = copy.appending(path: changed.path)
      try? FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: file(changed.to), to: target)
    }
    var options = Pipeline.Options(engine: "test")
    options.mode = mode
    var diagnostics = Diagnostics()
    let report = try #require(
      Pipeline.score(
        copy.path, rubric: file(rubric).path, round: nil, options, into: &diagnostics))
    let score = report.verdict.score
    return (
      report, Self.text(score?.low.description, score?.high.description),
      Set(diagnostics.all.map(\.code))
    )
  }

  // MARK: portfolios

  func batch(
    facts: String? = nil, tables: [String: String] = [:], rubric: String = "rubric.yaml",
    mode: ScoringMode = .final
  ) -> Outcome {
    var request = PortfolioRun.Request(rubric: file(rubric).path)
    request.facts = facts.map { file($0).path }
    request.tables = tables.sorted { $0.key < $1.key }.map { ($0.key, file($0.value).path) }
    request.options.mode = mode
    request.options.withFigures = true
    var outcome = Outcome()
    var diagnostics = Diagnostics()
    let text = PortfolioRun.score(request, into: &diagnostics)?.outcome.text ?? ""
    outcome.diagnostics = diagnostics.all
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for cells in lines.dropFirst() {
      outcome.scores[cells[0]] = Self.text(cells[2], cells[3])
      outcome.statuses[cells[0]] = cells[6]
      outcome.figures[cells[0]] = Dictionary(
        zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
    }
    return outcome
  }

  private static func text(_ low: String?, _ high: String?) -> String {
    let ends = [low, high].map { end in
      guard var end, end.contains(".") else { return end ?? "" }
      while end.last == "0" { end.removeLast() }
      if end.last == "." { end.removeLast() }
      return end
    }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0])-\(ends[1])"
  }
}
