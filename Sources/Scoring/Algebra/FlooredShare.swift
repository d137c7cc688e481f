import Rubrics

/// A section's share as floors look at it.
struct FlooredShare {
  let share: ScoreRange
  /// Evidence could still take the section out of the result.
  let mayBeMissing: Bool

  /// By the id of the section; those that do not count are not among them.
  static func all(in sections: [SectionResult]) -> [String: FlooredShare] {
    var found: [String: FlooredShare] = [:]
    func take(_ sections: [SectionResult], mayBeMissing: Bool) {
      for section in sections {
        let mayBeMissing = mayBeMissing || section.mayNotCount
        if let share = section.share {
          found[section.section.id] = FlooredShare(share: share, mayBeMissing: mayBeMissing)
        }
        take(section.subsections, mayBeMissing: mayBeMissing)
      }
    }
    take(sections, mayBeMissing: false)
    return found
  }

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
