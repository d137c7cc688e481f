import Foundation
import TestSupport
import Testing

/// How points become a result is told by `ResultPlan`; whoever scores rows or columns reads that, and no key of a section, a total or a gate.
@Suite(.timed) struct ResultPlanTests {
  /// Where subjects are scored, one by one and in columns.
  private static let leaves = [
    "Sources/Scoring/Scoring", "Sources/Scoring/Algebra", "Sources/Scoring/Portfolios/Programs",
  ]

  /// What a portfolio writes above its columns, and tells before it is scored.
  private static let heads = ["Portfolio+Scoring.swift", "PortfolioOutline.swift"]

  private static var keys: Regex<Substring> {
    /\brubric\.(?:sections|bonus|deductions|total|admission|caps|vetoes|downgrades|movement)\b|\bmayLiftGrade\b|\bsectionFloors\b|\bsection\.(?:rounding|shareRounding|isScaled|appliesWhen)\b/
  }

  @Test(arguments: leaves)
  func noLeafReadsWhatThePlanWasMadeOf(folder: String) throws {
    let files = Places.files(in: Places.root.appending(path: folder), extension: "swift")
      .filter { !Self.heads.contains($0.lastPathComponent) }
    #expect(files.count > 5)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: Self.keys.wordBoundaryKind(.simple)) {
        Issue.record(
          "\(file.lastPathComponent) reads \(match.0): let it be a node of Sources/Rubrics/ResultPlans, which rows and columns both read"
        )
      }
    }
  }
}
