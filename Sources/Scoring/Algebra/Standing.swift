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

  /// The line of a ladder for one rounded total.
  func band(of total: Number, _ direction: Direction) -> Int? {
    lines.indices.first { index in
      guard let threshold = lines[index].threshold else { return true }
      return switch direction {
      case .atLeast: total >= threshold
      case .atMost: total <= threshold
      }
    } ?? lines.indices.last
  }

  /// The best and the worst line of a ladder over a range of totals.
  func bands(of total: ScoreRange, _ direction: Direction) -> StandingRange {
    let ranks = [total.low, total.high].map { band(of: $0, direction) ?? 0 }
    return StandingRange(
      worst: standing(max(ranks[0], ranks[1])), best: standing(min(ranks[0], ranks[1])))
  }

  enum FloorState { case holds, open, fails }

  /// Whether the floors of one line hold.
  func floors(of line: Grade, _ shares: [FlooredShare])
    -> FloorState
  {
    var state = FloorState.holds
    for section in shares {
      var least: [Number] = []
      if section.isTop, let every = line.everySection { least.append(every) }
      least += line.sectionFloors.filter { $0.section == section.id }.map(\.share)
      for floor in least {
        if section.share.high < floor, !section.mayBeMissing { return .fails }
        if section.share.low < floor { state = .open }
      }
    }
    return state
  }

  /// Falls from `range` to the best lines whose floors hold; where none holds, to the last.
  func fallen(
    _ range: StandingRange, over shares: [FlooredShare]
  ) -> StandingRange {
    let states = lines.map { floors(of: $0, shares) }
    func fall(_ standing: Standing, accepts: (FloorState) -> Bool) -> Standing {
      guard let start = standing.rank else { return standing }
      let held = states.indices.first { $0 >= start && accepts(states[$0]) }
      return self.standing(held ?? states.indices.last)
    }
    return StandingRange(
      worst: fall(range.worst) { $0 == .holds }, best: fall(range.best) { $0 != .fails })
  }

  /// The best standing that a cap or veto leaves.
  func standing(under limit: Gate.Limit) -> Standing {
    switch limit {
    case .grade(let id): return standing(rank(of: id))
    case .stars(let stars):
      let rank = lines.firstIndex { ($0.stars ?? Int.max) <= stars }
      return rank.map { standing($0) } ?? Standing(rank: nil, stars: stars)
    }
  }

  /// What is left of `standing` under a cap or veto.
  func capped(_ standing: Standing, by limit: Gate.Limit) -> Standing {
    if case .stars(let stars) = limit, standing.rank != nil, (standing.stars ?? Int.max) <= stars {
      return standing
    }
    return standing.lowest(self.standing(under: limit))
  }
}
