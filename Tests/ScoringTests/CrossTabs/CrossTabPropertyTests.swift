import Diagnostics
import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// A grid is a spelling: whatever it gives, the table written out rule by rule gives.
@Suite(.timed) struct CrossTabPropertyTests {
  private static let seeds = Array(UInt64(1)...60)

  private static func read(_ text: String) -> (rubric: Rubric?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(SourceText(text, path: "grid.yaml"), digest: "", into: &diagnostics)
    return (rubric, diagnostics)
  }

  /// Gaps, overlaps and nulls that nothing takes are found in both, or in neither.
  @Test(arguments: seeds)
  func aGridIsRefusedWhereItsRulesAre(seed: UInt64) {
    let grid = DrawnGrid(seed: seed)
    let told = Self.read(grid.rubric(grid.asGrid)).diagnostics
    let written = Self.read(grid.rubric(grid.asRules)).diagnostics
    func kinds(_ diagnostics: Diagnostics) -> Set<String> {
      Set(
        diagnostics.all.map(\.code).map { code in
          switch code {
          case "grid-gap": "table-gap"
          case "grid-overlap": "table-overlap"
          case "grid-line-never-holds": "rule-never-holds"
          default: code
          }
        })
    }
    #expect(told.hasErrors == written.hasErrors, "\(grid.asGrid)")
    #expect(kinds(told) == kinds(written), "\(grid.asGrid)")
  }

  /// The same results to the byte, by programs and by rows, whatever is missing.
  @Test(arguments: seeds)
  func aGridScoresAsItsRulesDo(seed: UInt64) throws {
    let grid = DrawnGrid(seed: seed)
    guard !Self.read(grid.rubric(grid.asRules)).diagnostics.hasErrors else { return }
    func results(_ table: String) throws -> [String] {
      let pair = try PortfolioPair(
        grid.rubric(table), "grid.yaml", count: 60, blanks: 20, seed: seed)
      return try ScoringMode.allCases.map { mode in
        _ = try pair.compare(mode)
        var options = Portfolio.Options()
        options.mode = mode
        options.withItems = true
        options.withFigures = true
        return pair.fused.score(options).text
      }
    }
    #expect(try results(grid.asGrid) == results(grid.asRules), "\(grid.asGrid)")
  }

  @Test func enoughOfTheGridsAreAccepted() {
    let accepted = Self.seeds.filter { seed in
      let grid = DrawnGrid(seed: seed)
      return Self.read(grid.rubric(grid.asGrid)).rubric != nil
    }
    #expect(accepted.count > 30 && accepted.count < Self.seeds.count)
  }
}
