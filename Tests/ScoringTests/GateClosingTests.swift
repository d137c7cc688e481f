import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// What an undecided gate does when the file is closed, of each kind, in rows and in columns.
@Suite(.timed) struct GateClosingTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The gate under its list; `$` stands for what is written of closing.
    let gate: String
    var void = ""
    /// The line of a subject on which it fires, on which it is open.
    let fired: String
    let open: String
  }

  static let kinds = [
    Kind(
      testDescription: "a bar",
      gate: "admission:\n- {id: g, when: not(inspected), status: barred$}",
      fired: ",,,,,barred", open: ",3,3,,,open"),
    Kind(
      testDescription: "a cap", gate: "caps:\n- {id: g, when: not(inspected), grade: low$}",
      fired: "3,3,3,low,1,evaluated", open: "3,3,3,,,open"),
    Kind(
      testDescription: "a downgrade",
      gate: "downgrades:\n- {id: g, when: not(inspected), levels: 1$}",
      fired: "3,3,3,low,1,evaluated", open: "3,3,3,,,open"),
    Kind(
      testDescription: "a veto",
      gate: "vetoes:\n- {id: g, when: not(inspected), grade: low, score: 0$}",
      fired: "0,0,0,low,1,evaluated", open: ",0,3,,,open"),
    Kind(
      testDescription: "a void", gate: "", void: "void: {when: not(inspected)$}, ",
      fired: "0,0,0,low,1,evaluated", open: ",0,3,,,open"),
  ]

  static func rubric(
    _ gate: String, void: String = "", facts: String = "inspected: {type: boolean}",
    findings: String = ""
  ) -> String {
    """
    rubric: gated
    edition: "1"
    language: en
    title: Gated
    subject: station
    facts:
      x: {type: number, must be: "[0..10]"}
      \(facts)
    \(findings)
    sections:
    - {id: a, title: A, points: 3, items: [{id: i, title: I, points: 3, says: s, \(void)basis: {rule: illustrative, points: illustrative}, score: {formula: x, from: 0, to: 3}}]}
    total: {round: {to: 1, mode: half up}, when closed: open}
    \(gate)
    grades:
    - {id: top, title: Top, stars: 2, at least: 2, basis: {rule: illustrative, points: illustrative}}
    - {id: low, title: Low, stars: 1, basis: {rule: illustrative, points: illustrative}}

    """
  }

  private func read(_ text: String) throws -> Rubric {
    var diagnostics = Diagnostics()
    return try #require(
      Rubric.read(SourceText(text, path: "gated.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map(\.headline.en))\n\(text)")
  }

  /// The lines of a portfolio behind the key, row by row and in columns, which agree.
  private func lines(_ text: String, _ facts: String, _ mode: ScoringMode) throws -> [String] {
    let rubric = try read(text)
    var diagnostics = Diagnostics()
    let reader = try #require(PortfolioReader(rubric, key: "key", into: &diagnostics))
    let texts = try [true, false].map { fuses in
      var reading = PortfolioReader.Options()
      reading.fuses = fuses
      let portfolio = try #require(
        reader.read(
          facts: PortfolioFile("facts.csv", bytes: Array(facts.utf8)), tables: [], reading,
          into: &diagnostics))
      var options = Portfolio.Options()
      options.mode = mode
      options.fuses = fuses
      return portfolio.score(options).text
    }
    #expect(texts[0] == texts[1])
    return texts[0].split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
        ?? ""
    }
  }

  static let facts = "key,x,inspected\na,10,true\nb,10,no\nc,10,\nd,10,perhaps\n"

  @Test(arguments: kinds, [nil, "open", "fires"])
  func anUndecidedGateNeverVanishes(kind: Kind, whenClosed: String?) throws {
    let isBar = kind.gate.hasPrefix("admission")
    let word = isBar && whenClosed == "fires" ? "not evaluated" : whenClosed
    let key = word.map { ", when closed: \($0)" } ?? ""
    let text = Self.rubric(
      kind.gate.replacing("$", with: key), void: kind.void.replacing("$", with: key))
    let closed = whenClosed == "fires" ? kind.fired : kind.open
    #expect(
      try lines(text, Self.facts, .final) == [
        "3,3,3,top,2,evaluated", kind.fired, closed, closed,
      ])
    #expect(
      try lines(text, Self.facts, .selfAssessment) == [
        "3,3,3,top,2,evaluated", kind.fired, kind.open, kind.open,
      ])
  }

  @Test func aConditionThatComesOutNullIsUndecidedToo() throws {
    let facts = "hours: {type: number, absent: \"null\"}"
    let cells = "key,x,hours\na,10,3\nb,10,1\nc,10,\n"
    func lines(_ condition: String, _ key: String = "") throws -> [String] {
      try self.lines(
        Self.rubric("caps:\n- {id: g, when: \(condition), grade: low\(key)}", facts: facts), cells,
        .final)
    }
    let (sure, fired, open) = ("3,3,3,top,2,evaluated", "3,3,3,low,1,evaluated", "3,3,3,,,open")
    #expect(try lines("hours < 2") == [sure, fired, open])
    #expect(try lines("hours < 2", ", when closed: fires") == [sure, fired, fired])
    #expect(try lines("hours != null and hours < 2") == [sure, fired, sure])
  }

  @Test func aGateThatCanChangeNothingLeavesTheResultCertain() throws {
    let text = Self.rubric("caps:\n- {id: g, when: not(inspected), grade: low}")
    #expect(try lines(text, "key,x,inspected\na,1,\n", .final) == ["1,1,1,low,1,evaluated"])
  }

  // MARK: findings, and what only others know

  private func close(
    _ text: String, findings: [FindingRecord] = [], isWhole: Bool = true
  ) throws -> Evaluation {
    let rubric = try read(text)
    var source = EvidenceSource()
    source.facts[HeaderName("x")] = EvidenceSource.Fact("10", at: nil)
    source.findings = findings
    source.hasWholeFindings = isWhole
    let evidence = EvidenceReader(rubric).read(
      source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
    return Scorer(rubric).score(evidence, mode: .final)
  }

  private func veto(_ key: String = "") -> String {
    Self.rubric(
      "vetoes:\n- {id: g, finding: fraud, grade: low, score: 0\(key)}",
      findings: "findings: {fraud: {title: Fraud}}")
  }

  @Test func anAllegedFindingLeavesTheResultOpen() throws {
    let alleged = FindingRecord(id: "f", what: "fraud", about: nil, status: .alleged)
    let open = try close(veto(), findings: [alleged])
    #expect(open.status == .open)
    #expect(open.total == ScoreRange(.zero, Number(3)))
    #expect(open.standing?.worst.rank == 1 && open.standing?.best.rank == 0)
    #expect(open.missing.map(\.gates) == [["g"]])
    let fired = try close(veto(", when closed: fires"), findings: [alleged])
    #expect(fired.status == .evaluated)
    #expect(fired.total == .zero && fired.grade?.id == "low")
    #expect(fired.steps.last?.text.en.hasPrefix("nobody answered; closed") == true)
    #expect(fired.missing.map(\.gates) == [["g"]])
  }

  @Test func findingsThatCannotBeReadLeaveEveryGateOpen() throws {
    #expect(try close(veto(), isWhole: false).status == .open)
    #expect(try close(veto(", when closed: fires"), isWhole: false).total == .zero)
    #expect(try close(veto()).status == .evaluated)
  }

  @Test func whatOnlyOthersKnowNeverFiresAtClosing() throws {
    let text = Self.rubric(
      "caps:\n- {id: g, when: other < 60, grade: low, when closed: fires}",
      facts:
        "inspected: {type: boolean}\n  other: {type: number, from: round, take: score, rubric: another}"
    )
    for condition in ["other < 60", "other < 60 and not(inspected)"] {
      let result = try close(text.replacing("other < 60", with: condition))
      #expect(result.status == .open)
      #expect(result.standing?.best.rank == 0 && result.standing?.worst.rank == 1)
    }
  }

  @Test func aTableOfGradesThatGivesNoneLeavesThemAllOpen() throws {
    var text = Self.rubric("", facts: "hours: {type: number, absent: \"null\"}")
    let ladder = try #require(text.firstRange(of: "grades:"))
    text.replaceSubrange(
      ladder.lowerBound...,
      with: """
        grades:
          by:
            hit policy: first
            inputs: [hours]
            output: string
            rules: [["> 2", '"top"'], ["<= 2", '"low"']]
          lines:
          - {id: top, title: Top, stars: 2}
          - {id: low, title: Low, stars: 1}

        """)
    let facts = "key,x,hours\na,10,3\nb,10,1\nc,10,\n"
    #expect(
      try lines(text, facts, .final) == [
        "3,3,3,top,2,evaluated", "3,3,3,low,1,evaluated", "3,3,3,,,open",
      ])
  }
}
