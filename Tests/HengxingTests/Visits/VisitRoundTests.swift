import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// Visits of a round: what they find feeds the final, and the evaluator's own result.
@Suite(.timed) struct VisitRoundTests {
  private static let station = """
    rubric: station
    edition: "1"
    language: en
    title: Stations
    subject: station
    findings: {invented: {}}
    stages:
    - {id: visit, title: {en: the visit, zh: 走访}, every: month, not held: drop}
    sections:
    - id: s
      title: S
      points: 20
      items:
      - {id: a, title: A, points: 10, says: A., basis: {rule: illustrative, points: illustrative}, stages: [visit], score: {judge: {role: evaluator, from: 0, to: 10, combine: mean, at least: 1}}, advice: What the rubric says.}
      - {id: b, title: B, points: 10, says: B., basis: {rule: illustrative, points: illustrative}, score: {formula: '10 * count(faults[state = "done"]) / count(faults[state != "unchecked"])', from: 0, to: 10, if empty: full}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    vetoes: [{id: v, finding: invented, when closed: open, grade: poor, score: 0}]
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  private static let evaluator = """
    rubric: evaluator
    edition: "1"
    language: en
    title: Evaluators
    subject: evaluator
    tables:
      found:
        from: round
        file: faults.csv
        columns:
          subject: {type: string}
          state: {type: string}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: again, title: Again, points: 10, says: Looked at again., basis: {rule: illustrative, points: illustrative}, score: {formula: '10 * count(found[state != "unchecked"]) / count(found)', from: 0, to: 10, if empty: full}}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: any, title: Any}]

    """

  private func round(_ visits: [String], more: String = "") throws -> TemporaryRound {
    var files = [
      "station.yaml": Self.station, "evaluator.yaml": Self.evaluator,
      "a/bundle.yaml": "subject: a\n", "e/bundle.yaml": "subject: e\n",
      "t/bundle.yaml": "subject: t\n",
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [station.yaml, evaluator.yaml]
      \(more)
      subjects:
      - {id: e, rubric: evaluator, bundle: e}
      - {id: t, rubric: evaluator, bundle: t}
      - {id: a, rubric: station, bundle: a, parties: {evaluator: e, town: t}}

      """,
    ]
    for (index, visit) in visits.enumerated() {
      files["a/visits/\(index).yaml"] = "by: X\nrole: evaluator\nstage: visit\n\(visit)\n"
    }
    return try TemporaryRound(files)
  }

  @Test func marksFollowUpsAndFindingsOfVisitsFeedTheFinal() throws {
    let year = try round([
      "date: 2024-01-10\nmarks: {a: 6}\nfaults: [{id: f1, item: b, says: One}, {id: f2, says: Two}, {id: f3, says: Three}]",
      "date: 2024-02-10\nmarks: {a: 9}\nfollow-ups: [{fault: f1, state: done}, {fault: f2, state: not done}]",
    ])
    let (result, codes) = try year.run()
    #expect(codes + result.evidence.map(\.code) == [])
    // 7.5 of the two visits, half of what was looked at again.
    #expect(result.scores["a"] == "13")
    #expect(result.item("again", of: "e")?.earned?.text == "6.6666…")
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    #expect(report.visits?.map { $0.faults.map(\.state) } == [[.done, .notDone, .unchecked], []])
    #expect(report.sections[0].items[0].stages.count == 12)
    for language in Language.allCases {
      let page = HTMLPage.print(report, in: language)
      #expect(page.contains("2024-02-10"))
      #expect(TextReport.print(report, in: language).contains("f2"))
    }
    let found = try round([
      "date: 2024-01-10\nmarks: {a: 10}\nfindings: [{id: w, what: invented, status: confirmed}]"
    ])
    #expect(try found.run().result.scores["a"] == "0")
  }

  @Test func twoFollowUpsOfOneDayLeaveTheFaultOpen() throws {
    let year = try round([
      "date: 2024-01-10\nmarks: {a: 10}\nfaults: [{id: f1, says: One}]",
      "date: 2024-02-10\nmarks: {a: 10}\nfollow-ups: [{fault: f1, state: done}, {fault: f1, state: not done}]",
    ])
    let result = try year.run().result
    #expect(result.scores["a"] == "10 – 20")
    #expect(result.reports.first { $0.folder == "a" }?.report.visits?[0].faults[0].state == .open)
  }

  @Test func adviceReachesWhomItIsWrittenForAndIsFollowedInTheNextRound() throws {
    let year = try round(
      [
        "date: 2024-01-10\nmarks: {a: 6}\nadvice: [{to: town, item: a, says: Pay in time}, Train more, {to: e, says: Come oftener}, {to: nobody, says: Lost}]"
      ],
      more: """
        follow-ups:
        - {to: t, advice: {en: Hold the exchange, zh: 按月交流}, round: "2023", state: partly, says: Eight of twelve months, date: 2024-12-01}
        - {to: u, advice: Lost, state: done}
        """)
    let (result, codes) = try year.run()
    #expect(codes == ["advice-to-nobody", "advice-to-nobody"])
    func feedback(_ id: String) -> Feedback? {
      result.reports.first { $0.folder == id }?.feedback
    }
    #expect(feedback("t")?.advice?.map(\.says.en) == ["Pay in time"])
    #expect(feedback("t")?.advice?.map(\.itemTitle?.en) == ["A"])
    #expect(feedback("t")?.followUps?.map(\.state) == [.partly])
    #expect(feedback("e")?.advice?.map(\.says.en) == ["Come oftener"])
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    #expect(report.advice?.count == 4)
    for language in Language.allCases {
      let page = HTMLFeedback.print(try #require(feedback("t")), in: language)
      #expect(page.contains("Pay in time") && page.contains("2023"))
      let text = TextFeedback.print(try #require(feedback("t")), in: language)
      #expect(text.contains("Pay in time"))
    }
  }
}
