import Values

/// Items: what stands around the form, and its stages.
extension ExcuseLogic {
  /// Where an item loses points; in doubt where that cannot be told from facts.
  mutating func loss(of item: Item) -> Formula {
    let loss = ItemLoss(item, in: rubric)
    var formula = item.stages.isEmpty ? settled(loss) : staged(loss)
    if let void = item.void, case .condition(let plan) = void.trigger {
      let isVoid = Formula.sure(self.formula(plan))
      // Points that are void are lost; a deduction that is void takes nothing away.
      formula = loss.isDeduction ? .all([formula, .not(isVoid)]) : .any([formula, isVoid])
    }
    var conditions = [formula]
    if let applies = item.appliesWhen {
      conditions.append(
        .settled(self.formula(applies), null: doubt(.mayBeNull, at: item.place)))
    }
    // What is excused itself is charged to somebody else again.
    if let excuse = item.excuse { conditions.append(.not(.sure(self.formula(excuse.when)))) }
    return conditions.count == 1 ? formula : .all(conditions)
  }

  /// A null is what the item says it is.
  private mutating func settled(_ loss: ItemLoss) -> Formula {
    let null: Formula
    if let ifEmpty = loss.item.ifEmpty, loss.item.plan.isOfNumber {
      return .settled(self.loss(loss), null: nothing(loss, ifEmpty))
    }
    switch (loss.item.whenNull, loss.item.otherwise) {
    case (.zero, _): null = .constant(loss.contains(.zero))
    case (.notApplicable, .drop), (.notApplicable, .full), (.notApplicable, .block):
      null = .constant(false)
    case (.notApplicable, .cohortMean): null = doubt(.compared, at: loss.item.place)
    case (.unknown, _): null = doubt(.mayBeNull, at: loss.item.place)
    }
    return .settled(self.loss(loss), null: null)
  }

  /// A null of nothing is what `if empty` says; whether it was of nothing is in doubt, and so is a number that stands
  /// for it.
  private mutating func nothing(_ loss: ItemLoss, _ rule: EmptyRule) -> Formula {
    guard rule.coversEveryNull else {
      if case .zero = rule.meaning, loss.item.whenNull == .zero {
        return .constant(loss.contains(.zero))
      }
      return doubt(.mayBeNull, at: loss.item.place)
    }
    switch rule.meaning {
    case .full: return .constant(loss.contains(loss.item.points))
    case .zero: return .constant(loss.contains(.zero))
    case .notApplicable where loss.item.otherwise != .cohortMean: return .constant(false)
    case .notApplicable, .unknown, .value: return doubt(.mayBeNull, at: loss.item.place)
    }
  }

  /// The form once for every stage: each that is there and counts can lose points.
  private mutating func staged(_ loss: ItemLoss) -> Formula {
    let item = loss.item
    var losses: [Formula] = []
    for own in item.stages {
      let stage = rubric.stages[own.stage]
      self.stage = stage.id
      var conditions = [settled(loss)]
      self.stage = nil
      if stage.every != nil { conditions.append(doubt(.repeated(stage.id), at: item.place)) }
      if let applies = stage.appliesWhen { conditions.append(.sure(formula(applies))) }
      let isFed = item.stages.contains { rubric.stages[$0.stage].feeds == own.stage }
      if own.weight == nil, isFed, !stage.own.isPositive {
        conditions.append(doubt(.unweighted(stage.id), at: item.place))
      }
      // Brought together with the other stages, a loss is smaller than it was.
      if item.rounding != nil, item.stages.count > 1 {
        conditions.append(doubt(.rounded, at: item.place))
      }
      losses.append(.all(conditions))
    }
    return .any(losses)
  }
}

extension ScorePlan {
  /// A condition over a list has looked at `if empty` itself.
  fileprivate var isOfNumber: Bool { if case .truth = quantity { false } else { true } }
}
