package import Diagnostics
package import FEEL
package import Values

/// The smallest thing that earns points.
///
/// A class, because every result of a portfolio of millions of items names its item.
package final class Item: Sendable {
  package let id: String
  package let title: Wording
  /// Full marks; for a deduction the most it takes away.
  package let points: Number
  /// The rule in one plain sentence.
  package let says: Wording
  package let citation: Citation?
  package let basis: Basis
  package let measures: Measure?
  package let evidence: [EvidenceNeed]
  /// Empty: it is scored once.
  package let stages: [ItemStage]
  package let appliesWhen: Plan?
  package let otherwise: NotApplicable
  package let void: VoidRule?
  package let excuse: Excuse?
  package let whenNull: NullMeaning
  /// What stands for a value that came to nothing; goes before `whenNull`.
  package let ifEmpty: EmptyRule?
  /// `nil`: as the total says.
  package let whenClosed: Closing?
  package let rounding: Rounding?
  package let advice: Wording?
  package let form: any ScoringForm
  /// What the form means.
  package let plan: ScorePlan
  package let place: Place
  /// The slots that its expressions look at, ascending; see `Rubric.slots(behind:)` for what those rest on.
  package let inputs: [Int]
  /// Its form, or a condition of it, looks at the cohort.
  let isCompared: Bool

  init(
    id: String,
    title: Wording,
    points: Number,
    says: Wording,
    citation: Citation?,
    basis: Basis,
    measures: Measure?,
    evidence: [EvidenceNeed],
    stages: [ItemStage],
    appliesWhen: Plan?,
    otherwise: NotApplicable,
    void: VoidRule?,
    excuse: Excuse?,
    whenNull: NullMeaning,
    ifEmpty: EmptyRule?,
    whenClosed: Closing?,
    rounding: Rounding?,
    advice: Wording?,
    form: any ScoringForm,
    plan: ScorePlan,
    place: Place,
    inputs: [Int],
    isCompared: Bool
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.says = says
    self.citation = citation
    self.basis = basis
    self.measures = measures
    self.evidence = evidence
    self.stages = stages
    self.appliesWhen = appliesWhen
    self.otherwise = otherwise
    self.void = void
    self.excuse = excuse
    self.whenNull = whenNull
    self.ifEmpty = ifEmpty
    self.whenClosed = whenClosed
    self.rounding = rounding
    self.advice = advice
    self.form = form
    self.plan = plan
    self.place = place
    self.inputs = inputs
    self.isCompared = isCompared
  }

  /// The least points its form can give: negative only where a form may take points.
  package var leastPoints: Number {
    plan.least
  }
}

package struct VoidRule: Sendable {
  package let trigger: Trigger
  /// `nil`: as `open`.
  package let whenClosed: GateClosing?
  package let says: Wording?
  /// Where its keys begin.
  package let keys: Place
}

package struct Excuse: Sendable {
  package enum Consequence: String, Sendable, CaseIterable {
    case drop, full
    /// The share of the section's other items.
    case mean
    /// What the item's cohort earned on it.
    case cohortMean = "cohort mean"
  }

  package let when: Plan
  /// The parties and items that are charged instead.
  package let by: [ExcuseLink]
  /// Why nobody is charged.
  package let nobody: Wording?
  package let then: Consequence
  package let says: Wording?
}
