import Diagnostics
import Foundation
import Reports
import Scoring
import TestSupport
import Testing

@testable import Hengxing

/// What a portfolio was not handed is asked for, or stays open where somebody says so; it is never closed unasked.
@Suite(.timed) struct LeftOutTests {
  private static let rubric = """
    rubric: files
    edition: "1"
    language: en
    title: Files
    subject: {kind: station, key: id}
    fictional: true
    facts:
      rooms: {type: number, must be: ">= 0"}
    tables:
      staff:
        certified: {type: boolean}
    surveys:
      opinion:
        columns: {score: {type: number, must be: "[1..5]"}}
    documents:
      charter: {title: Charter}
    findings:
      fraud: {title: Fraud}
    define:
      certified count: count(staff[certified])
    sections:
    - id: all
      title: All
      points: 100
      items:
      - {id: room, title: Rooms, points: 40, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: rooms >= 2}}
      - {id: paper, title: Charter, points: 20, says: a, basis: {rule: illustrative, points: illustrative}, evidence: [charter], score: {check: rooms >= 1}}
      - {id: team, title: Team, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {check: certified count >= 1}}
      - {id: voice, title: Voice, points: 10, says: a, basis: {rule: illustrative, points: illustrative}, score: {survey: opinion, share: score >= 4, respondents: 1, at least: {50%: 10}, else: 0}}
      - {id: mark, title: Mark, points: 20, says: a, basis: {rule: illustrative, points: illustrative}, score: {judge: {role: panel, from: 0, to: 100, combine: mean, at least: 1}}}
    total: {round: {to: 0.1, mode: half up}, when closed: zero}
    vetoes:
    - {id: out, finding: fraud, grade: poor, says: fraud}
    grades:
    - {id: good, title: Good, at least: 80}
    - {id: fair, title: Fair, at least: 30}
    - {id: poor, title: Poor}
    """

  private struct Files {
    let scratch: Scratch
    let rubric: String
    let facts: String
    let staff: String

    init(_ rubric: String = LeftOutTests.rubric) throws {
      scratch = try Scratch()
      self.rubric = try scratch.write("rubric.yaml", rubric)
      facts = try scratch.write("facts.csv", "id,rooms\na,3\nb,0\nc,\n")
      staff = try scratch.write("staff.csv", "id,certified\na,true\n")
    }

    func request(_ without: [String], staff isGiven: Bool = true) -> PortfolioRun.Request {
      var request = PortfolioRun.Request(rubric: rubric)
      request.facts = facts
      if isGiven { request.tables = [("staff", staff)] }
      request.without = without
      request.options.withItems = true
      return request
    }
  }

  private func lines(
    _ request: PortfolioRun.Request, into diagnostics: inout Diagnostics
  ) -> [String] {
    let text = PortfolioRun.score(request, into: &diagnostics)?.outcome.text ?? ""
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func whatIsMissingIsNamedAndNobodyIsScored() throws {
    let files = try Files()
    var diagnostics = Diagnostics()
    #expect(lines(files.request([], staff: false), into: &diagnostics).isEmpty)
    #expect(
      diagnostics.all.map(\.code)
        == Array(repeating: "not-handed-over", count: 5) + ["nobody-scored"])
    let words = diagnostics.all.map(\.headline.en).joined(separator: "\n")
    for name in ["`staff`", "`opinion`", "`charter`", "`fraud`", "assessors' marks"] {
      #expect(words.contains(name), "\(name)")
    }
    #expect(diagnostics.all[0].help?.en.contains("--table staff=FILE") == true)
  }

  @Test(arguments: [true, false], [ScoringMode.final, .selfAssessment])
  func whatIsLeftOutStaysOpenWhateverTheClosingSays(fuses: Bool, mode: ScoringMode) throws {
    let files = try Files()
    var request = files.request(
      ["documents", "marks", "surveys", "findings", "tables"], staff: false)
    request.options.fuses = fuses
    request.reading.fuses = fuses
    request.options.mode = mode
    var diagnostics = Diagnostics()
    let found = lines(request, into: &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(
      found == [
        "a,,40.0,100.0,,,open,40,,,,",
        // Without a room there is no point for a charter, whoever brings one.
        "b,,0.0,40.0,,,open,0,0,,,",
        mode == .final ? "c,,0.0,60.0,,,open,0,,,," : "c,,0.0,100.0,,,open,,,,,",
      ])
  }

  @Test func namesLeaveOutSingleThings() throws {
    let files = try Files()
    var diagnostics = Diagnostics()
    let found = lines(
      files.request(["charter", "opinion", "marks", "fraud"]), into: &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(found.first == "a,,50.0,100.0,,,open,40,,10,,")
    #expect(lines(files.request(["charter", "marks", "fraud"]), into: &diagnostics).isEmpty)
    #expect(diagnostics.all.map(\.code) == ["not-handed-over", "nobody-scored"])
    var others = Diagnostics()
    _ = lines(files.request(["charters", "surveys", "marks", "fraud"]), into: &others)
    #expect(
      others.all.map(\.code) == ["nothing-to-leave-out", "not-handed-over", "nobody-scored"])
    #expect(others.all.first?.help?.en == "did you mean `charter`?")
  }

  /// Nothing of a table is known where there is no file, so nothing of it is zero.
  @Test func factsToo() throws {
    let files = try Files()
    var request = files.request(["documents", "marks", "surveys", "findings"])
    request.facts = nil
    var diagnostics = Diagnostics()
    #expect(lines(request, into: &diagnostics).isEmpty)
    #expect(diagnostics.all.first?.help?.en.hasPrefix("give `--facts FILE`, or") == true)
    request.without.append("facts")
    var others = Diagnostics()
    #expect(lines(request, into: &others) == ["a,,10.0,100.0,,,open,,,10,,"])
  }

  @Test(arguments: [ScoringMode.final, .selfAssessment])
  func whatWasKeptCarriesWhatWasLeftOut(mode: ScoringMode) throws {
    let files = try Files()
    var request = files.request(["documents", "marks", "surveys", "findings"])
    request.options.mode = mode
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let kept = try files.scratch.write("kept.hxk", PortfolioRun.kept(result, engine: "0"))
    var again = PortfolioRun.Request(rubric: files.rubric)
    again.kept = kept
    again.options = request.options
    #expect(lines(again, into: &diagnostics) == lines(request, into: &diagnostics))
    #expect(diagnostics.isEmpty)
    // What the changed rubric looks at besides was neither kept nor left out.
    again.rubric = try files.scratch.write(
      "changed.yaml",
      Self.rubric.replacing("charter: {title: Charter}", with: "charter: {}\n  licence: {}")
        .replacing("evidence: [charter]", with: "evidence: [charter, licence]"))
    #expect(lines(again, into: &diagnostics).isEmpty)
    #expect(diagnostics.all.map(\.code) == ["not-handed-over", "nobody-scored"])
    again.without = ["licence"]
    var others = Diagnostics()
    #expect(lines(again, into: &others).count == 3)
  }

  @Test func resultsSayWhatWasLeftOutAndAreScoredAgainWithoutIt() throws {
    let files = try Files()
    let request = files.request(["documents", "marks", "surveys", "findings"])
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let header = try #require(
      PortfolioRun.header(of: result, request, engine: "0", into: &diagnostics))
    #expect(
      header.leftOut == ["documents/charter", "findings/fraud", "marks", "surveys/opinion"])
    let path = files.scratch.folder.appending(path: "results.jsonl").path
    let output = OutputFiles()
    try PortfolioRun.write(header, result, request, to: path, in: output)
    try output.finish()
    // Which gate is open, and why, stands in the line of the subject.
    let line = try #require(
      String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().first)
    #expect(line.contains("\"questions\""))
    #expect(line.contains("fraud: `fraud` was not handed over"))
    let results = try #require(ResultsFile(path))
    let report = try #require(
      SubjectRun.report(of: "a", in: results, engine: "0", into: &diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(report.verdict.status == .open)
    #expect(report.missing.count == 4)
  }

  @Test func theSummaryNamesWhatWasLeftOutAndNeverSaysThatAllIsKnown() throws {
    let files = try Files()
    try files.scratch.write("facts.csv", "id,rooms\na,3\nb,0\n")
    let request = files.request(["documents", "marks", "surveys", "findings"])
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let summary = try #require(
      PortfolioRun.summary(of: result, request, by: [], engine: "0", into: &diagnostics))
    #expect(summary.leftOut.map(\.kind) == ["surveys", "documents", "marks", "findings"])
    for (language, all, name) in [
      (Language.en, "every fact is known", "charter"), (.zh, "各对象的各项事实都已知", "没有提供的内容"),
    ] {
      for page in [
        TextSummary.print(summary, in: language), HTMLSummary.print(summary, in: language),
      ] {
        #expect(!page.contains(all))
        #expect(page.contains(name))
      }
    }
  }

  /// Whoever is not scored stands among the results, and is counted by name.
  @Test func theSummaryCountsWhoIsNotScored() throws {
    let files = try Files()
    let request = files.request(["documents", "marks", "surveys", "findings"])
    try files.scratch.write("facts.csv", "id,rooms\na,3\nb,0\nb,1\n")
    var diagnostics = Diagnostics()
    let result = try #require(PortfolioRun.score(request, into: &diagnostics))
    let summary = try #require(
      PortfolioRun.summary(of: result, request, by: [], engine: "0", into: &diagnostics))
    #expect(summary.subjectCount == 2)
    #expect(summary.statuses.map(\.count) == [1, 1])
    #expect(summary.statuses.contains { $0.status == "rejected" })
  }

  /// Results of others and the days of a round are no part of a portfolio either.
  @Test(arguments: [
    ("children.yaml", "results"), ("movement.yaml", "history"), ("judge.yaml", "marks"),
    ("survey.yaml", "surveys"),
  ])
  func examplesThatLookAtMoreAreRefused(file: String, kind: String) throws {
    let scratch = try Scratch()
    var request = PortfolioRun.Request(
      rubric: Places.root.appending(path: "docs/examples/\(file)").path)
    request.facts = try scratch.write("facts.csv", "id,得分,年检不合格\na,95,否\n")
    request.key = "id"
    var diagnostics = Diagnostics()
    #expect(PortfolioRun.score(request, into: &diagnostics) == nil)
    #expect(
      diagnostics.all.contains {
        $0.code == "not-handed-over" && $0.help?.en.contains("--without \(kind)") == true
      })
    request.without = [
      "facts", "tables", "surveys", "documents", "marks", "findings", "parties", "results",
      "history", "period",
    ]
    var others = Diagnostics()
    let text = PortfolioRun.score(request, into: &others)?.outcome.text ?? ""
    #expect(text.split(separator: "\n").last?.hasSuffix(",open") == true, "\(text)")
  }
}
