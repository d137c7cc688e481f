import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// `when closed: proved` over rubrics drawn at random.
@Suite(.timed) struct ClosingProvedTests {
  private func rubric(_ naive: NaiveRubric) -> Rubric? {
    var diagnostics = Diagnostics()
    let yaml = naive.yaml.replacing(/when closed: (?:zero|drop|open), clip/) { _ in
      "when closed: proved, clip"
    }
    return Rubric.read(SourceText(yaml, path: "drawn.yaml"), digest: "", into: &diagnostics)
  }

  private func evidence(_ facts: [Int?], _ reader: EvidenceReader) -> Evidence {
    var source = EvidenceSource()
    for (index, fact) in facts.enumerated() {
      guard let fact else { continue }
      source.facts[HeaderName("f\(index)")] = EvidenceSource.Fact("\(fact)", at: nil)
    }
    return reader.read(source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x")))
  }

  @Test func eachItemHasTheLeastThatTheEvidenceLeaves() {
    var provedCount = 0
    for seed in 0..<Volume.count(60, long: 2_000) {
      var numbers = SeededNumbers(seed: UInt64(seed) + 41_000)
      guard let rubric = rubric(NaiveRubric(&numbers)) else { continue }
      let reader = EvidenceReader(rubric)
      let scorer = Scorer(rubric)
      let facts = (0..<4).map { _ -> Int? in
        numbers.flip(45) ? nil : Int.random(in: 0...4, using: &numbers)
      }
      let open = scorer.score(evidence(facts, reader), mode: .selfAssessment)
      let closed = scorer.score(evidence(facts, reader), mode: .final)
      for (before, after) in zip(open.everyItem, closed.everyItem) {
        guard case .closed(.proved) = after.outcome,
          case .unknown(let bounds, _) = before.outcome
        else { continue }
        provedCount += 1
        #expect(after.points == ScoreRange(bounds.low), "seed \(seed), item \(after.item.id)")
      }
    }
    #expect(provedCount > 20)
  }
}
