import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Gates of drawn rubrics at closing, against the plainest code and against themselves with more evidence.
@Suite(.timed) struct GateClosingPropertyTests {
  private struct Drawn {
    let naive: NaiveRubric
    let reader: EvidenceReader
    let scorer: Scorer

    init?(_ naive: NaiveRubric) {
      var diagnostics = Diagnostics()
      let text = SourceText(naive.yaml, path: "drawn.yaml")
      guard let rubric = Rubric.read(text, digest: "", into: &diagnostics) else { return nil }
      self.naive = naive
      reader = EvidenceReader(rubric)
      scorer = Scorer(rubric)
    }

    func close(_ facts: [Int?]) -> Evaluation {
      var source = EvidenceSource()
      for (index, fact) in facts.enumerated() {
        guard let fact else { continue }
        source.facts[HeaderName("f\(index)")] = EvidenceSource.Fact("\(fact)", at: nil)
      }
      return scorer.score(
        reader.read(source, in: EvidenceSetting(subject: EvaluatedSubject(id: "x"))), mode: .final,
        isRecording: false)
    }
  }

  /// What is open at closing holds whatever more evidence gives: 2,000 pairs.
  @Test func completingOnlyNarrowsWhatClosingLeavesOpen() {
    var pairs = 0
    var openGates = 0
    var seed: UInt64 = 20_000
    while pairs < 2_000 {
      seed += 1
      var numbers = SeededNumbers(seed: seed)
      guard let drawn = Drawn(NaiveRubric(&numbers, gates: 40).leftOpen) else { continue }
      for _ in 0..<20 {
        let facts = (0..<4).map { _ -> Int? in
          numbers.flip(50) ? nil : Int.random(in: 0...4, using: &numbers)
        }
        let completed = facts.map { fact -> Int? in
          fact ?? (numbers.flip(25) ? nil : Int.random(in: 0...4, using: &numbers))
        }
        let before = drawn.close(facts)
        if before.mayNotBeEvaluated || before.standing?.isPoint == false { openGates += 1 }
        expect(
          drawn.close(completed), within: before, "\(facts), \(completed)\n\(drawn.naive.yaml)")
        pairs += 1
      }
    }
    #expect(openGates > 400)
  }

  private func expect(_ after: Evaluation, within before: Evaluation, _ comment: String) {
    if case .notEvaluated(_, bar: _?) = before.status {
      #expect(after.standing == nil, "\(comment)")
    }
    guard let wide = before.standing, let bounds = before.total else { return }
    guard let narrow = after.standing, let total = after.total else {
      #expect(before.mayNotBeEvaluated, "\(comment)")
      return
    }
    #expect(bounds.contains(total), "\(comment)")
    #expect(
      !narrow.worst.isWorse(than: wide.worst) && !wide.best.isWorse(than: narrow.best),
      "\(comment)")
    if before.status.isDecided {
      #expect(after.status.isDecided && narrow == wide && bounds == total, "\(comment)")
    }
    if after.mayNotBeEvaluated { #expect(before.mayNotBeEvaluated, "\(comment)") }
  }

  @Test func closesGatesAsThePlainestCode() throws {
    var (fired, open, barred) = (0, 0, 0)
    for seed in 0..<300 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 60_000)
      guard let drawn = Drawn(NaiveRubric(&numbers, gates: 45, onGateFact: true)) else { continue }
      for _ in 0..<5 {
        let facts = (0..<3).map { _ in Int.random(in: 0...4, using: &numbers) }
        let gateFact = numbers.flip(70) ? nil : Int.random(in: 0...4, using: &numbers)
        guard let expected = drawn.naive.closed(facts, gateFact: gateFact) else { continue }
        let found = drawn.close(facts + [gateFact])
        let comment = "\(facts), \(gateFact.map(String.init) ?? "-")\n\(drawn.naive.yaml)"
        if expected.isBarred == true {
          #expect(found.standing == nil, "\(comment)")
          barred += 1
          continue
        }
        #expect(found.mayNotBeEvaluated == (expected.isBarred == nil), "\(comment)")
        let standing = try #require(found.standing, "\(comment)")
        #expect(drawn.scorer.rubric.id(standing.worst) == expected.worst.grade, "\(comment)")
        #expect(drawn.scorer.rubric.id(standing.best) == expected.best.grade, "\(comment)")
        let low = try #require(expected.worst.total.number)
        let high = try #require(expected.best.total.number)
        #expect(found.total == ScoreRange(low, high), "\(comment)")
        let isOneStanding = expected.worst.grade == expected.best.grade && low == high
        let isDecided = expected.isBarred == false && isOneStanding
        #expect(found.status.isDecided == isDecided, "\(comment)")
        if gateFact == nil, !drawn.naive.gates.isEmpty {
          if isDecided { fired += 1 } else { open += 1 }
        }
      }
    }
    #expect(fired > 20 && open > 40 && barred > 40, "\(fired), \(open), \(barred)")
  }
}

extension NaiveRubric {
  /// The same rubric with everything left open that is not known at closing.
  fileprivate var leftOpen: NaiveRubric {
    NaiveRubric(
      sections: sections, deduction: deduction, gates: gates.map(\.leftOpen), whenClosed: "open",
      floorPercent: floorPercent)
  }
}

extension Rubric {
  fileprivate func id(_ standing: Standing) -> String? { standing.rank.map { grades.lines[$0].id } }
}

extension Fraction {
  fileprivate var number: Number? { Number(top).divided(by: Number(bottom)) }
}
