import Diagnostics
import Foundation
import Reports
import Scoring
import TestSupport
import Testing

@testable import Hengxing

@Suite(.timed) struct PortfolioRunTests {
  private func request(_ nation: SmallNation) -> PortfolioRun.Request {
    var request = PortfolioRun.Request(rubric: SmallNation.rubric)
    request.facts = nation.stations
    request.tables = [("services", nation.services), ("staff", nation.staff)]
    return request
  }

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func aSubjectScoredAgainFromItsFilesComesOutAsInTheResults(mode: ScoringMode) throws {
    let nation = try SmallNation()
    var diagnostics = Diagnostics()
    var request = request(nation)
    request.options.mode = mode
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let header = try #require(
      PortfolioRun.header(of: result, request, engine: "0", into: &diagnostics))
    let path = nation.scratch.folder.appending(path: "results.jsonl").path
    let files = OutputFiles()
    try PortfolioRun.write(header, result, request, to: path, in: files)
    try files.finish()
    let results = try #require(ResultsFile(path))
    for id in nation.ids {
      var found = Diagnostics()
      let report = try #require(
        SubjectRun.report(of: id, in: results, engine: "0", into: &found))
      #expect(!found.all.contains { $0.code == "differs-from-results" }, "\(id)")
      #expect(report.subject.id == id)
      #expect(results.line(of: id) != nil)
    }
    #expect(results.line(of: "S") == nil)
  }

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func aSubjectScoredAgainSeesItsCohort(mode: ScoringMode) throws {
    let scratch = try Scratch()
    var facts = "id,地区类型,服务工时,平均年龄,有新员工,新员工培训率\n"
    for number in 0..<12 {
      let kind = number % 2 == 0 ? "城区" : "乡镇"
      let isNew = number % 3 == 0
      // One is open, and with it the places of its peers.
      let hours = number == 5 ? "" : "\(100 + number * 7)"
      facts +=
        "S\(number),\(kind),\(hours),\(30 + number),\(isNew),\(isNew ? "0.\(number % 10)" : "")\n"
    }
    try scratch.write("facts.csv", facts)
    var request = PortfolioRun.Request(
      rubric: Places.root.appending(path: "docs/examples/cohort.yaml").path)
    request.facts = scratch.folder.appending(path: "facts.csv").path
    request.key = "id"
    request.options.mode = mode
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let header = try #require(
      PortfolioRun.header(of: result, request, engine: "0", into: &diagnostics))
    let path = scratch.folder.appending(path: "results.jsonl").path
    let files = OutputFiles()
    try PortfolioRun.write(header, result, request, to: path, in: files)
    try files.finish()
    let results = try #require(ResultsFile(path))
    for number in 0..<12 {
      var found = Diagnostics()
      let report = try #require(
        SubjectRun.report(of: "S\(number)", in: results, engine: "0", into: &found))
      #expect(found.isEmpty, "S\(number): \(found.all.map(\.code))")
      if number % 2 == 0 { #expect(report.verdict.status == .evaluated) }
    }
  }

  @Test func tellsThatAFileHasChanged() throws {
    let nation = try SmallNation(stationCount: 3, rowCount: 30)
    var diagnostics = Diagnostics()
    let request = request(nation)
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let header = try #require(
      PortfolioRun.header(of: result, request, engine: "0", into: &diagnostics))
    let path = nation.scratch.folder.appending(path: "results.jsonl").path
    let files = OutputFiles()
    try PortfolioRun.write(header, result, request, to: path, in: files)
    try files.finish()
    let staff = try String(contentsOfFile: nation.staff, encoding: .utf8)
    try nation.scratch.write("staff.csv", staff + "S1,true,true,1980-01-01,80,6.5\n")
    var found = Diagnostics()
    let results = try #require(ResultsFile(path))
    #expect(SubjectRun.report(of: "S1", in: results, engine: "0", into: &found) != nil)
    #expect(found.all.contains { $0.code == "changed-since" })
  }

  @Test(arguments: [[], ["region"], ["population"], ["region", "target_hours"]])
  func theCountsOfTheSummaryAddUpToTheSubjects(columns: [String]) throws {
    let nation = try SmallNation()
    var diagnostics = Diagnostics()
    let request = request(nation)
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let summary = try #require(
      PortfolioRun.summary(
        of: result, request, by: columns, engine: "0", into: &diagnostics))
    #expect(summary.subjectCount == nation.ids.count)
    for group in summary.groups {
      #expect(group.classes.map(\.count).reduce(0, +) == nation.ids.count)
    }
    #expect(summary.statuses.map(\.count).reduce(0, +) == nation.ids.count)
    #expect(summary.grades.map(\.count).reduce(0, +) == nation.ids.count)
  }

  private func text(_ request: PortfolioRun.Request) throws -> (text: String, codes: [String]) {
    var diagnostics = Diagnostics()
    var request = request
    request.options.withItems = true
    request.options.withFigures = true
    let result = PortfolioRun.score(request, into: &diagnostics)
    return (result?.outcome.text ?? "", diagnostics.all.map(\.code))
  }

  /// The deep rubric with `old` written as `new`, in the folder of the nation.
  private func rubric(_ nation: SmallNation, _ old: String, _ new: String) throws -> String {
    let text = try String(contentsOfFile: SmallNation.rubric, encoding: .utf8)
    #expect(text.contains(old))
    return try nation.scratch.write(
      "changed.yaml", text.replacingOccurrences(of: old, with: new))
  }

  private func keep(_ nation: SmallNation) throws -> String {
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request(nation), into: &diagnostics))
    return try nation.scratch.write("kept.hxk", PortfolioRun.kept(result, engine: "0"))
  }

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func aChangedThresholdIsScoredFromWhatWasKeptAsFromTheRecords(mode: ScoringMode) throws {
    let nation = try SmallNation()
    let kept = try keep(nation)
    for (old, new) in [
      ("at least: 72", "at least: 70"), ("(avg_sat - 3) / 1.8", "(avg_sat - 2) / 1.8"),
    ] {
      let changed = try rubric(nation, old, new)
      var fromRecords = request(nation)
      fromRecords.rubric = changed
      fromRecords.options.mode = mode
      var fromKept = PortfolioRun.Request(rubric: changed)
      fromKept.kept = kept
      fromKept.options.mode = mode
      let (text, codes) = try text(fromKept)
      #expect(text == (try self.text(fromRecords).text))
      #expect(text.split(separator: "\n").count == nation.ids.count + 1)
      #expect(codes.isEmpty)
    }
  }

  @Test(arguments: [
    ("count(services[documented])", "count(services[not(documented)])"),
    ("must be: \"> 0\", title: {zh: 目标时数", "must be: \"> 50\", title: {zh: 目标时数"),
    ("absent: null, must be: \"[1..5]\"", "absent: null, must be: \"[1..4]\""),
  ])
  func whatWasNotKeptIsNamed(old: String, new: String) throws {
    let nation = try SmallNation(stationCount: 5, rowCount: 40)
    let kept = try keep(nation)
    var request = PortfolioRun.Request(rubric: try rubric(nation, old, new))
    request.kept = kept
    let (text, codes) = try text(request)
    #expect(text.isEmpty)
    #expect(Set(codes) == ["records-needed", "nobody-scored"])
  }

  @Test func tellsThatAFileHasChangedSinceItWasKept() throws {
    let nation = try SmallNation(stationCount: 5, rowCount: 40)
    let kept = try keep(nation)
    try nation.scratch.write("staff.csv", "station_id\n")
    var request = PortfolioRun.Request(rubric: SmallNation.rubric)
    request.kept = kept
    let (text, codes) = try text(request)
    #expect(!text.isEmpty)
    #expect(codes == ["changed-since-kept"])
  }

  @Test func filesAppearTogetherOrNotAtAll() throws {
    let scratch = try Scratch()
    let first = scratch.folder.appending(path: "a.csv").path
    try scratch.write("a.csv", "old")
    let unfinished = Unfinished()
    #expect(throws: OutputFiles.Failure.self) {
      let files = OutputFiles(unfinished)
      try files.write("new", to: first)
      try files.write("new", to: scratch.folder.path)
      try files.finish()
    }
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["a.csv"])
    let files = OutputFiles(unfinished)
    try files.write("new", to: first)
    try files.write("b", to: scratch.folder.appending(path: "deeper/b.csv").path)
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "old")
    try files.finish()
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "new")
  }

  /// A device that is always full, where the system has one.
  private static let hasFullDevice: Bool = {
    var status = stat()
    return stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }()

  @Test(.enabled(if: hasFullDevice)) func aFullDiskIsTold() throws {
    let failure = try #require(throws: OutputFiles.Failure.self) {
      try OutputFiles().write("much", to: "/dev/full")
    }
    #expect(failure.reason == String(cString: strerror(ENOSPC)))
    #expect(Self.hasFullDevice)
  }

  @Test func whatIsInterruptedLeavesNothing() throws {
    let scratch = try Scratch()
    let unfinished = Unfinished()
    let files = OutputFiles(unfinished)
    try files.write("half", to: scratch.folder.appending(path: "a.csv").path)
    unfinished.removeAll()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
    withExtendedLifetime(files) {}
  }
}
