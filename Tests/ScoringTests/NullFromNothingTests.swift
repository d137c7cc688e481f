import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// No rows, nothing that a filter passes, a zero below: what a rubric says of it is obeyed, and what it does not say
/// of it stays open.
@Suite(.timed) struct NullFromNothingTests {
  private static let head = """
    rubric: nothing
    edition: "1"
    language: en
    title: Nothing
    subject: {kind: station, key: id}
    facts:
      paid: {type: number, must be: ">= 0", absent: 0}
      budget: {type: number, must be: ">= 0", absent: 0}
    tables:
      fines:
        amount: {type: number, must be: ">= 0", absent: "null"}
        kind: {type: string, one of: [small, great], absent: small}

    """

  private static func rubric(_ score: String, closing: String, define: String = "none: 0")
    -> String
  {
    head + """
      define:
        \(define)
      sections:
        - id: all
          title: All
          points: 20
          items:
            - {id: i, title: I, points: 10, says: S., basis: {rule: illustrative, points: illustrative}, score: \(score)}
            - {id: rest, title: R, points: 10, says: S., basis: {rule: illustrative, points: illustrative}, score: {check: count(fines) >= 0}}
      total: {round: {to: 1, mode: half up}, when closed: \(closing)}
      grades:
        - {id: some, title: Some}

      """
  }

  private func evaluate(
    _ text: String, _ rows: String?, facts: [String: String] = [:], mode: ScoringMode = .final
  ) throws -> Evaluation {
    var diagnostics = Diagnostics()
    let checked = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    let rubric = try #require(
      checked, "\(diagnostics.all.filter { $0.severity == .error }.map(\.headline.en))")
    let reader = try #require(PortfolioReader(rubric, key: "id", into: &diagnostics))
    let header = (["id"] + facts.keys.sorted()).joined(separator: ",")
    let cells = (["S"] + facts.keys.sorted().compactMap { facts[$0] }).joined(separator: ",")
    var options = PortfolioReader.Options()
    options.fuses = false
    let portfolio = try #require(
      reader.read(
        facts: PortfolioFile("facts.csv", bytes: Array("\(header)\n\(cells)\n".utf8)),
        tables: rows.map { [("fines", PortfolioFile("fines.csv", bytes: Array($0.utf8)))] } ?? [],
        options, into: &diagnostics))
    return try #require(SubjectScorer(portfolio, mode: mode).evaluation(of: 0, in: nil))
  }

  private func points(
    _ score: String, _ rows: String, closing: String = "zero", define: String = "none: 0",
    facts: [String: String] = [:]
  ) throws -> ScoreRange? {
    let text = Self.rubric(score, closing: closing, define: define)
    return try evaluate(text, rows, facts: facts).total
  }

  private static let none = "id,amount,kind\n"
  private static let zero = "id,amount,kind\nS,0,small\n"

  @Test(arguments: [
    "{lose: sum(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0, if empty: 0}",
    "{lose: max(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0, if empty: full}",
    "{steps: sum(fines.amount), at most: {0: 10, 5000: 5}, else: 0, if empty: 0}",
    "{steps: 'sum(fines[kind = \"great\"].amount)', at least: {5: 10}, else: 0, if empty: 0}",
    "{steps: mean(fines.amount), lines: {\"< 5\": 10, \">= 5\": 0}, if empty: pass}",
    "{formula: '10 - sum(fines.amount) / 1000', from: 0, to: 10, if empty: full}",
    "{formula: 'max(0, 10 - sum(fines.amount) / 1000)', from: 0, to: 10, if empty: 10}",
    "{check: sum(fines.amount) <= 5000, if empty: pass}",
    "{each: sum(fines.amount), base: {at: 0, points: 1}, step: {every: 1, points: 1, units: full}, cap: 10, below base: 0, if empty: 0}",
    "{table: {hit policy: first, inputs: [sum(fines.amount)], output: number, rules: [[\"> 5\", 1], [\"<= 5\", 10]]}, if empty: 10}",
    "{lose: figure, step: {every: 1, points: 1, units: full}, floor: 0}",
  ])
  func nothingAndAZeroComeToTheSameWhereTheRubricSaysSo(score: String) throws {
    let define = "figure: {value: sum(fines.amount), if empty: 0}"
    for closing in ["zero", "proved", "drop", "open"] {
      let none = try points(score, Self.none, closing: closing, define: define)
      let zero = try points(score, Self.zero, closing: closing, define: define)
      #expect(none == zero && none?.isPoint == true, "\(score), \(closing)")
    }
  }

  @Test(arguments: [
    "{lose: sum(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0}",
    "{steps: sum(fines.amount), at least: {100: 10, 50: 5}, else: 0}",
    "{check: sum(fines.amount) <= 5000}",
    "{formula: '10 - sum(fines.amount) / 1000', from: 0, to: 10}",
    "{formula: 'if max(fines.amount) > 5 then 0 else 10', from: 0, to: 10}",
    "{table: {hit policy: collect sum, inputs: [budget], output: number, rules: [[\"> 5\", 1]]}}",
    "{formula: 10 * paid / budget, from: 0, to: 10}",
  ])
  func whereTheRubricSaysNothingOfItTheItemStaysOpen(score: String) throws {
    for closing in ["zero", "proved", "drop", "open"] {
      let none = try #require(try points(score, Self.none, closing: closing))
      #expect(none.low == 10 && none.high == 20, "\(score), \(closing): \(none)")
    }
  }

  @Test func aFineWithoutAnAmountIsNotNoFine() throws {
    let score =
      "{lose: sum(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0, if empty: full}"
    let points = try #require(try points(score, "id,amount,kind\nS,,small\n"))
    #expect(points == ScoreRange(10))
  }

  @Test func aTableThatNobodyHandedInIsUnknown() throws {
    let text = Self.rubric(
      "{lose: sum(fines.amount), step: {every: 1, points: 1, units: full}, floor: 0, if empty: full}",
      closing: "zero")
    let open = try evaluate(text, nil, mode: .selfAssessment).total
    // How many rows there are is never below nought, so the other item is sure.
    #expect(open == ScoreRange(10, 20))
  }

  @Test func rowsAndColumnsAgree() throws {
    let text = Self.rubric(
      "{lose: figure, step: {every: 1, points: 1, units: full}, floor: 0}", closing: "zero",
      define:
        "figure: {value: 'sum(fines[kind = \"great\"].amount)', if empty: 0, round: {to: 2, mode: half up}}"
    ).replacingOccurrences(
      of: "{check: count(fines) >= 0}",
      with: "{steps: paid / budget, at least: {90%: 10}, else: 0, if empty: not applicable}")
    let pair = try PortfolioPair(text, "nothing", count: 60, blanks: 30, seed: 7)
    for mode in [ScoringMode.final, .selfAssessment] { _ = try pair.compare(mode) }
  }
}
