import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Whose marks count, what they come to, and what is said of those that do not.
@Suite(.timed) struct PanelTests {
  private func outcome(_ panel: PanelCase, mode: ScoringMode = .final) throws -> PanelOutcome {
    try panel.outcome(mode: mode)
  }

  @Test func onlyTheNamedColumnsCountAndAllAreKept() throws {
    let panel = PanelCase(
      columns: """
        self: {weight: 40%}
        first: {weight: 20%}
        second: {weight: 40%, statistic: mean, at least: 2}
        guest: {weight: 0}
        """,
      [
        .mark("own", "self", "10"), .mark("a", "first", "8"), .mark("b", "second", "6"),
        .mark("c", "second", "7"), .mark("d", "guest", "0"), .mark("e", "clerk", "1"),
      ])
    let found = try outcome(panel)
    // 0.4 x 10 + 0.2 x 8 + 0.4 x 6.5 on a scale of 10, for 10 points.
    #expect(found.points == ScoreRange(Number("8.2") ?? .zero))
    #expect(found.judgements.count == 6)
    #expect(found.setAside == ["d", "e"])
    #expect(found.codes == ["unknown-role"])
    // In its own view a station knows its own column alone.
    let own = try outcome(panel, mode: .selfAssessment)
    #expect(own.points == ScoreRange(4, 10))
  }

  @Test func aColumnWithoutAMarkIsUnknownAndNotZero() throws {
    let found = try outcome(
      PanelCase(
        columns: "self: {weight: 40%}\nfirst: {weight: 60%, statistic: mean, at least: 2}",
        [.mark("own", "self", "5"), .mark("a", "first", "10")]))
    // 2 + 0.6 x (10 + 0..10) / 2.
    #expect(found.points == ScoreRange(5, 8))
    #expect(found.causes == [.tooFewMarks])
    #expect(found.codes == ["too-few-assessors"])
  }

  static let trimmed = "panel: {statistic: trimmed mean, trim from: 4, at least: 3}"

  @Test func withFewMarksATrimmedMeanIsThePlainMean() throws {
    let three = PanelCase(columns: Self.trimmed, .panel("9", "8", "1"))
    #expect(try outcome(three).points == ScoreRange(6))
    let four = PanelCase(columns: Self.trimmed, .panel("9", "8", "1", "6"))
    #expect(try outcome(four).points == ScoreRange(7))
  }

  @Test(arguments: [
    ("2023-01-10", true), ("2023-01-11", true), ("2023-01-09", false), ("2025-06-01", true),
  ])
  func theTwoYearRuleLooksAtTheDayOfTheJudgement(until: String, isRecused: Bool) throws {
    var panel = PanelCase(
      columns: "panel: {statistic: mean, at least: 1}", .panel("4", "8", on: "2025-01-09"),
      recusal: "{relation: employed, years: 2}")
    panel.ties = [
      Tie(of: "p1", to: "s1", kind: "employed", until: CalendarDate(written: until))
    ]
    let found = try outcome(panel)
    #expect(found.setAside == (isRecused ? ["p1"] : []))
    #expect(found.points == ScoreRange(isRecused ? 8 : 6))
    #expect(found.codes == (isRecused ? ["mark-of-recused"] : []))
  }

  @Test func aTieToTheOperatorOrDeclaredByTheBundleCountsToo() throws {
    var panel = PanelCase(
      columns: "panel: {statistic: mean, at least: 1}", .panel("4", "8"),
      recusal: "{relation: family}, {relation: any, to: [town]}")
    panel.ties = [Tie(of: "ｐ1", to: "op-a", kind: "family", until: nil)]
    panel.change = { source, setting in
      source.operatorName = "op-a"
      setting.partyNames["town"] = ["town-1"]
    }
    #expect(try outcome(panel).setAside == ["p1"])
    panel.ties = [Tie(of: "p2", to: "town-1", kind: "friend", until: nil)]
    #expect(try outcome(panel).setAside == ["p2"])
    panel.ties = [Tie(of: "p2", to: "elsewhere", kind: "family", until: nil)]
    #expect(try outcome(panel).setAside == [])
    panel.ties = [Tie(of: "p2", to: nil, kind: "neighbour", until: nil)]
    let unruled = try outcome(panel)
    #expect(unruled.setAside == [])
    #expect(unruled.codes == ["tie-without-rule"])
  }

  @Test func withoutADateNobodyCanTellWhetherATieStillRecuses() throws {
    var panel = PanelCase(
      columns: "panel: {statistic: mean, at least: 2}", .panel("4", "8"),
      recusal: "{relation: employed, years: 2}")
    panel.ties = [
      Tie(of: "p1", to: "s1", kind: "employed", until: CalendarDate(written: "2020-01-01"))
    ]
    let found = try outcome(panel)
    #expect(found.codes == ["mark-of-recused", "too-few-assessors"])
    #expect(found.points == ScoreRange(4, 9))
  }

  static let spread =
    "panel: {statistic: mean, at least: 2, spread: {more than: 20%, reader: referee, then: THEN}}"

  @Test(arguments: [
    ("all marks", "2.8333..6.1667", "5.3333"), ("two nearest", "1.75..6.75", "6.5"),
    ("third mark", "0..10", "7"),
  ])
  func marksTooFarApartWaitForAThirdReader(then: String, open: String, settled: String) throws {
    let columns = Self.spread.replacing("THEN", with: then)
    let apart = try outcome(PanelCase(columns: columns, .panel("3", "5.5")))
    #expect(apart.text == open)
    #expect(apart.causes == [.thirdReader])
    #expect(apart.codes == ["third-reader-called"])
    let reader = [AssessorMark.mark("r", "referee", "7")]
    let read = try outcome(PanelCase(columns: columns, .panel("3", "6") + reader))
    #expect(read.text == settled)
    #expect(read.codes == [])
    let near = try outcome(PanelCase(columns: columns, .panel("3", "5") + reader))
    #expect(near.text == "4")
    #expect(near.setAside == ["r"])
  }

  @Test func aThirdReaderIsSomebodyElse() throws {
    let columns = Self.spread.replacing("THEN", with: "all marks")
    let found = try outcome(
      PanelCase(columns: columns, .panel("3", "9") + [.mark("p1", "referee", "7")]))
    #expect(found.codes == ["mark-set-aside", "third-reader-called"])
    #expect(found.points == ScoreRange(4, Number(22).divided(by: Number(3)) ?? .zero))
  }

  static let standIns = "panel: {statistic: mean, at least: 2, stand-ins: 1}"

  @Test func aStandInCountsForSomebodyWhoIsNotThereOrRecused() throws {
    let absent = try outcome(
      PanelCase(columns: Self.standIns, .panel("4") + [.standIn("x", "p9", "8")]))
    #expect(absent.points == ScoreRange(6))
    var recused = PanelCase(
      columns: Self.standIns, .panel("4", "0") + [.standIn("x", "p2", "8")],
      recusal: "{relation: any}")
    recused.ties = [Tie(of: "p2", to: nil, kind: "friend", until: nil)]
    #expect(try outcome(recused).points == ScoreRange(6))
    let present = try outcome(
      PanelCase(columns: Self.standIns, .panel("4", "6") + [.standIn("x", "p2", "8")]))
    #expect(present.points == ScoreRange(5))
    #expect(present.codes == ["stand-in-for-present"])
    let two = try outcome(
      PanelCase(
        columns: Self.standIns,
        .panel("4") + [.standIn("x", "p8", "8"), .standIn("y", "p9", "8")]))
    #expect(two.setAside == ["x", "y"])
    #expect(two.codes == ["mark-set-aside", "mark-set-aside", "too-few-assessors"])
    let none = try outcome(
      PanelCase(
        columns: "panel: {statistic: mean, at least: 1}",
        .panel("4") + [.standIn("x", "p9", "8")]))
    #expect(none.points == ScoreRange(4))
    #expect(none.codes == ["mark-set-aside"])
  }

  @Test func aDemandedReasonThatIsNotGivenSetsTheMarkAside() throws {
    let column = "panel: {statistic: mean, at least: 1}"
    let marks: [AssessorMark] = [
      .mark("a", "panel", "10"), .mark("b", "panel", "4"), .mark("c", "panel", "6", because: "x"),
    ]
    let lost = try outcome(PanelCase(columns: column, marks, reasons: "for lost points"))
    #expect(lost.setAside == ["b"])
    #expect(lost.points == ScoreRange(8))
    #expect(lost.codes == ["reason-missing"])
    let always = try outcome(PanelCase(columns: column, marks, reasons: "always"))
    #expect(always.setAside == ["a", "b"])
  }

  @Test func anAssessorWhoJudgesTwiceCountsOnceOrNotAtAll() throws {
    let column = "panel: {statistic: mean, at least: 1}"
    let later = try outcome(
      PanelCase(
        columns: column,
        [.mark("a", "panel", "2", on: "2025-01-09"), .mark("a", "panel", "8", on: "2025-01-05")]))
    #expect(later.points == ScoreRange(2))
    #expect(later.judgements.count == 2)
    let unclear = try outcome(
      PanelCase(columns: column, [.mark("a", "panel", "2"), .mark("a", "panel", "8")]))
    #expect(unclear.points == ScoreRange(0, 10))
    // Which two papers contradict each other is told by the reader of bundles.
    #expect(unclear.codes == ["too-few-assessors"])
    let alike = try outcome(
      PanelCase(columns: column, [.mark("a", "panel", "2"), .mark("a", "panel", "2")]))
    #expect(alike.points == ScoreRange(2))
    #expect(alike.judgements.count == 2)
  }

  @Test func aConsensusIsUnknownUntilAllAgree() throws {
    let column = "panel: {statistic: consensus, at least: 2}"
    #expect(try outcome(PanelCase(columns: column, .panel("7", "7"))).points == ScoreRange(7))
    let split = try outcome(PanelCase(columns: column, .panel("7", "8")))
    #expect(split.points == ScoreRange(0, 10))
    #expect(split.causes == [.noConsensus])
    #expect(split.codes == ["no-consensus"])
  }

  @Test func oneMarkIsExpectedWhereNoStatisticIsDeclared() throws {
    let found = try outcome(PanelCase(columns: "panel: {}", .panel("7", "8")))
    #expect(found.points == ScoreRange(0, 10))
    #expect(found.codes == ["several-marks"])
  }

  @Test func aMarkThatCannotBeReadLeavesTheItemUnknown() throws {
    var panel = PanelCase(columns: "panel: {statistic: mean, at least: 1}", .panel("7", "8"))
    panel.change = { source, _ in
      source.lostMarks = [LostMark(item: "visit", role: "panel", place: .file("j.yaml"))]
    }
    let found = try outcome(panel)
    #expect(found.points == ScoreRange(0, 10))
    #expect(found.causes == [.unreadable])
  }
}
