import Diagnostics
import Rubrics
import Values

/// An item that has been scored by itself; what its excuse comes to, the sum around it decides.
struct ScoredItem {
  enum Verdict {
    case notApplicable, void, unknown, closed(Closing), points
  }

  let item: Item
  let verdict: Verdict
  let contribution: Contribution
  /// What the form gave, before closing.
  let computed: ScoreRange?
  /// The same, with what an open void or an open condition could make of it.
  let bounds: ScoreRange
  let mayNotApply: Bool
  /// An item or section that does not apply and blocks the result.
  let blocks: Bool?
  /// It is unknown, and the closing leaves it so.
  let isLeftOpen: Bool
  let excuseHolds: Bool?
  let excuseMissing: [Missing]
  let missing: [Missing]
  var stages: [StageResult] = []
  let derivation: Derivation

  /// The result, once the sum around it has weighed the excuse.
  func result(_ resolved: Contribution.Resolved) -> ItemResult {
    let points: ScoreRange? =
      resolved.presence == .doesNotCount
      ? nil : item.leastPoints.isNegative ? contribution.extra : resolved.earned
    let excuse = item.excuse.flatMap { excuse -> ExcuseResult? in
      if case .notApplicable = verdict { return nil }
      if case .void = verdict { return nil }
      return ExcuseResult(
        excuse: excuse, holds: excuseHolds, effect: resolved.effect, missing: excuseMissing)
    }
    return ItemResult(
      item: item, outcome: outcome(resolved.effect), points: points, computed: computed,
      excuse: excuse, missing: missing.joined(with: excuseMissing),
      stages: stages, derivation: derivation)
  }

  /// The result in a section that does not apply: it is in no sum, or stands with full marks.
  func result(inSectionThatIs otherwise: NotApplicable) -> ItemResult {
    ItemResult(
      item: item, outcome: .notApplicable(otherwise),
      points: otherwise == .full ? ScoreRange(item.points) : nil, computed: nil, excuse: nil,
      missing: [], derivation: derivation)
  }

  private func outcome(_ effect: ExcuseEffect) -> Outcome {
    switch verdict {
    case .notApplicable: return .notApplicable(item.otherwise)
    case .void: return .void
    case .unknown where effect != .applied || mayNotApply:
      return .unknown(bounds, mayNotApply: mayNotApply)
    case .closed(let closing) where effect != .applied: return .closed(closing)
    case .unknown, .closed, .points:
      if effect == .applied, let then = item.excuse?.then {
        return .excused(then, before: computed ?? .zero)
      }
      let range = bounds
      if effect == .open, excuseHolds == nil { return .unknown(range, mayNotApply: false) }
      return range.point.map { .points($0) } ?? .unknown(range, mayNotApply: mayNotApply)
    }
  }
}
