import Rubrics
import Values

/// What one admitted subject brings to the comparison, from the first pass.
package struct CohortMember: Sendable {
  /// What it has on an item whose cohort mean is asked for.
  struct Share: Sendable {
    let points: ScoreRange
    let presence: Contribution.Presence
    /// What the closing says of it where it is not known.
    var closing = ClosingReach.decides
  }

  /// What says who its peers are; `nil` where all are.
  let peers: Value?
  /// Evidence could still keep it out of the round.
  let mayNotBeAdmitted: Bool
  /// By ranked item.
  let ranks: [Value]
  /// By figure of the cohort.
  let figures: [Value]
  /// By item id.
  let shares: [String: Share]

  /// The same where it is not even certain that it takes part.
  var perhaps: CohortMember {
    CohortMember(
      peers: peers, mayNotBeAdmitted: true, ranks: ranks, figures: figures, shares: shares)
  }
}

/// Who is a peer of whom: equal ones are.
enum PeerKey: Hashable, Sendable {
  case everybody
  case boolean(Bool)
  case number(Number)
  case text(String)
  case date(CalendarDate)

  /// - Returns: `nil` for a value that names no group.
  init?(_ value: Value) {
    switch value {
    case .boolean(let boolean): self = .boolean(boolean)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .date(let date): self = .date(date)
    case .null, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list, .context, .range,
      .function, .unknown:
      return nil
    }
  }

  var text: String? {
    switch self {
    case .everybody: nil
    case .boolean(let boolean): "\(boolean)"
    case .number(let number): number.description
    case .text(let text): text
    case .date(let date): date.isoText
    }
  }
}

extension CohortMember {
  enum Group {
    case sure(PeerKey)
    /// One of these, or any where there is no list.
    case open([PeerKey]?)
    case none
  }

  var group: Group {
    guard let peers else { return .sure(.everybody) }
    if let key = PeerKey(peers) { return .sure(key) }
    guard case .unknown(let unknown) = peers else { return .none }
    switch unknown.bounds.kind {
    case .oneOf(let values): return .open(values.compactMap { PeerKey($0) })
    case .boolean: return .open([.boolean(true), .boolean(false)])
    case .any, .number, .shaped: return .open(nil)
    }
  }
}

extension CohortMember.Share {
  /// What an item contributes to the mean of its cohort.
  init(_ result: ItemResult) {
    self.init(pointsOf: result)
    closing = ClosingReach(result.missing + (result.excuse?.missing ?? []))
  }

  private init(pointsOf result: ItemResult) {
    // What its form never gave is somebody else's: it does not apply, and waits for this very mean.
    guard let points = result.computed else {
      var isVoid = false
      if case .void = result.outcome { isVoid = true }
      self.init(points: .zero, presence: isVoid ? .counts : .doesNotCount)
      return
    }
    if let excuse = result.excuse, points.low < result.item.points {
      // Whoever is excused says nothing about what others earn.
      switch excuse.holds {
      case true?:
        self.init(points: points, presence: .doesNotCount)
        return
      case nil:
        self.init(points: points, presence: .mayCount)
        return
      case false?: break
      }
    }
    switch result.outcome {
    case .points(let points): self.init(points: ScoreRange(points), presence: .counts)
    case .void, .closed(.zero): self.init(points: .zero, presence: .counts)
    case .unknown where result.item.otherwise == .cohortMean && result.item.appliesWhen != nil:
      // It may not apply: then its bounds hold what would stand for it.
      self.init(
        points: result.item.void == nil ? points : points.joined(.zero), presence: .mayCount)
    case .unknown(let range, let mayNotApply):
      self.init(points: range, presence: mayNotApply ? .mayCount : .counts)
    case .closed(.proved), .closed(.open): self.init(points: points, presence: .counts)
    case .notApplicable, .excused, .closed(.drop):
      self.init(points: .zero, presence: .doesNotCount)
    }
  }
}
