import Rubrics
import Values

/// A grade with its stars, as a result stands after bands, floors, caps and vetoes.
package struct Standing: Sendable, Hashable {
  /// Into `Grades.lines`, 0 is the best; `nil` where no line is left.
  package let rank: Int?
  package let stars: Int?

  package init(rank: Int?, stars: Int?) {
    self.rank = rank
    self.stars = stars
  }

  /// No grade at all.
  package static let none = Standing(rank: nil, stars: nil)

  package func isWorse(than other: Standing) -> Bool {
    switch (rank, other.rank) {
    case (let mine?, let theirs?): mine > theirs
    case (nil, _?): true
    case (_?, nil): false
    case (nil, nil): (stars ?? -1) < (other.stars ?? -1)
    }
  }

  func lowest(_ other: Standing) -> Standing { other.isWorse(than: self) ? other : self }
}

/// The worst and the best standing that completed evidence could give.
package struct StandingRange: Sendable, Hashable {
  package let worst: Standing
  package let best: Standing

  package init(worst: Standing, best: Standing) {
    self.worst = worst
    self.best = best
  }

  package var isPoint: Bool { worst == best }

  /// The only standing, where there is only one.
  package var point: Standing? { isPoint ? worst : nil }
}

extension Grades {
  func standing(_ rank: Int?) -> Standing {
    guard let rank, lines.indices.contains(rank) else { return .none }
    return Standing(rank: rank, stars: lines[rank].stars)
  }

  /// From the last line to the first.
  var everyStanding: StandingRange {
    StandingRange(worst: standing(lines.indices.last), best: standing(lines.indices.first))
  }

  /// The best and the worst line of a ladder over a range of totals.
  func standings(of total: ScoreRange, on rungs: [StandingPlan.Rung]) -> StandingRange {
    let ranks = [total.low, total.high].map { total in
      rungs.firstIndex { $0.holds(total) } ?? rungs.indices.last ?? 0
    }
    return StandingRange(
      worst: standing(max(ranks[0], ranks[1])), best: standing(min(ranks[0], ranks[1])))
  }

  /// Falls from `range` to the best lines whose floors hold; where none holds, to the last.
  func fallen(
    _ range: StandingRange, _ floors: [[StandingPlan.Floor]],
    over shares: @autoclosure () -> [String: FlooredShare]
  ) -> StandingRange {
    guard floors.contains(where: { !$0.isEmpty }) else { return range }
    let shares = shares()
    let states = floors.map { FlooredShare.state(of: $0, shares) }
    func fall(_ standing: Standing, accepts: (FlooredShare.State) -> Bool) -> Standing {
      guard let start = standing.rank else { return standing }
      let held = states.indices.first { $0 >= start && accepts(states[$0]) }
      return self.standing(held ?? states.indices.last)
    }
    return StandingRange(
      worst: fall(range.worst) { $0 == .holds }, best: fall(range.best) { $0 != .fails })
  }

  /// What is left of a standing.
  func changed(_ standing: Standing, by change: StandingChange) -> Standing {
    switch change {
    case .atMost(let limit): return capped(standing, by: limit)
    case .lower(let levels):
      guard let rank = standing.rank else { return standing }
      let (lower, overflow) = rank.addingReportingOverflow(levels)
      return self.standing(min(overflow ? Int.max : lower, lines.count - 1))
    }
  }

  func changed(_ range: StandingRange, by change: StandingChange) -> StandingRange {
    StandingRange(worst: changed(range.worst, by: change), best: changed(range.best, by: change))
  }

  /// The best standing that a cap or veto leaves.
  private func standing(under limit: Gate.Limit) -> Standing {
    switch limit {
    case .grade(let id): return standing(rank(of: id))
    case .stars(let stars):
      let rank = lines.firstIndex { ($0.stars ?? Int.max) <= stars }
      return rank.map { standing($0) } ?? Standing(rank: nil, stars: stars)
    }
  }

  private func capped(_ standing: Standing, by limit: Gate.Limit) -> Standing {
    if case .stars(let stars) = limit, standing.rank != nil, (standing.stars ?? Int.max) <= stars {
      return standing
    }
    return standing.lowest(self.standing(under: limit))
  }
}
