import Diagnostics
import FEEL
import Rubrics
import Values

extension ItemScorer {
  mutating func finished(notApplicable item: Item, _ place: Place) -> ScoredItem {
    let contribution: Contribution
    switch item.otherwise {
    case .full where !place.isDeduction: contribution = given(item, place, ScoreRange(item.points))
    case .drop, .block, .full: contribution = leftOut(item)
    case .cohortMean:
      guard let mean = cohortMean(of: item), mean.isPoint else { return waiting(for: item, place) }
      working.note(.fired(.cohortMean, points: mean, place: nil))
      contribution = given(item, place, mean)
    }
    return ScoredItem(
      item: item, verdict: .notApplicable, contribution: contribution, computed: nil,
      bounds: .zero, mayNotApply: false, blocks: item.otherwise == .block, isLeftOpen: false,
      excuseHolds: nil,
      excuseMissing: [], missing: [], derivation: working.derivation)
  }

  /// What those of the cohort to whom the item applies earned; `nil` where nobody did.
  private func cohortMean(of item: Item) -> ScoreRange? {
    cohort?.group?.mean(of: item)
  }

  /// An item whose place the mean of the cohort takes, and that mean is not known.
  private mutating func waiting(for item: Item, _ place: Place) -> ScoredItem {
    let bounds = cohortMean(of: item) ?? substitute(for: item) ?? .zero
    working.lack([Missing(item.id, .noCohort)])
    working.note(.note(.noCohort))
    return ScoredItem(
      item: item, verdict: .unknown, contribution: given(item, place, bounds), computed: nil,
      bounds: bounds, mayNotApply: false, blocks: false, isLeftOpen: mode == .final,
      excuseHolds: nil, excuseMissing: [], missing: working.missing,
      derivation: working.derivation)
  }

  /// What stands for an item that does not apply; `nil` where nothing does.
  private func substitute(for item: Item) -> ScoreRange? {
    switch item.otherwise {
    case .full: ScoreRange(item.points)
    case .cohortMean: cohortMean(of: item) ?? ScoreRange(item.leastPoints, item.points)
    case .drop, .block: nil
    }
  }

  /// A void item; one of which it is not known whether it applies, or is void, may also leave the sum.
  func finished(
    void item: Item, _ place: Place, mayNotApply: Bool, missing: [Missing]
  ) -> ScoredItem {
    var contribution = given(item, place, .zero)
    let instead = mayNotApply ? substitute(for: item)?.joined(.zero) : nil
    if let instead {
      contribution = given(item, place, instead)
    } else if mayNotApply {
      contribution = contribution.mayBeMissing()
    }
    return ScoredItem(
      item: item, verdict: mayNotApply ? .unknown : .void, contribution: contribution,
      computed: .zero, bounds: instead ?? .zero, mayNotApply: mayNotApply && instead == nil,
      blocks: mayNotApply && item.otherwise == .block ? nil : false,
      isLeftOpen: mayNotApply && mode == .final, excuseHolds: nil, excuseMissing: [],
      missing: missing, derivation: working.derivation)
  }

  /// Closing and excuse, once the form has given its points.
  mutating func finish(
    _ item: Item, _ place: Place, _ computed: ScoreRange, _ stages: [StageResult],
    applies: Holding, void: WeighedVoid, formMayNotApply: Bool
  ) -> ScoredItem {
    let appliesIsOpen = applies.isOpen
    let instead = substitute(for: item)
    let closing = closing(of: item)
    let mayBeVoid = void.verdict.isOpen
    let mayLeave = formMayNotApply || (appliesIsOpen && instead == nil)
    let isClosed = mode == .final && closing != .open
    let mayBlock = appliesIsOpen && item.otherwise == .block && !isClosed
    let isUnknown = !computed.isPoint || appliesIsOpen || formMayNotApply
    let missing = working.missing.joined(with: void.missing)
    var earned = computed
    if appliesIsOpen, let instead { earned = earned.joined(instead) }
    if mayBeVoid { earned = earned.joined(.zero) }
    if isUnknown, isClosed, closing == .drop, mayBeVoid {
      // Left out as unknown, or no points in the sum as void.
      working.note(.note(.closed(closing)))
      return finished(void: item, place, mayNotApply: true, missing: missing)
    }
    var verdict = ScoredItem.Verdict.points
    var isLeftOpen = false
    var contribution: Contribution
    // A void that is not proved takes nothing from what is; the gate's own key decides.
    if isUnknown, isClosed, closing != .proved || !mayBeVoid {
      verdict = .closed(closing)
      working.note(.note(.closed(closing)))
      contribution =
        closing == .drop ? leftOut(item) : given(item, place, closing.points(of: earned))
    } else {
      if isUnknown, isClosed { earned = ScoreRange(computed.low).joined(.zero) }
      // A void item of no points is none the worse for it.
      let isAtStake = mayBeVoid && (!earned.isPoint || item.excuse != nil)
      if isUnknown || isAtStake { verdict = .unknown }
      isLeftOpen = (isUnknown || isAtStake) && mode == .final
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

  /// What an unknown of this item becomes at closing; nobody loses points because others are not known, or were not
  /// asked.
  func closing(of item: Item) -> Closing {
    // Nor does anybody gain or lose by a rule that says nothing of there being nothing.
    if working.lacksOthersOnly || working.lacksMeaning { return .open }
    return item.whenClosed ?? rubric.resultPlan.total.whenClosed
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
    let before = working.missing
    let known = Set(before)
    let holding = working.holds(excuse.when, for: item.id)
    var weighed = WeighedExcuse()
    weighed.missing = working.missing.filter { !known.contains($0) }
    switch holding {
    case .yes:
      weighed.holds = true
      weighed.claim = claim(excuse, item, isCertain: !mayBeVoid)
      if excuse.then == .cohortMean, cohortMean(of: item)?.isPoint != true,
        contribution.earned.low < contribution.points
      {
        // That it is excused is known; what it earns instead is not.
        weighed.holds = nil
        weighed.missing.append(Missing(item.id, .noCohort))
        weighed.isLeftOpen = mode == .final
      }
    case .no, .null: weighed.holds = false
    case .open:
      weighed.missing = weighed.missing.isEmpty ? before : weighed.missing
      switch mode {
      case .selfAssessment: weighed.claim = claim(excuse, item, isCertain: false)
      case .final:
        // An excuse that nobody has shown when the file is closed excuses nothing.
        let isOpen =
          ClosingReach(weighed.missing) != .decides
          || (item.whenClosed ?? rubric.resultPlan.total.whenClosed) == .open
        guard isOpen, contribution.earned.low < contribution.points else { break }
        weighed.claim = claim(excuse, item, isCertain: false)
        weighed.isLeftOpen = true
      }
    }
    return weighed
  }

  private func claim(
    _ excuse: Excuse, _ item: Item, isCertain: Bool
  ) -> Contribution.Claim {
    Contribution.Claim(
      excuse.then, isCertain: isCertain,
      mean: excuse.then == .cohortMean
        ? cohortMean(of: item) ?? ScoreRange(item.leastPoints, item.points) : nil)
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

extension Closing {
  /// What an unknown number of points counts as, where the item stays in the sum.
  fileprivate func points(of range: ScoreRange) -> ScoreRange {
    switch self {
    case .zero, .drop: .zero
    case .proved: ScoreRange(range.low)
    case .open: range
    }
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
