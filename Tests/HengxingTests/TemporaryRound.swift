import Diagnostics
import Foundation
import Hengxing
import Reports
import Scoring
import Testing

/// Files of a small round in a folder of their own.
final class TemporaryRound {
  private let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "round-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// One subject, `a`, under one rubric.
  ///
  /// `bundle` is what its file says besides its name; `more` are further files.
  convenience init(
    of rubric: String, bundle: String = "", tables: [String: String] = [:],
    more: [String: String] = [:]
  ) throws {
    let id = rubric.split(separator: "\n").first?.dropFirst("rubric: ".count) ?? ""
    var files = [
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      subjects: [{id: a, rubric: \(id), bundle: a}]

      """,
      "rubric.yaml": rubric,
      "a/bundle.yaml": "subject: a\n\(bundle)\n",
    ]
    for (name, text) in tables { files["a/tables/\(name).csv"] = text }
    try self.init(files.merging(more) { _, other in other })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "round.yaml").path }

  func file(_ name: String) -> String { folder.appending(path: name).path }

  func run(mode: String = "final") throws -> (result: RoundResult, codes: [String]) {
    var diagnostics = Diagnostics()
    var options = Pipeline.Options(engine: "test")
    if mode == "self" { options.mode = .selfAssessment }
    let result = try #require(Pipeline.run(path, options, into: &diagnostics))
    return (result, diagnostics.all.map(\.code))
  }

  var inspected: [Diagnostic] {
    var inspection = Inspection()
    inspection.inspect(path)
    return inspection.diagnostics.all
  }
}

extension RoundResult {
  /// Score, or bounds, by folder.
  var scores: [String: String] {
    Dictionary(
      reports.map { ($0.folder, $0.report.verdict.score?.text ?? "–") },
      uniquingKeysWith: { first, _ in first })
  }

  func item(_ id: String, of folder: String) -> Report.ItemLine? {
    reports.first { $0.folder == folder }?.report.sections.lazy.flatMap(\.allItems)
      .first { $0.id == id }
  }
}

extension Report.SectionLine {
  fileprivate var allItems: [Report.ItemLine] { items + sections.flatMap(\.allItems) }
}
