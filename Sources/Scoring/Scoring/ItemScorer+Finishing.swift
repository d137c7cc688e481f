import Diagnostics
import FEEL
import Rubrics
import Values

extension ItemScorer {
  func finished(notApplicable item: Item, _ place: Place) -> ScoredItem {
    let contribution: Contribution
    switch item.otherwise {
    case .full where !place.isDeduction: contribution = given(item, place, ScoreRange(item.points))
    case .drop, .block, .full: contribution = leftOut(item)
    }
    return ScoredItem(
      item: item, verdict: .notApplicable, contribution: contribution, computed: nil,
      bounds: .zero, mayNotApply: false, blocks: item.otherwise == .block, isLeftOpen: false,
      excuseHolds: nil,
      excuseMissing: [], missing: [], derivation: working.derivation)
  }

  /// A void item of which it is not known whether it applies may also leave the sum.
  func finished(void item: Item, _ place: Place, _ applies: Holding) -> ScoredItem {
    let isOpen = applies.isOpen && mode == .selfAssessment
    var contribution = given(item, place, .zero)
    if isOpen, item.otherwise == .full {
      contribution = given(item, place, ScoreRange(.zero, item.points))
    } else if isOpen {
      contribution = contribution.mayBeMissing()
    }
    return ScoredItem(
      item: item, verdict: isOpen ? .unknown : .void, contribution: contribution,
      computed: .zero,
      bounds: isOpen && item.otherwise == .full ? ScoreRange(.zero, item.points) : .zero,
      mayNotApply: isOpen && item.otherwise != .full,
      blocks: isOpen && item.otherwise == .block ? nil : false, isLeftOpen: false,
      excuseHolds: nil, excuseMissing: [], missing: isOpen ? working.missing : [],
      derivation: working.derivation)
  }

  /// Closing and excuse, once the form has given its points.
  mutating func finish(
    _ item: Item, _ place: Place, _ computed: ScoreRange, _ stages: [StageResult],
    applies: Holding, void: Holding, formMayNotApply: Bool
  ) -> ScoredItem {
    let appliesIsOpen = applies.isOpen
    let closing = item.whenClosed ?? rubric.total.whenClosed
    // Only a known finding takes points away when the file is closed.
    let mayBeVoid = void.isOpen && mode == .selfAssessment
    let mayLeave = formMayNotApply || (appliesIsOpen && item.otherwise != .full)
    let isClosed = mode == .final && closing != .open
    let mayBlock = appliesIsOpen && item.otherwise == .block && !isClosed
    let isUnknown = !computed.isPoint || appliesIsOpen || formMayNotApply
    let missing = working.missing
    var earned = computed
    if appliesIsOpen, item.otherwise == .full { earned = earned.joined(ScoreRange(item.points)) }
    if mayBeVoid { earned = earned.joined(.zero) }
    var verdict = ScoredItem.Verdict.points
    var isLeftOpen = false
    var contribution: Contribution
    if isUnknown, isClosed {
      verdict = .closed(closing)
      working.note(.note(.closed(closing)))
      contribution = closing == .zero ? given(item, place, .zero) : leftOut(item)
    } else {
      if isUnknown || mayBeVoid { verdict = .unknown }
      isLeftOpen = isUnknown && mode == .final
      contribution = given(item, place, earned)
      if mayLeave { contribution = contribution.mayBeMissing() }
    }
    let excuse = excuse(item, contribution, mayBeVoid: mayBeVoid)
    if let claim = excuse.claim { contribution = contribution.claiming(claim) }
    return ScoredItem(
      item: item, verdict: verdict, contribution: contribution, computed: computed,
      bounds: earned, mayNotApply: mayLeave, blocks: mayBlock ? nil : false,
      isLeftOpen: isLeftOpen || excuse.isLeftOpen, excuseHolds: excuse.holds,
      excuseMissing: excuse.missing, missing: missing, stages: stages,
      derivation: working.derivation)
  }

  private struct WeighedExcuse {
    var claim: Contribution.Claim?
    var holds: Bool?
    var missing: [Missing] = []
    var isLeftOpen = false
  }

  private mutating func excuse(
    _ item: Item, _ contribution: Contribution, mayBeVoid: Bool
  ) -> WeighedExcuse {
    guard let excuse = item.excuse else { return WeighedExcuse(holds: false) }
    let known = working.missing
    let holding = working.holds(excuse.when, for: item.id)
    var weighed = WeighedExcuse()
    weighed.missing = working.missing.filter { !known.contains($0) }
    switch holding {
    case .yes:
      weighed.holds = true
      weighed.claim = Contribution.Claim(excuse.then, isCertain: !mayBeVoid)
    case .no, .null: weighed.holds = false
    case .open:
      weighed.missing = weighed.missing.isEmpty ? known : weighed.missing
      switch mode {
      case .selfAssessment: weighed.claim = Contribution.Claim(excuse.then, isCertain: false)
      case .final:
        // An excuse that nobody has shown when the file is closed excuses nothing.
        let closing = item.whenClosed ?? rubric.total.whenClosed
        guard closing == .open, contribution.earned.low < contribution.points else { break }
        weighed.claim = Contribution.Claim(excuse.then, isCertain: false)
        weighed.isLeftOpen = true
      }
    }
    return weighed
  }

  private func leftOut(_ item: Item) -> Contribution {
    .leftOut(item.leastPoints.isNegative ? .zero : item.points)
  }

  /// Items that may be negative, and deductions, stand beside the quotient.
  private func given(_ item: Item, _ place: Place, _ points: ScoreRange) -> Contribution {
    if place.isDeduction {
      return Contribution(points: place.cap ?? item.points, earned: points)
    }
    return item.leastPoints.isNegative
      ? Contribution(points: .zero, earned: .zero, extra: points)
      : Contribution(points: item.points, earned: points)
  }
}

extension Holding {
  var isOpen: Bool { if case .open = self { true } else { false } }
}

extension Contribution {
  func claiming(_ claim: Claim) -> Contribution {
    Contribution(points: points, earned: earned, extra: extra, presence: presence, claim: claim)
  }
}
