import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing
import Values

@testable import Hengxing

/// Every point, score, grade and decision of the sample rounds, on a page whose diff is what a release changes.
@Suite(.timed) struct ResultsOfSamplesTests {
  private static let page = "docs/results-of-samples.csv"
  static let rounds = [
    "county-panel", "first-round", "first-steps", "from-word", "haining-year", "taicang-year",
    "three-levels",
  ]

  private static func amount(_ amount: Report.Amount?) -> String {
    guard let amount else { return "" }
    return amount.isPoint ? "\(amount.low)" : "\(amount.low) to \(amount.high)"
  }

  private static func lines(of section: Report.SectionLine) -> [(what: String, result: String)] {
    let items = section.items.map { item in
      ("item \(item.id), \(item.outcome.rawValue)", amount(item.earned) + " of \(item.points)")
    }
    let whole = ("section \(section.id)", amount(section.earned) + " of \(section.points)")
    return [whole] + items + section.sections.flatMap(lines)
  }

  static func lines(of report: Report) -> [(what: String, result: String)] {
    let verdict = report.verdict
    let grades = [verdict.worst?.id, verdict.best?.id].compactMap { $0 }
    var lines = [
      (what: "status", result: verdict.status.rawValue),
      ("score", amount(verdict.score)),
      ("grade", verdict.isGradeCertain ? grades.first ?? "" : grades.joined(separator: " to ")),
    ]
    if let words = verdict.words { lines.append(("words", words.en)) }
    if let last = verdict.validUntil { lines.append(("valid until", last)) }
    if let decision = report.decision {
      lines.append(("decision", decision.actions.map(\.id).joined(separator: " or ")))
      for money in decision.money { lines.append(("money \(money.id)", amount(money.amount))) }
    }
    return lines + (report.sections + report.extras).flatMap(Self.lines)
  }

  private static func cell(_ text: String) -> String {
    text.contains(where: { ",\"\n".contains($0) })
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  @Test func thePageHoldsEveryPointOfTheSamples() throws {
    var text = "round,subject,rubric,edition,what,result\n"
    for round in Self.rounds {
      for filed in try SampleRuns.result(of: "samples/\(round)/round.yaml").reports {
        let report = filed.report
        let face = [round, report.subject.id, report.rubric.id, report.rubric.edition]
        for line in Self.lines(of: report) {
          text +=
            (face + [line.what, line.result]).map(Self.cell).joined(separator: ",") + "\n"
        }
      }
    }
    let file = Places.root.appending(path: Self.page)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    let differing = Set(text.split(separator: "\n")).symmetricDifference(
      written.split(separator: "\n"))
    #expect(
      differing.isEmpty && text == written,
      """
      results of samples changed: say under `Results` in CHANGELOG.md which and why, \
      then run UPDATE_GOLDEN=1 swift test --filter ResultsOfSamples
      \(differing.sorted().prefix(12).joined(separator: "\n"))
      """)
  }

  @Test func everyRoundAmongTheSamplesIsOnThePage() throws {
    let samples = Places.root.appending(path: "samples")
    let folders = try FileManager.default.contentsOfDirectory(atPath: samples.path).filter {
      FileManager.default.fileExists(atPath: samples.appending(path: "\($0)/round.yaml").path)
    }
    #expect(folders.sorted() == Self.rounds)
  }
}
