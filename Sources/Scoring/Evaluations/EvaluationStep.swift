package import Diagnostics
package import Rubrics

/// One step of the order of evaluation, with what it did to the score and the grade.
package struct EvaluationStep: Sendable {
  /// In the order of evaluation; every one of them appears in a result.
  package enum Kind: String, Sendable, CaseIterable {
    case admission, findings, items, excuses, sections, bonus, deductions, total, rounding, band
    case floors, movement, caps, downgrades, vetoes

    init(_ gate: GatePlan.Kind) {
      self =
        switch gate {
        case .admission: .admission
        case .caps: .caps
        case .downgrades: .downgrades
        case .vetoes: .vetoes
        }
    }
  }

  package let kind: Kind
  /// The bar, section, cap or veto it is about.
  package let subject: String?
  package let text: Wording
  package let before: ScoreRange?
  package let after: ScoreRange?
  package let standingBefore: StandingRange?
  package let standingAfter: StandingRange?
  package let citation: Citation?
  /// It depends on evidence that is missing.
  package let isOpen: Bool
  /// What became of a bar, cap, downgrade or veto, and of a finding; `nil` for every other step.
  package let verdict: GateVerdict?

  init(
    _ kind: Kind, _ text: Wording, subject: String? = nil, before: ScoreRange? = nil,
    after: ScoreRange? = nil, standingBefore: StandingRange? = nil,
    standingAfter: StandingRange? = nil, citation: Citation? = nil, isOpen: Bool = false,
    verdict: GateVerdict? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.text = text
    self.before = before
    self.after = after
    self.standingBefore = standingBefore
    self.standingAfter = standingAfter
    self.citation = citation
    self.isOpen = isOpen
    self.verdict = verdict
  }

  package var changesSomething: Bool { changesScore || changesGrade }

  package var changesScore: Bool { before != nil && before != after }

  package var changesGrade: Bool { standingBefore != nil && standingBefore != standingAfter }
}
