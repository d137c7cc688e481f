package import Rubrics
package import Values

/// What an item or a section gives to the sum around it.
package struct Contribution: Sendable {
  package enum Presence: Sendable {
    case counts
    /// Completed evidence could take it out of the sum.
    case mayCount
    case doesNotCount
  }

  /// An excuse whose condition holds, or may hold.
  package struct Claim: Sendable {
    package let then: Excuse.Consequence
    package let isCertain: Bool
    /// What the cohort earned, where that is what follows.
    package let mean: ScoreRange?

    package init(_ then: Excuse.Consequence, isCertain: Bool, mean: ScoreRange? = nil) {
      self.then = then
      self.isCertain = isCertain
      self.mean = mean
    }
  }

  /// What stands in the denominator.
  package let points: Number
  /// Of `points`, before any excuse.
  package let earned: ScoreRange
  /// What is added beside the quotient: items that may be negative are in no denominator.
  package let extra: ScoreRange
  package let presence: Presence
  package let claim: Claim?

  package init(
    points: Number, earned: ScoreRange, extra: ScoreRange = .zero, presence: Presence = .counts,
    claim: Claim? = nil
  ) {
    self.points = points
    self.earned = earned
    self.extra = extra
    self.presence = presence
    self.claim = claim
  }

  /// Points that are in no sum; a section still knows that it had them.
  static func leftOut(_ points: Number) -> Contribution {
    Contribution(points: points, earned: .zero, presence: .doesNotCount)
  }

  /// The same without its excuse.
  var unexcused: Contribution {
    Contribution(points: points, earned: earned, extra: extra, presence: presence)
  }

  /// The excuse, unless no point was lost: then there is nothing to excuse.
  var liveClaim: Claim? { earned.low >= points ? nil : claim }

  /// The same for a sum in which it may be missing.
  func mayBeMissing() -> Contribution {
    guard presence == .counts else { return self }
    return Contribution(
      points: points, earned: earned, extra: extra.joined(.zero), presence: .mayCount, claim: claim)
  }
}

/// What became of an excuse.
package enum ExcuseEffect: String, Sendable {
  /// There was none, or no point was lost.
  case none
  case applied
  /// The item's own share is not below that of the others: the excuse would cost.
  case wouldCost = "would cost"
  /// It depends on evidence that is missing.
  case open
}
