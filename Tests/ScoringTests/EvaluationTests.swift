import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Outcomes, gates and closing on one small rubric each.
@Suite(.timed) struct EvaluationTests {
  private static let basis = "basis: {rule: illustrative, points: illustrative}"

  private func evaluate(
    _ rubric: String, _ source: EvidenceSource = EvidenceSource(), mode: ScoringMode = .final,
    change: (inout EvidenceSetting) -> Void = { _ in }
  ) throws -> Evaluation {
    let head = """
      rubric: small
      edition: "1"
      language: en
      title: Small
      subject: station

      """
    var diagnostics = Diagnostics()
    let text = (head + rubric).replacing("BASIS", with: Self.basis)
    let checked = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.filter { $0.severity == .error }.map(\.headline.en)
    let rubric = try #require(checked, "\(told)")
    var setting = EvidenceSetting(
      subject: EvaluatedSubject(id: "s1"),
      period: Period(
        try #require(CalendarDate(year: 2024, month: 1, day: 1)),
        try #require(CalendarDate(year: 2024, month: 12, day: 31))))
    change(&setting)
    return Scorer(rubric).score(EvidenceReader(rubric).read(source, in: setting), mode: mode)
  }

  private func facts(_ facts: [String: String]) -> EvidenceSource {
    var source = EvidenceSource()
    for (name, text) in facts { source.facts[HeaderName(name)] = .init(text, at: nil) }
    return source
  }

  private static let two = """
    facts:
      a: {type: number, must be: "[0..10]"}
      b: {type: number, must be: "[0..10]"}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 6, says: a, BASIS, score: {check: a >= 5}}
      - {id: b, title: B, points: 4, says: b, BASIS, score: {check: b >= 5}}
    grades:
    - {id: good, title: Good, stars: 3, at least: 8}
    - {id: poor, title: Poor, stars: 1}

    """

  @Test(arguments: [
    ("zero", "6", "evaluated"), ("proved", "6", "evaluated"), ("drop", "10", "evaluated"),
    ("open", "", "open"),
  ])
  func closesTheFileAsTheRubricSays(closing: String, score: String, status: String) throws {
    let total = "total: {round: {to: 1, mode: half up}, when closed: \(closing)}\n"
    let source = facts(["a": "7"])
    let closed = try evaluate(Self.two + total, source)
    #expect((closed.total?.point?.description ?? "") == score)
    #expect(closed.status.text(in: .en) == status)
    #expect(closed.missing.map(\.missing.name) == ["b"])
    #expect(closed.missing.first?.items == ["b"])
    let open = try evaluate(Self.two + total, source, mode: .selfAssessment)
    #expect(open.total == ScoreRange(6, 10))
    #expect(open.standing?.worst.stars == 1)
    #expect(open.standing?.best.stars == 3)
  }

  private static let gated = """
    facts:
      a: {type: number, must be: "[0..10]"}
    findings: {diverted: {title: Diverted funds}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - {id: a, title: A, points: 10, says: a, BASIS, score: {formula: a, from: 0, to: 10}}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    vetoes:
    - {id: funds, finding: diverted, stars: 0, score: 0, says: funds were diverted}
    grades:
    - {id: good, title: Good, stars: 3, at least: 8}
    - {id: poor, title: Poor, stars: 1, at least: 0}
    - {id: none, title: None, stars: 0}

    """

  private func finding(_ status: FindingRecord.Status) -> EvidenceSource {
    var source = facts(["a": "9"])
    source.findings = [FindingRecord(id: "f", what: "diverted", about: "s1", status: status)]
    return source
  }

  @Test func vetoesFireOnConfirmedFindingsOnly() throws {
    let gated = Self.gated
    let confirmed = try evaluate(gated, finding(.confirmed))
    #expect(confirmed.total == ScoreRange(0))
    #expect(confirmed.grade?.id == "none")
    let alleged = try evaluate(gated, finding(.alleged))
    #expect(alleged.status == .open)
    #expect(alleged.total == ScoreRange(0, 9))
    #expect(alleged.grade == nil)
    #expect(alleged.steps.contains { $0.kind == .vetoes && $0.isOpen })
    let own = try evaluate(gated, finding(.alleged), mode: .selfAssessment)
    #expect(own.total == ScoreRange(0, 9))
    #expect(own.standing?.worst.stars == 0)
    #expect(own.standing?.best.stars == 3)
    let dismissed = try evaluate(gated, finding(.dismissed), mode: .selfAssessment)
    #expect(dismissed.total == ScoreRange(9))
  }

  @Test func tellsEveryStepOfTheOrderAlsoWhereItChangesNothing() throws {
    let evaluation = try evaluate(
      Self.gated,
      facts(["a": "9"]))
    var kinds: [EvaluationStep.Kind] = []
    for step in evaluation.steps where kinds.last != step.kind { kinds.append(step.kind) }
    #expect(kinds == EvaluationStep.Kind.allCases)
  }

  private static let judged = """
    sections:
    - id: s
      title: S
      points: 10
      items:
      - id: visit
        title: Visit
        points: 10
        says: marks of the panel
        BASIS
        score: {judge: {role: panel, from: 0, to: 5, step: 0.5, combine: trimmed mean, at least: 3}}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  private func marks(_ marks: [(String, String)]) -> EvidenceSource {
    var source = EvidenceSource()
    source.marks["visit"] = marks.enumerated().map { index, given in
      let (role, mark) = given
      return AssessorMark(by: "x\(index)", role: role, value: Number(mark) ?? .zero)
    }
    return source
  }

  @Test func combinesTheMarksOfTheRoleAndKeepsTheOthers() throws {
    let rubric = Self.judged
    let source = marks([
      ("panel", "5"), ("self", "5"), ("panel", "1"), ("panel", "3"), ("panel", "4"),
    ])
    let final = try evaluate(rubric, source)
    // Without 5 and 1: (3 + 4) / 2 of 5.
    #expect(final.total == ScoreRange(7))
    let judged = final.everyItem[0].derivation.lines.compactMap { line -> JudgementUse? in
      if case .judgement(let use) = line { use } else { nil }
    }
    #expect(judged.count == 5)
    #expect(judged.filter { $0.setAside != nil }.map(\.role) == ["self"])
    #expect(try evaluate(rubric, source, mode: .selfAssessment).total == ScoreRange(10))
  }

  @Test func aMissingRaterIsUnknownAndNotZero() throws {
    let few = try evaluate(Self.judged, marks([("panel", "5"), ("panel", "4")]))
    #expect(few.status == .open)
    // The third mark is between 0 and 5, and the middle one counts.
    #expect(few.total == ScoreRange(8, 10))
    #expect(few.missing.first?.missing == Missing("visit", .tooFewMarks))
    let offStep = try evaluate(
      Self.judged, marks([("panel", "5"), ("panel", "4.2"), ("panel", "4")]))
    #expect(offStep.status == .open)
    #expect(offStep.diagnostics.all.map(\.code) == ["mark-set-aside", "too-few-assessors"])
  }

  private static let surveyed = """
    surveys:
      answers: {columns: {score: {type: number, whole: true, must be: "[1..5]", absent: "null"}}}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - id: voice
        title: Voice
        points: 10
        says: the share of content clients
        BASIS
        score:
          survey: answers
          share: score >= 4
          respondents: 3
          full at: 90%
          zero at: 60%
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  @Test(arguments: [
    (["5", "4", "1"], "2.22", "2.22"), (["5", "4", "4"], "10", "10"), (["5", "4"], "0", "10"),
    (["5", "", "4", "4"], "10", "10"), (["5", "5", "5", "x"], "5", "10"),
  ])
  func countsAnswersAndLeavesBlanksOut(answers: [String], low: String, high: String) throws {
    var source = EvidenceSource()
    source.surveys[HeaderName("answers.csv")] = WrittenTable(
      file: "surveys/answers.csv", header: ["score"], rows: answers.map { [$0] }, lines: [])
    let range = try evaluate(Self.surveyed, source).total
    #expect(range?.low.description == low)
    #expect(range?.high.description == high)
  }

  private static let fromTown = """
    tables:
      payments:
        from: town
        columns: {late: {type: boolean, private: true}}
    documents:
      contract: {accept: [pdf], dated: in the period}
    sections:
    - id: s
      title: S
      points: 10
      items:
      - id: paid
        title: Paid
        points: 10
        says: paid in time
        BASIS
        evidence: [contract]
        score:
          check: every p in payments satisfies not(p.late)
          if empty: fail
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  private func town(_ rows: [[String]]) -> EvidenceSource {
    var source = EvidenceSource()
    source.tables[HeaderName("payments.csv")] = WrittenTable(
      file: "tables/payments.csv", header: ["subject", "late"], rows: rows, lines: Array(2..<99))
    return source
  }

  @Test func ofThePartysTableOnlyTheRowsAboutUsCount() throws {
    var source = EvidenceSource()
    source.documents = [
      DocumentRecord(
        file: "c.pdf", kind: "contract", dated: CalendarDate(year: 2024, month: 3, day: 1))
    ]
    let town = town([["s2", "是"], ["s1", "否"], ["s1", "否"]])
    let evaluation = try evaluate(Self.fromTown, source) { $0.parties["town"] = town }
    #expect(evaluation.total == ScoreRange(10))
    let rows = evaluation.everyItem[0].derivation.lines.compactMap { line -> RowUse? in
      if case .rows(let use) = line, use.role == .holding { use } else { nil }
    }
    #expect(rows.first?.lines == [3...4])
    let alone = try evaluate(Self.fromTown, source)
    #expect(alone.total == ScoreRange(0))
    #expect(alone.missing.first?.missing.cause == .noParty)
  }

  @Test func aDocumentOutsideThePeriodDoesNotCount() throws {
    let town = town([["s1", "否"]])
    for (file, dated, low) in [
      ("c.pdf", CalendarDate(year: 2023, month: 12, day: 31), 0),
      ("c.doc", CalendarDate(year: 2024, month: 3, day: 1), 0),
      ("c.pdf", CalendarDate(year: 2024, month: 12, day: 31), 10),
    ] {
      var source = EvidenceSource()
      source.documents = [DocumentRecord(file: file, kind: "contract", dated: dated)]
      let range = try evaluate(Self.fromTown, source, mode: .selfAssessment) {
        $0.parties["town"] = town
      }.total
      #expect(range == ScoreRange(Number(low), 10))
    }
  }

  @Test func aPrivateCellIsToldByItsPlaceAlone() throws {
    let town = town([["s1", "secret"]])
    let evaluation = try evaluate(Self.fromTown) { $0.parties["town"] = town }
    let told = try #require(evaluation.diagnostics.all.first { $0.code == "unfitting-cell" })
    #expect(!DiagnosticRenderer(language: .en).render(told).contains("secret"))
    #expect(told.place?.description == "tables/payments.csv:2 (late)")
  }

  @Test func onlyTheLatestMarkOfAnAssessorCounts() throws {
    var source = marks([("panel", "1"), ("panel", "3"), ("panel", "3")])
    source.marks["visit"]?.append(
      AssessorMark(by: "x0", role: "panel", date: "2024-12-01", value: 3))
    #expect(try evaluate(Self.judged, source).total == ScoreRange(6))
  }

  @Test func anItemOfASectionThatDoesNotApplyIsNotMissing() throws {
    let rubric = """
      facts:
        a: {type: number, must be: "[0..10]"}
        runs: {type: boolean}
      sections:
      - id: s
        title: S
        points: 6
        applies when: runs
        otherwise: drop
        items:
        - {id: a, title: A, points: 6, says: a, BASIS, score: {check: a >= 5}}
      - id: t
        title: T
        points: 4
        items:
        - {id: r, title: R, points: 4, says: r, BASIS, score: {choose: runs, options: {true: 4, false: 2}}}
      total: {round: {to: 0.1, mode: half up}, when closed: zero}
      grades:
      - {id: good, title: Good, at least: 8}
      - {id: poor, title: Poor}

      """
    let evaluation = try evaluate(rubric, facts(["runs": "否"]))
    #expect(evaluation.total == ScoreRange(5))
    #expect(evaluation.everyItem[0].outcome.word == "not applicable")
    #expect(evaluation.missing.isEmpty)
    let open = try evaluate(rubric, mode: .selfAssessment)
    #expect(open.total == ScoreRange(2, 10))
  }
}
