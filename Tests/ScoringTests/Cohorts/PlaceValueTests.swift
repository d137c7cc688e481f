import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Places, counts and percentiles as values, against every completion of small cohorts.
@Suite(.timed) struct PlaceValueTests {
  private static func rubric(best: String, ties: String, more: String = "") throws -> Rubric {
    let text = """
      rubric: placed
      edition: "1"
      language: en
      title: Placed
      subject: s
      facts:
        v: {type: number, whole: true, must be: "[0..3]"}
        fits: {type: boolean}
      cohort:
        if fewer: compare
        define:
          standing: {place: v, best: \(best), ties: \(ties)}
          compared: {count: v}
          share: {percentile: v, best: \(best), ties: \(ties)}
      define:
        behind: compared - standing
      admission:
        - {id: unfit, when: not(fits), status: not evaluated, says: It does not fit}
      sections:
        - id: all
          title: All
          points: 20
          items:
            - id: behind
              title: How many stand behind
              points: 10
              says: One point for each that stands behind.
              basis: {rule: illustrative, points: illustrative}
              score: {formula: behind, from: 0, to: 10}
            - id: share
              title: Share
              points: 10
              says: The share that is not better.
              basis: {rule: illustrative, points: illustrative}
              score: {formula: 10 * share, from: 0, to: 10}
      total: {round: {to: 0.0001, mode: half up}, when closed: zero}
      caps:
        - {id: last, when: standing > 3, grade: fail, says: Behind the third}
      grades:
        - {id: good, title: good, at least: 5}
        - {id: fail, title: fail}
      """
    var found = Diagnostics()
    let rubric = Rubric.read(SourceText(text, path: "placed.yaml"), digest: "", into: &found)
    for diagnostic in found.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.code) \(diagnostic.headline.en)")
    }
    return try #require(rubric)
  }

  /// `nil` is what nobody gave.
  private struct Member {
    var v: Int?
    var fits: Bool?

    var completions: [Member] {
      (v.map { [$0] } ?? [0, 1, 2, 3]).flatMap { v in
        (fits.map { [$0] } ?? [true, false]).map { Member(v: v, fits: $0) }
      }
    }
  }

  private static func scored(_ rubric: Rubric, _ members: [Member]) -> (
    views: [CohortView?], evaluations: [Evaluation]
  ) {
    let scorer = Scorer(rubric)
    let evidence = members.enumerated().map { number, member in
      var source = EvidenceSource()
      if let v = member.v { source.facts[HeaderName("v")] = .init("\(v)", at: nil) }
      if let fits = member.fits { source.facts[HeaderName("fits")] = .init("\(fits)", at: nil) }
      return EvidenceReader(rubric).read(
        source, in: EvidenceSetting(subject: EvaluatedSubject(id: "s\(number)")))
    }
    let first = evidence.map { scorer.score($0, mode: .selfAssessment) }
    let cohorts = Cohorts(rubric, first.map(\.member), mode: .selfAssessment)
    let views = evidence.indices.map { cohorts?.view(of: $0) }
    return (
      views,
      evidence.indices.map {
        scorer.score(evidence[$0], mode: .selfAssessment, in: views[$0])
      }
    )
  }

  /// Place, count and percentile by the words of the manual; everybody in `numbers` is compared.
  private static func naive(
    _ own: Int, _ numbers: [Int], best: String, ties: String
  ) -> [Number] {
    let better = numbers.count { best == "high" ? $0 > own : $0 < own }
    let equal = numbers.count { $0 == own } - 1
    let twice = 2 * better + 2 + (ties == "mean" ? equal : 0)
    let count = numbers.count
    func half(_ number: Int) -> Number { Number(number).divided(by: 2) ?? .zero }
    return [
      half(twice), Number(count),
      Number(2 * count - twice + 2).divided(by: Number(2 * count)) ?? .zero,
    ]
  }

  private static func range(_ value: Value?) -> (low: Number?, high: Number?)? {
    switch value {
    case .number(let number): (number, number)
    case .unknown(let unknown):
      unknown.bounds.interval.map { ($0.low, $0.high) } ?? (nil, nil)
    default: nil
    }
  }

  private static let kinds = ["high", "low"].flatMap { best in
    ["better", "mean"].map { (best, $0) }
  }

  @Test(arguments: kinds)
  func everyCompletionLiesWithinTheIntervalAndBothEndsOccur(best: String, ties: String) throws {
    let rubric = try Self.rubric(best: best, ties: ties)
    for seed in 0..<40 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 60_000)
      let members = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
        Member(
          v: numbers.flip(35) ? nil : Int.random(in: 0...3, using: &numbers),
          fits: numbers.flip(25) ? nil : !numbers.flip(10))
      }
      let open = Self.scored(rubric, members)
      var ends: [[(low: Number, high: Number)?]] = members.map { _ in [nil, nil, nil] }
      let ways = members.reduce([[]]) { ways, member in
        ways.flatMap { way in member.completions.map { way + [$0] } }
      }
      for way in ways {
        let all = way.filter { $0.fits == true }.compactMap(\.v)
        for (index, member) in way.enumerated() where member.fits == true {
          let found = Self.naive(member.v ?? 0, all, best: best, ties: ties)
          for (number, value) in found.enumerated() {
            let before = ends[index][number]
            ends[index][number] = (
              min(before?.low ?? value, value), max(before?.high ?? value, value)
            )
          }
        }
      }
      for index in members.indices {
        for number in 0..<3 {
          guard let end = ends[index][number], let view = open.views[index],
            let range = Self.range(view.figure(number))
          else { continue }
          #expect(range.low == end.low && range.high == end.high, "seed \(seed), \(members)")
        }
      }
    }
  }

  @Test(arguments: kinds)
  func whatIsKnownIsANumberThatFiguresItemsAndGatesSee(best: String, ties: String) throws {
    let rubric = try Self.rubric(best: best, ties: ties)
    for seed in 0..<25 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 70_000)
      let members = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        Member(v: Int.random(in: 0...3, using: &numbers), fits: !numbers.flip(15))
      }
      let scored = Self.scored(rubric, members)
      let all = members.filter { $0.fits == true }.compactMap(\.v)
      for (index, member) in members.enumerated() {
        guard member.fits == true else {
          #expect(scored.views[index] == nil)
          continue
        }
        let naive = Self.naive(member.v ?? 0, all, best: best, ties: ties)
        let evaluation = scored.evaluations[index]
        for number in 0..<3 {
          let range = Self.range(scored.views[index]?.figure(number))
          #expect(range?.low == naive[number] && range?.high == naive[number], "seed \(seed)")
        }
        let behind = naive[1].subtracting(naive[0])
        #expect(evaluation.everyItem[0].points?.point == behind, "seed \(seed)")
        #expect(
          evaluation.everyItem[1].points?.point == naive[2].multiplied(by: 10), "seed \(seed)")
        if naive[0] > 3 { #expect(evaluation.grade?.id == "fail", "seed \(seed)") }
      }
    }
  }

  @Test func aloneNobodyIsComparedAndThePlaceIsOpen() throws {
    let rubric = try Self.rubric(best: "high", ties: "better")
    let evidence = EvidenceReader(rubric).read(
      EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
    let evaluation = Scorer(rubric).score(evidence, mode: .selfAssessment)
    var isOpen = false
    if case .unknown = evaluation.figures.first?.value { isOpen = true }
    #expect(isOpen)
    #expect(evaluation.everyItem[1].points == ScoreRange(0, 10))
  }
}
