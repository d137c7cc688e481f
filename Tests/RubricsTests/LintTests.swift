import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import Rubrics

@Suite(.timed) struct LintTests {
  static let base =
    (try? String(
      contentsOf: CheckerTests.folder.appending(path: "lints.yaml"), encoding: .utf8)) ?? ""
  static let cases = MistakeCase.read(
    (try? String(
      contentsOf: CheckerTests.folder.appending(path: "lints.cases"), encoding: .utf8)) ?? "")

  private static let linted = Remembered<String, Diagnostics>()

  static func lint(_ text: String) -> Diagnostics {
    linted.value(for: text) {
      var (rubric, diagnostics) = CheckerTests.check(text)
      rubric?.lint(into: &diagnostics)
      return diagnostics
    }
  }

  static func told(_ text: String) -> [Diagnostic] { lint(text).all }

  @Test func aRubricWithoutAnythingToRemarkIsSilent() {
    #expect(Self.lint(Self.base).all.map(\.code) == [])
  }

  @Test(arguments: cases)
  func oneChangeIsWorthALook(mistake: MistakeCase) throws {
    let text = try #require(mistake.applied(to: Self.base), "the text to change occurs once")
    let codes = Self.lint(text).all.map(\.code)
    #expect((codes.isEmpty ? ["none"] : codes) == mistake.codes)
  }

  @Test(arguments: Language.allCases)
  func everyLintReadsAsWritten(language: Language) throws {
    var screen = ""
    for mistake in Self.cases {
      guard let text = mistake.applied(to: Self.base) else { continue }
      screen += "## \(mistake.title)\n"
      screen += DiagnosticRenderer(language: language).render(Self.lint(text)) + "\n"
    }
    try expectGolden(screen, "lints.\(language.rawValue).txt")
  }

  @Test func hainingNeedsTenAndSomeMeanWages() throws {
    let file = Places.root.appending(path: "rubrics/haining-process.yaml")
    let rubric = try #require(
      CheckerTests.check(try String(contentsOf: file, encoding: .utf8)).rubric)
    let block = try #require(rubric.together.first)
    let bound = try #require(rubric.bound(of: block))
    // 6 x 1.2 / 0.70
    let wanted = try #require(Number("7.2")?.divided(by: Number("0.7") ?? .one))
    #expect(bound.factor == wanted)
    #expect(bound.words(unit: "平均工资") == "10.29 × 平均工资")
  }

  @Test func eliminationAgreesWithTryingOut() {
    // Small systems over two quantities of 0...4: what is called contradictory has no solution there.
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in Int.random(in: -3...3, using: &random) }
      }
      let all = rows.map { row in
        Inequality(
          LinearForm([
            Monomial(["a"]): Number(row[0]), Monomial(["b"]): Number(row[1]), .one: Number(row[2]),
          ]))
      }
      let hasSolution = (0...4).contains { a in
        (0...4).contains { b in rows.allSatisfy { $0[0] * a + $0[1] * b + $0[2] >= 0 } }
      }
      if hasSolution { #expect(!Inequalities(all).areContradictory, "\(rows)") }
    }
  }
}
