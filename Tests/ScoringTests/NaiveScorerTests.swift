import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Rubrics drawn at random, scored by the product and by the plainest code.
@Suite(.timed) struct NaiveScorerTests {
  private func rubric(_ naive: NaiveRubric) -> Rubric? {
    var diagnostics = Diagnostics()
    let rubric = Rubric.read(
      SourceText(naive.yaml, path: "drawn.yaml"), digest: "", into: &diagnostics)
    return rubric
  }

  private func evidence(_ facts: [Int?], _ reader: EvidenceReader) -> Evidence {
    var source = EvidenceSource()
    for (index, fact) in facts.enumerated() {
      guard let fact else { continue }
      source.facts[HeaderName("f\(index)")] = EvidenceSource.Fact("\(fact)", at: nil)
    }
    return reader.read(source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
  }

  private func completions(of facts: [Int?]) -> [[Int]] {
    facts.reduce([[]]) { found, fact in
      found.flatMap { begun in (fact.map { [$0] } ?? Array(0...4)).map { begun + [$0] } }
    }
  }

  @Test func agreesWithThePlainestCodeAndBoundsEveryCompletion() throws {
    var scoredCount = 0
    for seed in 0..<80 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 77)
      let naive = NaiveRubric(&numbers)
      guard let rubric = rubric(naive) else { continue }
      let reader = EvidenceReader(rubric)
      let scorer = Scorer(rubric)
      let facts = (0..<4).map { _ -> Int? in
        numbers.flip(45) ? nil : Int.random(in: 0...4, using: &numbers)
      }
      let open = scorer.score(evidence(facts, reader), mode: .selfAssessment, isRecording: false)
      let bounds = open.total
      for completed in completions(of: facts) {
        let evaluation = scorer.score(evidence(completed, reader), mode: .selfAssessment)
        let final = scorer.score(evidence(completed, reader), mode: .final, isRecording: false)
        #expect(evaluation.total == final.total)
        guard let answer = naive.score(completed) else { continue }
        scoredCount += 1
        if answer.grade == "barred" {
          #expect(evaluation.standing == nil, "seed \(seed), facts \(completed)\n\(naive.yaml)")
          #expect(open.standing == nil || open.mayNotBeEvaluated, "seed \(seed), facts \(facts)")
          continue
        }
        let expected = try #require(
          Number(answer.total.top).divided(by: Number(answer.total.bottom)))
        #expect(
          evaluation.total == ScoreRange(expected) && evaluation.grade?.id == answer.grade,
          "seed \(seed), facts \(completed): \(answer)\n\(naive.yaml)")
        if let bounds, let range = evaluation.total {
          #expect(
            bounds.contains(range), "seed \(seed), facts \(facts), \(completed)\n\(naive.yaml)")
        }
        if let standing = open.standing, let found = evaluation.standing?.point {
          #expect(!found.isWorse(than: standing.worst) && !standing.best.isWorse(than: found))
        }
      }
    }
    #expect(scoredCount > 300)
  }

  @Test func moreEvidenceOnlyNarrows() throws {
    for seed in 0..<100 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 9_000)
      guard let rubric = rubric(NaiveRubric(&numbers)) else { continue }
      let reader = EvidenceReader(rubric)
      let scorer = Scorer(rubric)
      var facts: [Int?] = [nil, nil, nil, nil]
      var before = scorer.score(evidence(facts, reader), mode: .selfAssessment)
      for index in facts.indices.shuffled(using: &numbers) {
        facts[index] = Int.random(in: 0...4, using: &numbers)
        let after = scorer.score(evidence(facts, reader), mode: .selfAssessment)
        if let wide = before.total, let narrow = after.total {
          #expect(wide.contains(narrow), "seed \(seed)")
          #expect(narrow.low <= narrow.high)
        }
        for (wide, narrow) in zip(before.everyItem, after.everyItem) {
          guard let computed = narrow.computed else { continue }
          #expect(computed.low >= narrow.item.leastPoints && computed.high <= narrow.item.points)
          guard case .unknown(let bounds, _) = wide.outcome else { continue }
          switch narrow.outcome {
          case .points(let points): #expect(bounds.contains(ScoreRange(points)))
          case .unknown(let narrower, _): #expect(bounds.contains(narrower))
          case .void: #expect(bounds.low.isZero)
          case .excused(_, let before): #expect(bounds.contains(before))
          case .notApplicable, .closed: break
          }
        }
        before = after
      }
      #expect(before.total == nil || before.total?.isPoint == true)
    }
  }

  @Test func closingAFileWithNothingMissingChangesNothing() throws {
    for seed in 0..<60 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 500)
      guard let rubric = rubric(NaiveRubric(&numbers)) else { continue }
      let reader = EvidenceReader(rubric)
      let scorer = Scorer(rubric)
      let facts = (0..<4).map { _ -> Int? in Int.random(in: 0...4, using: &numbers) }
      let open = scorer.score(evidence(facts, reader), mode: .selfAssessment)
      let closed = scorer.score(evidence(facts, reader), mode: .final)
      #expect(open.total == closed.total)
      #expect(open.standing == closed.standing)
      #expect(Set(closed.steps.map(\.kind)).count >= (closed.total == nil ? 1 : 13))
    }
  }
}
