package import Rubrics
package import Values

/// The sum over the parts of a section, or the worst or the best of them, with what does not apply left out and excuses weighed.
package struct SectionSum: Sendable {
  /// Points earned by what counts, before they are scaled.
  package let earned: ScoreRange
  /// Points of what counts.
  package let applicable: ScoreRange
  /// The least and the greatest quotient; `nil` where nothing counts.
  package let least: Quotient?
  package let greatest: Quotient?
  /// What is added beside the quotient.
  package let extra: ScoreRange
  /// All points of the parts, whether they count or not.
  package let possible: Number
  package let presence: Contribution.Presence
  /// One a part, with its excuse weighed.
  package let parts: [Contribution.Resolved]
  /// An excuse that holds for all that counts here, so that the sum around it must weigh it.
  package let claim: Contribution.Claim?
  /// Which parts are, or could turn out to be, the worst or the best; none in a sum.
  package let deciding: [Int]

  package init(
    of parts: [Contribution], _ rule: Combining = .sum
  ) throws(NumberTooLarge) {
    // Peers are asked about excuses only.
    let peers = parts.contains { $0.claim != nil } ? try UnexcusedPeers(parts, rule) : nil
    var low = QuotientTerms()
    var high = QuotientTerms()
    var weighed: [Contribution.Resolved] = []
    var isKnown = true
    weighed.reserveCapacity(parts.count)
    low.certain.reserveCapacity(parts.count)
    high.certain.reserveCapacity(parts.count)
    for part in parts {
      let resolved: Contribution.Resolved
      if let peers {
        resolved = try part.resolved(beside: peers)
      } else {
        resolved = Contribution.Resolved(
          presence: part.presence, earned: part.earned, effect: .none)
      }
      weighed.append(resolved)
      if !resolved.earned.isPoint || resolved.presence == .mayCount { isKnown = false }
      guard resolved.presence != .doesNotCount, part.points.isPositive else { continue }
      let lowTerm = (earned: resolved.earned.low, points: part.points)
      let highTerm = (earned: resolved.earned.high, points: part.points)
      if resolved.presence == .counts {
        low.certain.append(lowTerm)
        high.certain.append(highTerm)
      } else {
        low.optional.append(lowTerm)
        high.optional.append(highTerm)
      }
    }
    self.parts = weighed
    least = try low.quotient(.least, rule)
    if isKnown, rule == .sum, let least {
      // The same terms have the same quotient, and it holds their sums.
      greatest = least
      applicable = ScoreRange(least.applicable)
      earned = ScoreRange(least.earned)
    } else {
      greatest = try high.quotient(.greatest, rule)
      let sure = try Number.total(low.certain.map(\.points))
      applicable = ScoreRange(sure, try Number.total([sure] + high.optional.map(\.points)))
      earned = ScoreRange(
        try Number.total(low.certain.map(\.earned)),
        try Number.total((high.certain + high.optional).map(\.earned)))
    }
    let extras = parts.filter { $0.presence != .doesNotCount && $0.extra != .zero }
    extra =
      extras.isEmpty
      ? .zero
      : try ScoreRange.total(
        extras.map { $0.presence == .mayCount ? $0.extra.joined(.zero) : $0.extra })
    possible = try Number.total(parts.map(\.points))
    let stands = parts.contains { $0.presence == .counts && $0.points.isZero }
    let mayStand = parts.contains { $0.presence == .mayCount } || !low.optional.isEmpty
    presence =
      stands || !low.certain.isEmpty ? .counts : mayStand ? .mayCount : .doesNotCount
    claim = peers?.escalated
    deciding = try Self.deciding(parts, weighed, rule, least: least, greatest: greatest)
  }

  private static func deciding(
    _ parts: [Contribution], _ weighed: [Contribution.Resolved], _ rule: Combining,
    least: Quotient?, greatest: Quotient?
  ) throws(NumberTooLarge) -> [Int] {
    guard rule != .sum, let least, let greatest else { return [] }
    var deciding: [Int] = []
    for (index, part) in parts.enumerated() {
      let resolved = weighed[index]
      guard resolved.presence != .doesNotCount, part.points.isPositive else { continue }
      let isBeside =
        try rule == .worst
        ? greatest.isBelow(Quotient(earned: resolved.earned.low, applicable: part.points))
        : Quotient(earned: resolved.earned.high, applicable: part.points).isBelow(least)
      if !isBeside { deciding.append(index) }
    }
    return deciding
  }

  /// `points` x earned / applicable, least and greatest, with what stands beside it.
  ///
  /// - Returns: `nil` where nothing counts.
  package func scaled(to points: Number) throws(NumberTooLarge) -> ScoreRange? {
    guard let least, let greatest else { return nil }
    return ScoreRange(try least.scaled(to: points), try greatest.scaled(to: points))
  }
}

/// The items of a section that no excuse covers: what an excused item is compared with.
struct UnexcusedPeers {
  /// The least and greatest share of them; `nil` where there are none.
  let least: Quotient?
  let greatest: Quotient?
  /// Completed evidence could leave none.
  let mayBeEmpty: Bool
  /// See `SectionSum.claim`.
  let escalated: Contribution.Claim?

  init(_ parts: [Contribution], _ rule: Combining) throws(NumberTooLarge) {
    let counted = parts.filter { $0.presence != .doesNotCount && $0.points.isPositive }
    var low = QuotientTerms()
    var high = QuotientTerms()
    var claims: [Contribution.Claim] = []
    var allCertain = true
    for part in counted {
      guard let claim = part.liveClaim, claim.then != .cohortMean else {
        // What its cohort earned stays in the sum, so the others are compared with it too.
        let earned = part.raisedByCohort
        if part.presence == .counts {
          low.certain.append((earned.low, part.points))
          high.certain.append((earned.high, part.points))
        } else {
          low.optional.append((earned.low, part.points))
          high.optional.append((earned.high, part.points))
        }
        continue
      }
      claims.append(claim)
      allCertain = allCertain && claim.isCertain && part.presence == .counts
      if !claim.isCertain {
        low.optional.append((part.earned.low, part.points))
        high.optional.append((part.earned.high, part.points))
      } else if part.earned.high >= part.points {
        // With full marks there would be nothing to excuse, and it would stand among the others.
        low.optional.append((part.points, part.points))
        high.optional.append((part.points, part.points))
      }
    }
    if low.certain.isEmpty, low.optional.isEmpty, claims.contains(where: { $0.then == .full }) {
      // Where all are excused and some get full marks, those are what is left to compare with.
      low.certain.append((.one, .one))
      high.certain.append((.one, .one))
    }
    least = try low.quotient(.least, rule)
    greatest = try high.quotient(.greatest, rule)
    mayBeEmpty = low.certain.isEmpty
    escalated =
      mayBeEmpty && !claims.isEmpty
      ? Contribution.Claim(.drop, isCertain: allCertain && least == nil) : nil
  }
}

extension Contribution {
  /// With what its cohort earned in the place of less, where an excuse says so.
  var raisedByCohort: ScoreRange {
    guard let claim = liveClaim, claim.then == .cohortMean else { return earned }
    let mean = claim.mean ?? ScoreRange(earned.low, points)
    return ScoreRange(
      claim.isCertain ? max(earned.low, mean.low) : earned.low, max(earned.high, mean.high))
  }

  package struct Resolved: Sendable {
    package let presence: Presence
    package let earned: ScoreRange
    package let effect: ExcuseEffect
  }

  /// What it gives once its excuse has been weighed against its peers.
  func resolved(beside peers: UnexcusedPeers) throws(NumberTooLarge) -> Resolved {
    guard presence != .doesNotCount, let claim = liveClaim, points.isPositive else {
      return Resolved(presence: presence, earned: earned, effect: .none)
    }
    if claim.then == .full {
      let raised = ScoreRange(claim.isCertain ? points : earned.low, points)
      return Resolved(
        presence: presence, earned: raised, effect: claim.isCertain ? .applied : .open)
    }
    if claim.then == .cohortMean {
      let raised = raisedByCohort
      let gains = claim.isCertain && raised.isPoint && earned.isPoint
      let effect: ExcuseEffect =
        !gains ? .open : raised.low > earned.low ? .applied : .wouldCost
      return Resolved(presence: presence, earned: raised, effect: effect)
    }
    guard let least = peers.least, let greatest = peers.greatest else {
      // All are excused: the sum around this section weighs the excuse.
      return Resolved(presence: presence, earned: earned, effect: .open)
    }
    let own = (
      low: Quotient(earned: earned.low, applicable: points),
      high: Quotient(earned: earned.high, applicable: points)
    )
    let reachesPeers = try !own.low.isBelow(greatest)
    let holds = claim.isCertain && !peers.mayBeEmpty && earned.high < points
    let isBelow = try own.high.isBelow(least)
    let staysBelow = holds && isBelow
    let effect: ExcuseEffect = reachesPeers ? .wouldCost : staysBelow ? .applied : .open
    let sure = claim.isCertain && !peers.mayBeEmpty
    let floor = sure ? min(earned.high, max(earned.low, try least.scaled(to: points))) : earned.low
    if claim.then == .mean {
      let meanLow = sure ? max(earned.low, try least.scaled(to: points)) : earned.low
      let meanHigh = max(earned.high, try greatest.scaled(to: points))
      return Resolved(presence: presence, earned: ScoreRange(meanLow, meanHigh), effect: effect)
    }
    if reachesPeers { return Resolved(presence: presence, earned: earned, effect: effect) }
    if staysBelow { return Resolved(presence: .doesNotCount, earned: earned, effect: effect) }
    return Resolved(
      presence: .mayCount, earned: ScoreRange(floor, earned.high), effect: effect)
  }
}
