import Rubrics

/// A section's share as floors look at it.
struct FlooredShare {
  let share: ScoreRange
  /// Evidence could still take the section out of the result.
  let mayBeMissing: Bool

  enum State { case holds, open, fails }

  /// Whether all of some floors hold.
  static func state(
    of floors: [StandingPlan.Floor], _ shares: [String: FlooredShare]
  ) -> State {
    var state = State.holds
    for floor in floors {
      guard let one = shares[floor.section] else { continue }
      if one.share.high < floor.share, !one.mayBeMissing { return .fails }
      if one.share.low < floor.share { state = .open }
    }
    return state
  }
}
