import Diagnostics
import Foundation
import Hengxing
import Reports
import Scoring
import TestSupport
import Testing

/// One subject of a round, scored with everybody whose results it looks at.
@Suite(.timed, .serialized) struct SubjectOfRoundTests {
  init() throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
  }

  private func options(_ mode: ScoringMode = .final) -> Pipeline.Options {
    var options = Pipeline.Options(engine: "test")
    options.mode = mode
    return options
  }

  @Test(arguments: ["first-round", "three-levels", "county-panel"])
  func everySubjectGetsTheBytesThatARunGives(sample: String) throws {
    let path = "samples/\(sample)/round.yaml"
    var diagnostics = Diagnostics()
    let whole = try #require(Pipeline.run(path, options(), into: &diagnostics))
    // Of a round with one rubric a subject, each folder is a subject.
    for (index, filed) in whole.reports.enumerated() where Volume.isLong || index % 3 == 0 {
      let alone = try #require(
        Pipeline.score(subject: filed.folder, ofRound: path, options(), into: &diagnostics))
      #expect(alone.map(\.folder) == [filed.folder])
      let report = try #require(alone.first?.report)
      #expect(ReportJSON.print(report) == ReportJSON.print(filed.report))
      #expect(HTMLPage.print(report, in: .zh) == HTMLPage.print(filed.report, in: .zh))
      #expect(TextReport.print(report, in: .en) == TextReport.print(filed.report, in: .en))
    }
  }

  @Test func aSubjectUnderSeveralRubricsGetsAllItsReports() throws {
    let round = try TemporaryRound(TakenResultTests.files())
    var diagnostics = Diagnostics()
    let filed = try #require(
      Pipeline.score(subject: "a", ofRound: round.path, options(), into: &diagnostics))
    #expect(filed.map(\.folder) == ["a/joint", "a/base"])
    #expect(filed.map { $0.report.verdict.score?.text } == ["12.2", "71.0"])
  }

  @Test func aSubjectThatTheRoundDoesNotHaveIsToldWithThoseItHas() throws {
    var diagnostics = Diagnostics()
    let filed = Pipeline.score(
      subject: "wset", ofRound: "samples/three-levels/round.yaml", options(), into: &diagnostics)
    #expect(filed == nil)
    let told = try #require(diagnostics.all.first { $0.code == "unknown-subject" })
    #expect(told.help?.en.contains("`west`") == true)
  }

  @Test func theFaultsOfOthersAreNotTold() throws {
    var diagnostics = Diagnostics()
    let path = "samples/first-round/round.yaml"
    _ = Pipeline.score(subject: "station-a", ofRound: path, options(), into: &diagnostics)
    #expect(!diagnostics.hasErrors)
    _ = Pipeline.score(subject: "station-g", ofRound: path, options(), into: &diagnostics)
    #expect(diagnostics.all.contains { $0.code == "unreadable-bundle" })
  }

  @Test func aBundleOfTheRoundIsScoredWithItsPeersAndThoseBelow() throws {
    let path = "samples/three-levels/round.yaml"
    var diagnostics = Diagnostics()
    let whole = try #require(Pipeline.run(path, options(), into: &diagnostics))
    let west = try #require(whole.reports.first { $0.folder == "west" }?.report)
    let alone = try #require(
      Pipeline.score(
        "samples/three-levels/bundles/west",
        rubric: "samples/three-levels/rubrics/sample-town.yaml",
        round: path, options(), into: &diagnostics))
    #expect(alone.sections == west.sections)
    #expect(alone.verdict == west.verdict)
    #expect(alone.steps == west.steps)
  }

  @Test func aChangedBundleIsComparedInThePlaceOfTheOldOne() throws {
    let round = try TemporaryRound(
      TakenResultTests.files().merging(
        ["new/bundle.yaml": "subject: a\nfacts: {mark: 90}\n"]) { first, _ in first })
    var diagnostics = Diagnostics()
    let report = try #require(
      Pipeline.score(
        round.file("new"), rubric: round.file("joint.yaml"), round: round.path, options(),
        into: &diagnostics))
    #expect(report.verdict.score?.text == "20.0")
  }

  @Test func withoutItsRoundWhatOthersGiveIsOpenNotGuessed() throws {
    let round = try TemporaryRound(TakenResultTests.files())
    var diagnostics = Diagnostics()
    let report = try #require(
      Pipeline.score(
        round.file("a"), rubric: round.file("joint.yaml"), round: nil, options(),
        into: &diagnostics))
    #expect(report.verdict.status == .open)
    #expect(report.verdict.score?.text == "0.0 – 20.0")
    let past = try TemporaryRound(PastResultTests.past("{grade: pass, score: 65}"))
    let alone = try #require(
      Pipeline.score(
        past.file("a"), rubric: past.file("joint.yaml"), round: nil, options(),
        into: &diagnostics))
    #expect(alone.verdict.status == .open)
  }
}
