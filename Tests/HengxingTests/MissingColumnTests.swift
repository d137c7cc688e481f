import Diagnostics
import Foundation
import Hengxing
import TestSupport
import Testing

/// A header that somebody misspelt costs points: it is an error unless the bundle says that columns may be missing.
@Suite(.timed) struct MissingColumnTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    tables:
      账目:
        月份: {type: string}
        支出: {type: number, unit: 元, must be: ">= 0", absent: "0"}
    sections:
      - id: s
        title: S
        points: 10
        items:
          - id: spent
            title: Spent
            points: 10
            says: A point a yuan.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: sum(账目.支出), from: 0, to: 10, if empty: 0}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  /// What a run finds in a ledger under these headers, and the score.
  private func found(
    _ header: String, _ bundle: String = "", rows: String = "一月,4\n二月,5\n"
  ) throws -> (diagnostics: [Diagnostic], score: String?) {
    let round = try TemporaryRound(
      of: Self.rubric, bundle: bundle, tables: ["账目": header + "\n" + rows])
    var diagnostics = Diagnostics()
    let result = Pipeline.run(round.path, .init(engine: "test"), into: &diagnostics)
    #expect(round.inspected.map(\.code) == (diagnostics.all + (result?.evidence ?? [])).map(\.code))
    return (diagnostics.all + (result?.evidence ?? []), result?.scores["a"])
  }

  @Test func theColumnIsThere() throws {
    let (diagnostics, score) = try found("月份,支出")
    #expect(diagnostics.isEmpty)
    #expect(score == "9")
  }

  @Test func aMisspeltHeaderIsAnErrorThatNamesWhatNothingReads() throws {
    let (diagnostics, score) = try found("月份,支岀")
    let told = try #require(diagnostics.first { $0.code == "missing-column" })
    #expect(told.severity == .error)
    #expect(told.notes.map(\.en) == ["its headers are: `月份`, `支岀`"])
    #expect(told.help?.en.contains("write `支出` instead of `支岀`") == true)
    #expect(told.help?.en.contains("columns missing: allowed") == true)
    // Its cells are not known, whatever an empty cell means.
    #expect(score == "0 – 10")
  }

  @Test func aColumnTakenOutIsAnError() throws {
    let (diagnostics, score) = try found("月份,收入")
    #expect(diagnostics.map(\.code) == ["missing-column"])
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.help?.en.contains("add the column") == true)
    #expect(score == "0 – 10")
  }

  @Test(arguments: [
    "columns missing: allowed\n", "columns missing: [账目.csv]\n",
    "columns missing: [tables/账目.csv]\n",
  ])
  func aBundleMaySayThatColumnsAreMissing(bundle: String) throws {
    let (diagnostics, score) = try found("月份,收入", bundle)
    #expect(diagnostics.map(\.code) == ["missing-column"])
    #expect(diagnostics.first?.severity == .warning)
    // Then there is no cell, which the rubric takes for zero.
    #expect(score == "0")
  }

  @Test func anotherTableIsAnotherTable() throws {
    let (diagnostics, _) = try found("月份,收入", "columns missing: [走访.csv]\n")
    #expect(Set(diagnostics.map(\.code)) == ["columns-missing-of-nothing", "missing-column"])
    #expect(diagnostics.contains { $0.code == "missing-column" && $0.severity == .error })
  }

  @Test(arguments: [
    "columns missing: yes\n", "columns missing: {账目: allowed}\n", "columns missing: [[a]]\n",
  ])
  func whatElseIsWrittenIsNotUnderstood(bundle: String) throws {
    let (diagnostics, _) = try found("月份,支出", bundle)
    #expect(diagnostics.map(\.code) == ["columns-missing-form"])
  }

  @Test func aLedgerWithoutRowsLacksNothing() throws {
    let (diagnostics, _) = try found("月份,收入", rows: "")
    #expect(!diagnostics.contains { $0.code == "missing-column" })
  }
}
