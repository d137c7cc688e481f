package import Diagnostics
package import Values

/// A condition on the result, and what it does where it fires.
package struct GatePlan: Sendable {
  /// In the order of evaluation.
  package enum Kind: String, Sendable, CaseIterable {
    case admission, caps, downgrades, vetoes
  }

  package enum Effect: Sendable {
    /// The subject is not evaluated, and has this status.
    case keepsOut(Bar.Status)
    case limits(StandingChange, score: Number?)
  }

  package let kind: Kind
  package let id: String
  package let trigger: Trigger
  /// `nil`: as `open`.
  package let whenClosed: GateClosing?
  package let effect: Effect
  package let says: Wording
  package let citation: Citation?
  package let place: Place

  /// What it leaves of a standing; `nil` for a bar.
  package var change: StandingChange? {
    if case .limits(let change, _) = effect { change } else { nil }
  }

  /// The score in the place of the total where it fires.
  package var score: Number? { if case .limits(_, let score) = effect { score } else { nil } }
}

extension GatePlan {
  init(_ bar: Bar) {
    (kind, id, trigger, whenClosed) = (.admission, bar.id, bar.trigger, bar.whenClosed)
    effect = .keepsOut(bar.status)
    says = bar.says ?? Wording(bar.id)
    (citation, place) = (bar.citation, bar.place)
  }

  init(_ gate: Gate, _ kind: Kind) {
    self.kind = kind
    (id, trigger, whenClosed) = (gate.id, gate.trigger, gate.whenClosed)
    effect = .limits(.atMost(gate.limit), score: gate.score)
    says = gate.says ?? Wording(gate.id)
    (citation, place) = (gate.citation, gate.place)
  }

  init(_ downgrade: Downgrade) {
    (kind, id, trigger) = (.downgrades, downgrade.id, downgrade.trigger)
    whenClosed = downgrade.whenClosed
    effect = .limits(.lower(downgrade.levels), score: nil)
    says = downgrade.says ?? Wording(downgrade.id)
    (citation, place) = (downgrade.citation, downgrade.place)
  }
}
