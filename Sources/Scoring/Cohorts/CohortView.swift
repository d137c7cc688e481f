import Diagnostics
import Rubrics
import Values

/// What the cohort of one subject gives to it in the second pass.
package struct CohortView: Sendable {
  let rule: Cohort
  let member: CohortMember
  /// `nil` where nobody knows who its peers are.
  let group: CohortGroup?
  /// Numbers that are not known are in no comparison.
  let leavesOut: Bool

  enum Size {
    case enough, maybeFewer, fewer
  }

  /// Oneself included, and certain.
  var size: Size {
    guard let group else { return .maybeFewer }
    let sure = group.certain.count + (member.mayNotBeAdmitted ? 1 : 0)
    if sure >= rule.atLeast { return .enough }
    return group.certain.count + group.possible.count >= rule.atLeast ? .maybeFewer : .fewer
  }

  /// How many members there are, for words.
  var count: Int { group.map { $0.certain.count + $0.possible.count } ?? 0 }
}

/// Where somebody stands in one comparison.
struct Placing {
  /// At the best and at the worst.
  let best: CohortField.Standing
  let worst: CohortField.Standing
  /// How many are compared when it stands best, and when it stands worst.
  let bestCount: Int
  let worstCount: Int
  let own: NumberInterval
  /// The best number of all.
  let first: NumberInterval

  var isSure: Bool {
    best.better == worst.better && best.equal == worst.equal && bestCount == worstCount
  }

  /// `nil` where one is not in the comparison.
  init?(_ view: CohortView, _ number: Int, _ rule: RankRule) {
    guard let field = view.group?.fields[number] else { return nil }
    let own = CohortField.Own(
      view.member.ranks[number], highIsBest: rule.highIsBest,
      isPossible: view.member.mayNotBeAdmitted, leavesOut: view.leavesOut)
    guard let interval = own.interval else { return nil }
    self.init(field, CohortField.Own(interval: interval, isPossible: own.isPossible))
  }

  init(_ field: CohortField, _ own: CohortField.Own) {
    let interval = own.interval ?? .all
    self.own = interval
    best = field.least(at: interval.high, own)
    worst = field.greatest(at: interval.low, own)
    bestCount = field.certainCount + field.possibleCount
    // Whoever comes and is not better only makes the share better; whoever is better was counted.
    worstCount = field.certainCount + (own.isPossible ? 1 : 0)
    first = NumberInterval(
      [field.firstLow, interval.low].compactMap { $0 }.max(), field.firstHigh)
  }
}
