import Values

/// Which points of an item are a loss: fewer than full marks, or, of a deduction, any at all.
struct ItemLoss {
  let item: Item
  let isDeduction: Bool

  init(_ item: Item, in rubric: Rubric) {
    self.item = item
    isDeduction = rubric.deductions.contains { $0.item === item }
  }

  /// Whether an item that its form gives so many points has lost some.
  func contains(_ points: Number) -> Bool {
    let clipped = max(min(points, item.points), isDeduction ? .zero : item.leastPoints)
    let rounded = item.rounding?.apply(to: clipped) ?? clipped
    return isDeduction ? rounded.isPositive : rounded < item.points
  }

  /// Points that are a loss however they are rounded.
  var certain: NumberSet {
    let step = item.rounding?.step ?? .zero
    if isDeduction {
      return .from(step, included: item.rounding != nil)
    }
    return .to(item.points.subtracting(step) ?? item.points, included: item.rounding != nil)
  }

  /// Points that are a loss unless rounding gives it back; `nil` without rounding.
  var roundedAway: NumberSet? {
    guard item.rounding != nil else { return nil }
    // Full marks that are no multiple of the step may be rounded down themselves.
    if !isDeduction, contains(item.points) { return certain.complement }
    let lost =
      isDeduction
      ? NumberSet.from(.zero, included: false) : NumberSet.to(item.points, included: false)
    return lost.intersection(certain.complement)
  }

  /// How many units it takes until `points` of them are a loss (or no loss any more); `nil` where they never are.
  func units(until isLoss: Bool, _ points: (Number) -> Number?) -> Number? {
    var count = Number.zero
    for _ in 0..<Self.mostUnits {
      guard let given = points(count) else { return nil }
      if contains(given) == isLoss { return count }
      guard let next = count.adding(.one) else { return nil }
      count = next
    }
    return nil
  }

  /// Nobody counts further; what takes longer is left in doubt.
  static let mostUnits = 10_000
}
