import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// The worst and the best of parts, against every completion of small whole numbers.
@Suite(.timed) struct WorstAndBestTests {
  private struct Part {
    let points: Int
    let earned: ClosedRange<Int>
    let presence: Contribution.Presence
    let then: Excuse.Consequence?
    let isCertain: Bool

    init(_ numbers: inout SeededNumbers) {
      points = Int.random(in: 1...6, using: &numbers)
      let low = Int.random(in: 0...points, using: &numbers)
      earned = low...(numbers.flip(40) ? Int.random(in: low...points, using: &numbers) : low)
      presence = numbers.flip(70) ? .counts : numbers.flip(60) ? .mayCount : .doesNotCount
      then =
        numbers.flip(35)
        ? [Excuse.Consequence.drop, .full, .mean].randomElement(using: &numbers) : nil
      isCertain = numbers.flip(60)
    }

    var contribution: Contribution {
      Contribution(
        points: Number(points),
        earned: ScoreRange(Number(earned.lowerBound), Number(earned.upperBound)),
        presence: presence, claim: then.map { Contribution.Claim($0, isCertain: isCertain) })
    }

    /// `nil`: it does not count.
    var completions: [(earned: Int, isExcused: Bool)?] {
      guard presence != .doesNotCount else { return [nil] }
      let counted: [(earned: Int, isExcused: Bool)?] = earned.flatMap { points in
        (then == nil ? [false] : isCertain ? [true] : [false, true]).map { (points, $0) }
      }
      return presence == .counts ? counted : [nil] + counted
    }
  }

  private static func choices(
    _ parts: ArraySlice<Part>
  ) -> [[(earned: Int, isExcused: Bool)?]] {
    guard let first = parts.first else { return [[]] }
    let rest = choices(parts.dropFirst())
    return first.completions.flatMap { choice in rest.map { [choice] + $0 } }
  }

  /// What the rule says of one completion; `nil` where nothing counts, or only what is excused.
  private static func share(
    _ rule: Combining, _ parts: [Part], _ choice: [(earned: Int, isExcused: Bool)?]
  ) -> Fraction? {
    func outermost(_ shares: [Fraction]) -> Fraction? {
      rule == .worst ? shares.min { $0 < $1 } : shares.max { $0 < $1 }
    }
    var peers: [Fraction] = []
    var excused: [(own: Fraction, then: Excuse.Consequence?)] = []
    for (part, chosen) in zip(parts, choice) {
      guard let chosen else { continue }
      let own = Fraction(chosen.earned, part.points)
      if chosen.isExcused, chosen.earned < part.points {
        excused.append((own, part.then))
      } else {
        peers.append(own)
      }
    }
    guard let beside = outermost(peers) else { return nil }
    let others = excused.compactMap { own, then -> Fraction? in
      switch then {
      case .full: Fraction(1)
      case .mean: own < beside ? beside : own
      default: own < beside ? nil : own
      }
    }
    return outermost(peers + others)
  }

  private static let tolerance = Number("0.000000000000000000000000000001") ?? .zero

  private static func number(_ fraction: Fraction) -> Number {
    Number(fraction.top).divided(by: Number(fraction.bottom)) ?? .zero
  }

  @Test(arguments: [Combining.worst, .best])
  func boundsEveryCompletionAndIsExactWhereAllIsKnown(rule: Combining) throws {
    var knownCount = 0
    for seed in 0..<500 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 40_000)
      let parts = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in Part(&numbers) }
      let choices = Self.choices(parts[...])
      let shares = choices.compactMap { Self.share(rule, parts, $0) }
      guard !shares.isEmpty else { continue }
      let sum = try SectionSum(of: parts.map(\.contribution), rule)
      let (low, high) = (
        try #require(try sum.least?.share), try #require(try sum.greatest?.share)
      )
      for share in shares {
        let number = Self.number(share)
        // The share of the others times points over points may be off by a last digit.
        let isWithin =
          low <= number.adding(Self.tolerance) ?? number
          && number <= high.adding(Self.tolerance) ?? high
        #expect(isWithin, "seed \(seed)")
      }
      if choices.count == 1 {
        knownCount += 1
        #expect(low == high, "seed \(seed)")
      }
      if parts.allSatisfy({ $0.then == nil }) {
        #expect(shares.contains { Self.number($0) == low }, "seed \(seed)")
        #expect(shares.contains { Self.number($0) == high }, "seed \(seed)")
      }
    }
    #expect(knownCount > 50)
  }

  private func sum(_ rule: Combining, _ parts: (earned: ClosedRange<Int>, of: Int)...) throws
    -> SectionSum
  {
    try SectionSum(
      of: parts.map {
        Contribution(
          points: Number($0.of),
          earned: ScoreRange(Number($0.earned.lowerBound), Number($0.earned.upperBound)))
      }, rule)
  }

  @Test func sharesAreComparedAndNotPoints() throws {
    // 6 of 10 is worse than 4 of 5.
    let worst = try sum(.worst, (6...6, 10), (4...4, 5))
    #expect((try worst.scaled(to: 30)) == ScoreRange(18))
    #expect(worst.deciding == [0])
    let best = try sum(.best, (6...6, 10), (4...4, 5))
    #expect((try best.scaled(to: 30)) == ScoreRange(24))
    #expect(best.deciding == [1])
  }

  @Test func whatCouldStillDecideIsNamed() throws {
    let tie = try sum(.worst, (5...5, 10), (2...2, 4), (3...3, 4))
    #expect(tie.deciding == [0, 1])
    let open = try sum(.worst, (0...10, 10), (2...2, 4), (1...2, 2))
    #expect(open.deciding == [0, 1, 2])
    #expect((try open.scaled(to: 8)) == ScoreRange(0, 4))
    let beside = try sum(.best, (0...4, 10), (2...2, 4))
    #expect(beside.deciding == [1])
    #expect((try sum(.sum, (1...1, 2), (1...1, 2))).deciding.isEmpty)
  }

  @Test func nothingThatCountsIsNoShare() throws {
    let none = try SectionSum(
      of: [Contribution(points: 4, earned: ScoreRange(1), presence: .doesNotCount)], .worst)
    #expect(none.presence == .doesNotCount && none.least == nil && none.deciding.isEmpty)
  }
}
