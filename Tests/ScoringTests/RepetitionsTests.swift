import TestSupport
import Testing
import Values

@testable import Scoring

/// Several marks of one assessor, against a look at every pair.
@Suite(.timed) struct RepetitionsTests {
  /// Told by pairs: the first other mark that decides, decides.
  private func naive(_ index: Int, _ marks: [AssessorMark]) -> String {
    let mine = marks[index]
    var isRepeated = false
    for (other, theirs) in marks.enumerated()
    where other != index && theirs.by == mine.by && theirs.role == mine.role {
      if let own = mine.date, let date = theirs.date, own != date {
        if date > own { return "superseded" }
        continue
      }
      guard mine.value == theirs.value, mine.band == theirs.band else { return "contradictory" }
      if other < index { isRepeated = true }
    }
    return isRepeated ? "repeated" : "counts"
  }

  private func word(_ fault: SetAside?) -> String {
    switch fault {
    case nil: "counts"
    case .superseded: "superseded"
    case .contradictory: "contradictory"
    case .repeated: "repeated"
    default: "other"
    }
  }

  @Test func sayTheSameAsALookAtEveryPair() {
    var numbers = SeededNumbers(seed: 5)
    var seen: [String: Int] = [:]
    for _ in 0..<2_000 {
      let marks = (0..<Int.random(in: 1...7, using: &numbers)).map { _ in
        AssessorMark(
          by: ["one", "two"].randomElement(using: &numbers) ?? "", role: "panel",
          date: [nil, "2025-01-01", "2025-02-01", "2025-03-01"].randomElement(using: &numbers)
            ?? nil,
          value: Number(Int.random(in: 4...5, using: &numbers)),
          band: [nil, "a"].randomElement(using: &numbers) ?? nil)
      }
      let repetitions = Repetitions(marks) { _ in false }
      for (index, mark) in marks.enumerated() {
        let found = word(repetitions.fault(of: mark, at: index))
        #expect(found == naive(index, marks))
        seen[found, default: 0] += 1
      }
    }
    #expect(seen.values.allSatisfy { $0 > 100 } && seen.count == 4)
  }
}
