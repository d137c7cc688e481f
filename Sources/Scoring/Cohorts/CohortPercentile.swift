import Rubrics
import Values

/// The share of those compared whose number is not better than one's own, at its least and at its greatest.
struct CohortPercentile {
  let low: Number
  let high: Number

  /// Others of three kinds, in one way in which everything may come.
  private struct Others {
    /// Certain to be compared.
    var worse: Int
    var equal: Int
    var better: Int
    let possible: CohortField.Standing
    let possibleWorse: Int
  }

  init?(_ field: CohortField, _ own: CohortField.Own, _ ties: RankRule.Ties) {
    guard let interval = own.interval else { return nil }
    let certain = field.certainCount - (own.isPossible ? 0 : 1)
    let possible = field.possibleCount - (own.isPossible ? 1 : 0)
    func others(_ all: CohortField.Standing, _ open: CohortField.Standing) -> Others {
      Others(
        worse: certain - all.better - all.equal, equal: all.equal, better: all.better,
        possible: open, possibleWorse: possible - open.better - open.equal)
    }
    let best = others(
      field.least(at: interval.high, own), field.possibleLeast(at: interval.high, own))
    let open = field.possibleGreatest(at: interval.low, own)
    let all = field.greatest(at: interval.low, own)
    let worst = others(
      CohortField.Standing(better: all.better - open.better, equal: all.equal - open.equal), open)
    guard let low = Self.least(worst, ties), let high = Self.greatest(best, ties) else {
      return nil
    }
    self.low = low
    self.high = high
  }

  /// Those who are better all come; equal ones, who count half, where that makes the share less.
  private static func least(_ others: Others, _ ties: RankRule.Ties) -> Number? {
    var found = others
    found.better += others.possible.better
    if ties == .mean, found.worse + 1 > found.better { found.equal += others.possible.equal }
    return share(found, ties)
  }

  /// Those who are worse all come; equal ones where that makes the share more.
  private static func greatest(_ others: Others, _ ties: RankRule.Ties) -> Number? {
    var found = others
    found.worse += others.possibleWorse
    if ties == .better || found.worse + 1 < found.better {
      found.equal += others.possible.equal
    }
    return share(found, ties)
  }

  private static func share(_ others: Others, _ ties: RankRule.Ties) -> Number? {
    // Halves, because equal ones may share the mean of their places; oneself is whole.
    let equal = ties == .mean ? others.equal : 2 * others.equal
    let all = 2 * (others.worse + others.equal + others.better + 1)
    return Number(2 * others.worse + equal + 2).divided(by: Number(all))
  }
}
