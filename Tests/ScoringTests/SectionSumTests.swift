import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// A part of a section as the naive reference sees it: whole points, listed possibilities.
private struct NaivePart {
  let points: Int
  let earned: ClosedRange<Int>
  let presence: Contribution.Presence
  let then: Excuse.Consequence?
  let isCertain: Bool

  init(_ numbers: inout SeededNumbers, allowsExcuses: Bool) {
    points = Int.random(in: 1...6, using: &numbers)
    let low = Int.random(in: 0...points, using: &numbers)
    earned = low...(numbers.flip(40) ? Int.random(in: low...points, using: &numbers) : low)
    presence = numbers.flip(70) ? .counts : numbers.flip(60) ? .mayCount : .doesNotCount
    then =
      allowsExcuses && numbers.flip(40)
      ? [Excuse.Consequence.drop, .full, .mean].randomElement(using: &numbers) : nil
    isCertain = numbers.flip(60)
  }

  var contribution: Contribution {
    Contribution(
      points: Number(points),
      earned: ScoreRange(Number(earned.lowerBound), Number(earned.upperBound)),
      presence: presence, claim: then.map { Contribution.Claim($0, isCertain: isCertain) })
  }

  /// Every way in which evidence could complete it; nil: it does not count.
  var completions: [(earned: Int, isExcused: Bool)?] {
    var all: [(earned: Int, isExcused: Bool)?] = []
    if presence != .counts { all.append(nil) }
    guard presence != .doesNotCount else { return all }
    for points in earned {
      if then == nil || !isCertain { all.append((points, false)) }
      if then != nil { all.append((points, true)) }
    }
    return all
  }
}

/// Shares of one completion, by the words of the rule and nothing else.
private func naiveShare(_ parts: [NaivePart], _ choice: [(earned: Int, isExcused: Bool)?])
  -> Number?
{
  var peers = (earned: 0, points: 0)
  var excused: [(earned: Int, part: NaivePart)] = []
  for (part, chosen) in zip(parts, choice) {
    guard let chosen else { continue }
    if chosen.isExcused && chosen.earned < part.points {
      excused.append((chosen.earned, part))
    } else {
      peers.earned += chosen.earned
      peers.points += part.points
    }
  }
  guard peers.points > 0 else { return nil }
  var earned = peers.earned * peers.points
  var points = peers.points
  for (own, part) in excused {
    let isBelow = own * peers.points < peers.earned * part.points
    switch part.then {
    case .full:
      earned += part.points * peers.points
      points += part.points
    case .mean:
      earned += max(own * peers.points, part.points * peers.earned)
      points += part.points
    // The mean of a cohort is not drawn here.
    case .drop, .cohortMean, nil:
      if isBelow { continue }
      earned += own * peers.points
      points += part.points
    }
  }
  return Number(earned).divided(by: Number(points * peers.points))
}

private func everyChoice(
  _ parts: ArraySlice<NaivePart>
) -> [[(earned: Int, isExcused: Bool)?]] {
  guard let first = parts.first else { return [[]] }
  let rest = everyChoice(parts.dropFirst())
  return first.completions.flatMap { choice in rest.map { [choice] + $0 } }
}

private let tolerance = Number("0.000000000000000000000000000001") ?? .zero

@Suite(.timed) struct SectionSumTests {
  @Test func findsTheLeastAndGreatestShareOfAllCompletions() throws {
    for seed in 0..<400 {
      var numbers = SeededNumbers(seed: UInt64(seed))
      let parts = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
        NaivePart(&numbers, allowsExcuses: false)
      }
      let shares = everyChoice(parts[...]).compactMap { naiveShare(parts, $0) }
      let sum = try SectionSum(of: parts.map(\.contribution))
      #expect((try sum.least?.share) == shares.min())
      #expect((try sum.greatest?.share) == shares.max())
    }
  }

  @Test func boundsEveryCompletionWithExcuses() throws {
    for seed in 0..<600 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 10_000)
      let parts = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
        NaivePart(&numbers, allowsExcuses: true)
      }
      let shares = everyChoice(parts[...]).compactMap { naiveShare(parts, $0) }
      let sum = try SectionSum(of: parts.map(\.contribution))
      guard let least = shares.min(), let greatest = shares.max() else { continue }
      let low = try #require(try sum.least?.share)
      let high = try #require(try sum.greatest?.share)
      #expect(low <= least.adding(tolerance) ?? least)
      #expect(high >= greatest.subtracting(tolerance) ?? greatest)
    }
  }

  @Test func isExactWhereEverythingIsKnown() throws {
    for seed in 0..<300 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 20_000)
      let drawn = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
        NaivePart(&numbers, allowsExcuses: true)
      }
      let parts = drawn.filter { part in
        part.presence != .mayCount && part.earned.count == 1 && (part.then == nil || part.isCertain)
      }
      let shares = everyChoice(parts[...]).compactMap { naiveShare(parts, $0) }
      guard let share = shares.first else { continue }
      let sum = try SectionSum(of: parts.map(\.contribution))
      let low = try #require(try sum.least?.share)
      let high = try #require(try sum.greatest?.share)
      #expect(low == high)
      #expect((low.subtracting(share) ?? .one).magnitude <= tolerance)
    }
  }

  @Test func doesNotDependOnTheOrderOfItems() throws {
    for seed in 0..<100 {
      var numbers = SeededNumbers(seed: UInt64(seed) + 30_000)
      let parts = (0..<5).map { _ in NaivePart(&numbers, allowsExcuses: true).contribution }
      let sum = try SectionSum(of: parts)
      let shuffled = try SectionSum(of: parts.shuffled(using: &numbers))
      #expect((try sum.scaled(to: 37)) == (try shuffled.scaled(to: 37)))
    }
  }

  @Test func multipliesBeforeItDivides() throws {
    // 30 x 1 / 3 is 10; (1 / 3) x 30 is a hair less in 34 digits.
    let sum = try SectionSum(of: [Contribution(points: 3, earned: ScoreRange(1))])
    #expect((try sum.scaled(to: 30)) == ScoreRange(10))
  }

  @Test func leavesOutAnExcusedItemOnlyWhereThatHelps() throws {
    func sum(excusedAt points: Int) throws -> SectionSum {
      try SectionSum(of: [
        Contribution(points: 10, earned: ScoreRange(5)),
        Contribution(
          points: 10, earned: ScoreRange(Number(points)), claim: .init(.drop, isCertain: true)),
      ])
    }
    let helped = try sum(excusedAt: 2)
    #expect((try helped.scaled(to: 20)) == ScoreRange(10))
    #expect(helped.parts[1].effect == .applied)
    let kept = try sum(excusedAt: 8)
    #expect((try kept.scaled(to: 20)) == ScoreRange(13))
    #expect(kept.parts[1].effect == .wouldCost)
  }

  @Test func hasNothingToCompareWithWhereAllAreExcused() throws {
    let sum = try SectionSum(of: [
      Contribution(points: 10, earned: ScoreRange(2), claim: .init(.drop, isCertain: true))
    ])
    #expect(sum.claim?.isCertain == true)
    #expect((try sum.scaled(to: 10)) == ScoreRange(2))
  }
}
