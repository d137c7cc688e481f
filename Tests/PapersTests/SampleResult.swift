import Diagnostics
import Foundation
import Testing
import Values

@testable import Papers
@testable import Reports

/// The result of an invented station, and what may become of it.
enum SampleResult {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Results/station.json")

  static func station() throws -> Report { try result(in: file) }

  /// As it was written before reasons and responsibilities were fields.
  static func earlier() throws -> Report {
    try result(in: file.deletingLastPathComponent().appending(path: "earlier.json"))
  }

  private static func result(in file: URL) throws -> Report {
    let text = try String(contentsOf: file, encoding: .utf8)
    var diagnostics = Diagnostics()
    return try #require(
      ReportJSON.read(SourceText(text, path: file.lastPathComponent), into: &diagnostics))
  }

  /// The same while an allegation is not decided, and the station, the assessors and the town owe something.
  static func open() throws -> Report {
    var report = try station()
    report.verdict.status = .open
    report.verdict.score = Report.Amount(low: 0, high: 97, text: "0.0 – 97.0")
    report.verdict.best = report.rubric.grades.first
    report.verdict.questions = [Wording(en: "“money”: alleged", zh: "“挪用资金”有人反映，尚未认定")]
    // What is open holds up what it would hold up before the file is closed.
    for index in report.missing.indices { report.missing[index].stake = nil }
    report.missing += [
      missing("brand", "“品牌项目展示”还没有可计入的评分", ["brand"], .assessors),
      missing("人数例外", "没有填“人数例外”", ["staff-size"], .party, "town"),
      missing("挪用资金", "“挪用资金”有人反映，尚未认定", [], .inquiry),
    ]
    for section in report.sections.indices {
      for item in report.sections[section].items.indices {
        let points = report.sections[section].items[item].points
        guard
          ["brand", "survey-first", "staff-size"].contains(report.sections[section].items[item].id)
        else {
          continue
        }
        report.sections[section].items[item].earned = Report.Amount(
          low: 0, high: points, text: "0 – \(points)")
      }
    }
    return report
  }

  private static func missing(
    _ name: String, _ sentence: String, _ items: [String], _ responsible: Report.Responsible,
    _ party: String? = nil
  ) -> Report.MissingLine {
    Report.MissingLine(
      name: name, sentence: Wording(en: sentence, zh: sentence), place: nil, items: items,
      responsible: responsible, party: party)
  }

  static func without(_ change: (inout Report) -> Void) throws -> Report {
    var report = try station()
    change(&report)
    return report
  }
}

extension WordDocument {
  /// What a reader reads, line by line: paragraphs with their style, rows with their cells.
  var lines: [String] {
    parts.flatMap(\.blocks).flatMap { block in
      switch block {
      case .paragraph(let paragraph):
        ["[\(paragraph.style.rawValue)] " + paragraph.runs.map(\.text).joined()]
      case .table(let table):
        table.rows.map { "| " + $0.cells.joined(separator: " | ") }
      case .contents: ["[contents]"]
      case .pageBreak: ["[page]"]
      }
    }
  }

  var tables: [Table] {
    parts.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}

extension PaperPack {
  static func paper(_ name: String, about report: Report) -> WordDocument? {
    papers(about: report).first { $0.name == name }?.document
  }
}
