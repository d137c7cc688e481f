import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Statistics over each assessor's total.
@Suite(.timed) struct PanelTotalTests {
  /// Three items for 10, 20 and 30 points on scales of their own, judged by one panel.
  private func evaluate(
    _ columns: String, _ marks: [String: [AssessorMark]], facts: [String: String] = [:],
    mode: ScoringMode = .final, change: (inout EvidenceSource) -> Void = { _ in }
  ) throws -> Evaluation {
    let text = """
      rubric: totals
      edition: "1"
      language: en
      title: Totals
      subject: s
      facts:
        has third: {type: boolean, absent: true}
      panels:
        p:
          per: total
          recusal: [{relation: any}]
          columns: {\(columns)}
      sections:
        - id: all
          title: All
          points: 60
          items:
            - {id: a, title: A, points: 10, says: A., basis: {rule: illustrative, points: illustrative}, panel: p, score: {judge: {from: 0, to: 3}}}
            - {id: b, title: B, points: 20, says: B., basis: {rule: illustrative, points: illustrative}, panel: p, score: {judge: {from: 1, to: 8}}}
            - {id: c, title: C, points: 30, says: C., basis: {rule: illustrative, points: illustrative}, applies when: has third, otherwise: drop, panel: p, score: {judge: {from: 0, to: 100}}}
      total: {round: {to: 0.0001, mode: half up}, when closed: open}
      grades:
        - {id: some, title: Some}

      """
    var diagnostics = Diagnostics()
    let checked = Rubric.read(SourceText(text, path: "r.yaml"), digest: "", into: &diagnostics)
    let told = diagnostics.all.map(\.headline.en)
    let rubric = try #require(checked, "\(told)")
    var source = EvidenceSource()
    for (name, text) in facts { source.facts[HeaderName(name)] = .init(text, at: nil) }
    source.marks = marks
    change(&source)
    let setting = EvidenceSetting(subject: EvaluatedSubject(id: "s1"))
    return Scorer(rubric).score(EvidenceReader(rubric).read(source, in: setting), mode: mode)
  }

  /// By assessor: marks for `a`, `b`, `c`; an empty one is missing.
  private func marks(
    _ rows: [(by: String, role: String, marks: [String])]
  ) -> [String: [AssessorMark]] {
    var all: [String: [AssessorMark]] = [:]
    for row in rows {
      for (item, mark) in zip(["a", "b", "c"], row.marks) where !mark.isEmpty {
        all[item, default: []].append(.mark(row.by, row.role, mark))
      }
    }
    return all
  }

  private func says(_ evaluation: Evaluation, _ item: String) -> [String] {
    let result = evaluation.everyItem.first { $0.item.id == item }
    return (result?.derivation.lines ?? []).flatMap { line -> [String] in
      guard case .panel(let use) = line else { return [] }
      return use.columns.flatMap { $0.totals.map(\.en) + [$0.says.en] }
    }
  }

  static let five: [(by: String, role: String, marks: [String])] = [
    ("p1", "panel", ["3", "8", "10"]), ("p2", "panel", ["0", "1", "100"]),
    ("p3", "panel", ["1", "4", "50"]), ("p4", "panel", ["2", "6", "70"]),
    ("p5", "panel", ["3", "3", "90"]),
  ]

  @Test(arguments: [
    ("mean", 693 + 630 + 565 + 881 + 897, 5), ("median", 693, 1),
    ("trimmed mean, trim from: 4", 693 + 630 + 881, 3),
  ])
  func theItemsAddUpToTheStatisticOfTheTotals(
    statistic: String, sum: Int, count: Int
  ) throws {
    // Totals of 60: 33, 30, 26.9048, 41.9524, 42.7143; in 21sts 693, 630, 565, 881, 897.
    let evaluation = try evaluate(
      "panel: {statistic: \(statistic), at least: 3}", marks(Self.five))
    let total = try #require(evaluation.total?.point)
    let expected = Number(sum).divided(by: Number(21 * count))
    #expect(total == expected?.rounded(toScale: 4, .halfUp))
  }

  @Test func theTotalsAndTheirWeightsAreTold() throws {
    let evaluation = try evaluate(
      "panel: {statistic: trimmed mean, trim from: 4, at least: 3}", marks(Self.five))
    let lines = says(evaluation, "b")
    #expect(lines.contains("`p1`: total 33 of 60, weight 1/3"))
    #expect(lines.contains("`p3`: total 26.9048 of 60, left out"))
    #expect(lines.contains("`p5`: total 42.7143 of 60, left out"))
    #expect(lines.last?.hasPrefix("mean without the highest and the lowest of 5 totals") == true)
  }

  @Test func whoHasNotMarkedAllHasNoTotalAndItIsSaid() throws {
    var rows = Self.five
    rows[1].marks[2] = ""
    let evaluation = try evaluate("panel: {statistic: median, at least: 3}", marks(rows))
    #expect(evaluation.status == .open)
    let told = try #require(evaluation.diagnostics.all.first { $0.code == "total-incomplete" })
    #expect(told.headline.en.contains("`p2`"))
    #expect(told.headline.en.contains("`c`"))
    #expect(says(evaluation, "a").contains("`p2`: total unknown, no mark that counts for `c`"))
    #expect(Set(evaluation.missing.map(\.missing.cause)) == [.openTotal])
    // `a` lies between the least and the greatest mark for it, 0 and 3 of 3.
    let a = try #require(evaluation.everyItem.first)
    #expect(a.computed == ScoreRange(0, 10))
  }

  @Test func whoIsRecusedHasNoTotalAtAll() throws {
    let evaluation = try evaluate(
      "panel: {statistic: mean, at least: 4}", marks(Self.five)
    ) { $0.ties = [Tie(of: "p1", to: "s1", kind: "family", until: nil)] }
    let total = try #require(evaluation.total?.point)
    #expect(
      total
        == Number(630 + 565 + 881 + 897).divided(by: Number(84))?.rounded(toScale: 4, .halfUp))
    #expect(!evaluation.diagnostics.all.contains { $0.code == "total-incomplete" })
  }

  @Test func theLeastNumberIsOfTotals() throws {
    let evaluation = try evaluate(
      "panel: {statistic: mean, at least: 6}", marks(Self.five))
    #expect(evaluation.total == ScoreRange(0, 60))
    #expect(evaluation.diagnostics.all.filter { $0.code == "too-few-assessors" }.count == 1)
  }

  @Test(arguments: [
    ("all marks", 1386 + 1260 + 1321, 3), ("two nearest", 1260 + 1321, 2),
    ("third mark", 1321, 1),
  ])
  func totalsTooFarApartCallAThirdReader(then: String, sum: Int, count: Int) throws {
    let columns =
      "panel: {statistic: mean, at least: 2, spread: {more than: 4%, reader: third, then: \(then)}}"
    let two = Array(Self.five.prefix(2))
    let open = try evaluate(columns, marks(two))
    #expect(open.status == .open)
    #expect(open.diagnostics.all.filter { $0.code == "third-reader-called" }.count == 1)
    #expect(Set(open.missing.map(\.missing.cause)) == [.thirdReader])
    // In 42nds: 33 and 30 are 1386 and 1260; 10 / 3 x 2 + 20 / 7 x 5 + 30 x 0.35 is 1321.
    let third = two + [(by: "p9", role: "third", marks: ["2", "6", "35"])]
    let settled = try evaluate(columns, marks(third))
    #expect(
      settled.total?.point
        == Number(sum).divided(by: Number(42 * count))?.rounded(toScale: 4, .halfUp))
  }

  @Test func aReaderWhoWasNotCalledDoesNotCount() throws {
    let columns =
      "panel: {statistic: mean, at least: 2, spread: {more than: 5%, reader: third, then: all marks}}"
    let rows = Self.five.prefix(2) + [(by: "p9", role: "third", marks: ["0", "1", "0"])]
    // 33 and 30 are 3 of 60 apart: exactly 5 %.
    let evaluation = try evaluate(columns, marks(Array(rows)))
    #expect(evaluation.total?.point == Number("31.5"))
    let aside = evaluation.everyItem.first?.derivation.lines.contains { line in
      if case .judgement(let use) = line { use.by == "p9" && use.setAside != nil } else { false }
    }
    #expect(aside == true)
  }

  @Test func totalsThatMustAgreeMayRestOnMarksThatDiffer() throws {
    let rows: [(by: String, role: String, marks: [String])] = [
      ("p1", "panel", ["3", "1", "0"]), ("p2", "panel", ["0", "4.5", "0"]),
    ]
    let evaluation = try evaluate("panel: {statistic: consensus, at least: 2}", marks(rows))
    #expect(evaluation.total?.point == Number(10))
    let other = try evaluate(
      "panel: {statistic: consensus, at least: 2}",
      marks([rows[0], ("p2", "panel", ["1", "4.5", "0"])]))
    #expect(Set(other.missing.map(\.missing.cause)) == [.noConsensus])
  }

  @Test func anItemOfWhichNobodyKnowsWhetherItAppliesLeavesAllTotalsOpen() throws {
    let text = "panel: {statistic: median, at least: 3}"
    let evaluation = try evaluate(text, marks(Self.five), facts: ["has third": "perhaps"])
    #expect(evaluation.status == .open)
    #expect(says(evaluation, "a").contains { $0.contains("it is open whether `c` applies") })
  }

  @Test func aMarkThatCannotBeReadLeavesAllTotalsOpen() throws {
    let evaluation = try evaluate(
      "panel: {statistic: mean, at least: 3}", marks(Self.five)
    ) {
      $0.lostMarks = [LostMark(item: "c", role: "panel", place: .file("x.yaml"))]
    }
    #expect(evaluation.total == ScoreRange(0, 60))
  }

  @Test func columnsOfTotalsAreWeighted() throws {
    let evaluation = try evaluate(
      "self: {weight: 25%}, panel: {weight: 75%, statistic: median, at least: 3}",
      marks(Self.five + [("own", "self", ["3", "8", "100"])]))
    #expect(evaluation.total?.point == Number("39.75"))
    // Judging itself, a station need not have marked everything.
    let own = try evaluate(
      "self: {weight: 25%}, panel: {weight: 75%, statistic: median, at least: 3}",
      marks([("own", "self", ["3", "", ""])]), mode: .selfAssessment)
    #expect(own.everyItem.first?.computed == ScoreRange(Number("2.5") ?? .zero, 10))
  }

  // MARK: laws

  private func drawn(
    _ random: inout SeededRandom, _ count: Int
  ) -> [(by: String, role: String, marks: [String])] {
    (0..<count).map { index in
      (
        "p\(index)", "panel",
        [
          "\(Int.random(in: 0...3, using: &random))", "\(Int.random(in: 1...8, using: &random))",
          "\(Int.random(in: 0...4, using: &random) * 25)",
        ]
      )
    }
  }

  @Test func theOrderOfTheMarksDecidesNothing() throws {
    var random = SeededRandom(seed: 21)
    for _ in 0..<40 {
      let statistic = PanelPropertyTests.statistics.randomElement(using: &random) ?? "mean"
      var rows = drawn(&random, Int.random(in: 2...7, using: &random))
      let columns = "panel: {statistic: \(statistic), at least: 2}"
      let first = try evaluate(columns, marks(rows))
      rows.shuffle(using: &random)
      let second = try evaluate(columns, marks(rows))
      #expect(first.everyItem.map(\.computed) == second.everyItem.map(\.computed))
      #expect(says(first, "b") == says(second, "b"))
    }
  }

  @Test func aMarkThatWasMissingOnlyNarrowsTheInterval() throws {
    var random = SeededRandom(seed: 34)
    for _ in 0..<30 {
      let needed = Int.random(in: 2...4, using: &random)
      let statistic = PanelPropertyTests.statistics.randomElement(using: &random) ?? "mean"
      let columns = "panel: {statistic: \(statistic), at least: \(needed)}"
      let rows = drawn(&random, needed)
      var cells = rows.indices.flatMap { row in (0..<3).map { (row, $0) } }
      cells.shuffle(using: &random)
      var given = rows.map { (by: $0.by, role: $0.role, marks: ["", "", ""]) }
      var before: [ScoreRange?] = []
      for (row, item) in cells {
        given[row].marks[item] = rows[row].marks[item]
        let after = try evaluate(columns, marks(given)).everyItem.map(\.computed)
        for (wide, narrow) in zip(before, after) {
          guard let wide, let narrow else { continue }
          #expect(wide.contains(narrow), "\(columns) \(given)")
        }
        before = after
      }
      #expect(before.allSatisfy { $0?.isPoint == true })
    }
  }

  @Test func theItemsAlwaysAddUpToTheStatisticOfDrawnTotals() throws {
    var random = SeededRandom(seed: 55)
    for _ in 0..<40 {
      let rows = drawn(&random, Int.random(in: 3...8, using: &random))
      // In 210ths: 10 / 3, 20 / 7 and 30 / 100 points a mark.
      let totals = rows.map { row in
        let marks = row.marks.compactMap { Int($0) }
        return Number(marks[0] * 700 + (marks[1] - 1) * 600 + marks[2] * 63)
      }
      for (name, statistic) in [
        ("mean", Combination.mean), ("median", .median),
        ("trimmed mean, trim from: 4", .trimmedMean),
      ] {
        let expected = try statistic.combined(totals, trimFrom: 4)
        let found = try evaluate("panel: {statistic: \(name), at least: 3}", marks(rows))
        let exact = try expected.sum.over(expected.count.times(Number(210)))
        #expect(found.total?.point == exact.rounded(toScale: 4, .halfUp), "\(name) \(rows)")
      }
    }
  }
}
