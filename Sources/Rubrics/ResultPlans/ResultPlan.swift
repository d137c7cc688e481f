/// How the points of items become a result, told once, in the order of evaluation.
///
///     admission         bars                       who is evaluated at all
///     sections          quotients of their parts   and the quotient of the sections themselves
///     bonus, losses     items beside the sections
///     total             sections - losses + bonus, or a formula; clipped, then rounded
///     standing          band, floors, movement, caps, downgrades, vetoes
///
/// Single subjects are scored over it with ranges and derivations, portfolios with columns; neither looks at the keys that it
/// was made of.
package struct ResultPlan: Sendable {
  package let admission: [GatePlan]
  package let sections: [SectionPlan]
  /// How the sections come together to one quotient.
  package let combining: Combining
  /// What the sections come to: of their quotient, and of what they give beside it.
  package let points: Amount
  package let bonus: BonusPlan?
  package let losses: [Deduction]
  package let total: TotalPlan
  package let standing: [StandingPlan]

  package struct BonusPlan: Sendable {
    package let bonus: Bonus
    package let points: Amount

    package var items: [Item] { bonus.items }
  }

  package struct TotalPlan: Sendable {
    /// What the score is before it is rounded.
    package let unrounded: Amount
    /// The same as bands look at it; `nil` where that is the score itself.
    package let graded: Amount?
    package let rounding: Rounding
    package let whenClosed: Closing
  }

  init(
    admission: [Bar], sections: [Section], bonus: Bonus?, losses: [Deduction], total: Total,
    standing: [StandingPlan]
  ) {
    self.admission = admission.map { GatePlan($0) }
    self.sections = sections.map { SectionPlan($0) }
    combining = total.combining
    points = .plus(.of(.quotient(to: total.points)), .of(.beside))
    self.bonus = bonus.map {
      BonusPlan(bonus: $0, points: .clipped(.of(.extras), from: nil, to: $0.cap))
    }
    self.losses = losses
    self.total = TotalPlan(total, bonus)
    self.standing = standing
  }
}

extension ResultPlan.TotalPlan {
  fileprivate init(_ total: Total, _ bonus: Bonus?) {
    func clipped(_ amount: Amount) -> Amount {
      total.clip.map { .clipped(amount, from: $0.low, to: $0.high) } ?? amount
    }
    (rounding, whenClosed) = (total.rounding, total.whenClosed)
    if let formula = total.formula {
      unrounded = clipped(.of(.formula(formula)))
      graded = nil
    } else if let bonus {
      let without = Amount.minus(.of(.sections), .of(.losses))
      unrounded = clipped(.plus(without, .of(.bonus)))
      graded = bonus.mayLiftGrade ? nil : clipped(without)
    } else {
      unrounded = clipped(.minus(.of(.sections), .of(.losses)))
      graded = nil
    }
  }
}
