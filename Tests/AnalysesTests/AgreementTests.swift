import Diagnostics
import Formats
import Rubrics
import Scoring
import TestSupport
import Testing
import Values

@testable import Analyses

/// From marks of several subjects to what is told about them.
@Suite(.timed) struct AgreementTests {
  private static let text = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    panels:
      experts:
        columns:
          self: {weight: 0}
          panel:
            weight: 100%
            statistic: mean
            at least: 2
            spread: {more than: 30%, reader: referee, then: all marks}
    sections:
    - id: s
      title: S
      points: 20
      items:
      - id: visit
        title: Visit
        points: 10
        says: Marked.
        basis: {rule: illustrative, points: illustrative}
        panel: experts
        score: {judge: {from: 0, to: 10}}
      - id: talk
        title: Talk
        points: 10
        says: Marked.
        basis: {rule: illustrative, points: illustrative}
        score: {judge: {role: panel, from: 1, to: 5, combine: mean, at least: 1}}
    total: {round: {to: 0.01, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, at least: 8}
    - {id: poor, title: Poor}

    """

  private func rubric() throws -> Rubric {
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(SourceText(Self.text, path: "r.yaml"), digest: "", into: &diagnostics)
    return try #require(rubric, "\(diagnostics.all.map(\.headline.en))")
  }

  /// By subject, by item: `a` is the first assessor, `s` the subject itself, `r` the third reader.
  private func agreement(
    _ marks: [(subject: String, item: String, marks: [(String, String)])]
  ) throws -> Agreement? {
    let rubric = try rubric()
    var sources: [String: EvidenceSource] = [:]
    for given in marks {
      sources[given.subject, default: EvidenceSource()].marks[given.item, default: []] +=
        given.marks.map { by, value in
          let role = ["s": "self", "r": "referee"][by] ?? "panel"
          return AssessorMark(by: by, role: role, value: Number(value) ?? .zero)
        }
    }
    let reader = EvidenceReader(rubric)
    let evidence = sources.map { subject, source in
      reader.read(source, in: EvidenceSetting(subject: EvaluatedSubject(id: subject)))
    }
    return Agreement.of(evidence, under: rubric, .init(seed: 7, resamples: 200))
  }

  private func text(_ number: Number?) -> String? {
    number?.rounded(toScale: 4, .halfEven).map { "\($0)" }
  }

  @Test func tellsSpreadSeverityPairsAndWhatToDiscuss() throws {
    let found = try #require(
      try agreement([
        ("s1", "visit", [("a", "8"), ("b", "7"), ("c", "3"), ("s", "10"), ("r", "7")]),
        ("s2", "visit", [("a", "6"), ("b", "6"), ("c", "5")]),
        ("s3", "visit", [("a", "9"), ("b", "8"), ("c", "8")]),
      ]))
    #expect(found.subjects == 3)
    #expect(found.marks == 9)
    #expect(found.sharedUnits == 3)
    // 0.5, 0.1 and 0.1 of the scale.
    #expect(text(found.items.first?.meanSpread) == "0.2333")
    #expect(found.assessors.map(\.assessor) == ["a", "b", "c"])
    // Beside the mean of the other two: 3, 0.5 and 1 points of ten more.
    #expect(found.assessors.map { text($0.deviation) } == ["0.15", "0.05", "-0.2"])
    #expect(found.pairs.map { [$0.first, $0.second] } == [["a", "b"], ["a", "c"], ["b", "c"]])
    #expect(found.pairs.map { text($0.mean) } == ["0.0667", "0.2333", "0.1667"])
    #expect(found.pairs.map { text($0.greatest) } == ["0.1", "0.5", "0.4"])
    #expect(found.discussed.map(\.subject) == ["s1"])
    #expect(found.discussed.first?.isOverLimit == true)
    #expect(found.items.map(\.item.id) == ["visit"])
  }

  @Test func theOrderOfSubjectsDecidesNothing() throws {
    let marks = (0..<8).map { index in
      (
        subject: "s\(index)", item: index.isMultiple(of: 2) ? "visit" : "talk",
        marks: [("a", "\(1 + index % 5)"), ("b", "\(1 + index * 3 % 5)"), ("c", "4")]
      )
    }
    let first = try #require(try agreement(marks))
    let second = try #require(try agreement(marks.reversed()))
    #expect(first.total == second.total)
    #expect(first.items.map(\.coefficients) == second.items.map(\.coefficients))
    #expect(first.discussed.map(\.subject) == second.discussed.map(\.subject))
  }

  @Test func saysWhyThereIsNoNumberInsteadOfOne() throws {
    #expect(try agreement([("s1", "visit", [("s", "8")])]) == nil)
    let single = try #require(
      try agreement([("s1", "visit", [("a", "8")]), ("s2", "visit", [("a", "3")])]))
    #expect(single.total(.interval)?.alpha == Alpha.none(.oneAssessor))
    let apart = try #require(
      try agreement([("s1", "visit", [("a", "8")]), ("s2", "visit", [("b", "3")])]))
    #expect(apart.total(.interval)?.alpha == Alpha.none(.nothingShared))
    let alone = try #require(try agreement([("s1", "visit", [("a", "8"), ("b", "3")])]))
    #expect(alone.items.first?.coefficient(.interval)?.alpha == Alpha.none(.oneUnit))
    let same = try #require(
      try agreement([
        ("s1", "visit", [("a", "8"), ("b", "8")]), ("s2", "visit", [("a", "8"), ("b", "8")]),
      ]))
    #expect(same.total(.nominal)?.alpha == Alpha.none(.noVariation))
    #expect(same.discussed.isEmpty)
  }

  @Test func marksOnDifferentScalesStandSideBySideAsShares() throws {
    let found = try #require(
      try agreement([
        ("s1", "visit", [("a", "10"), ("b", "10")]), ("s1", "talk", [("a", "5"), ("b", "5")]),
        ("s2", "visit", [("a", "0"), ("b", "0")]), ("s2", "talk", [("a", "1"), ("b", "1")]),
      ]))
    #expect(found.total(.interval)?.alpha == .value(.one))
    #expect(found.total(.nominal)?.alpha == .value(.one))
  }
}
