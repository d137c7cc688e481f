import Values

/// Straight lines: where the points on one turn into a loss.
extension ItemLoss {
  /// The numbers for which a straight line gives a loss; `nil` where a number has too many digits.
  func numbers(on straight: StraightPoints) -> NumberSet? {
    guard let base = straight.base, let rise = straight.rise, let width = straight.width,
      let first = loses(at: straight.from, on: straight)
    else { return nil }
    guard !rise.isZero else { return first ? .all : NumberSet.none }
    switch turn {
    case nil: return contains(item.points) ? .all : NumberSet.none
    case .some(let points):
      // base + (x - from) * rise = points * width, divided once: no number of as many digits lies between the end found
      // and the true one, so that the end itself is all there is to ask.
      guard let worth = points.multiplied(by: width)?.subtracting(base)?.divided(by: rise),
        let end = straight.from.adding(worth), let isLoss = loses(at: end, on: straight)
      else { return nil }
      return rise.isPositive != isDeduction
        ? .to(end, included: isLoss) : .from(end, included: isLoss)
    }
  }

  private func loses(at number: Number, on straight: StraightPoints) -> Bool? {
    (try? straight.points(for: number)).map(contains)
  }

  /// The points where a loss begins or ends; `nil` where all points are one, or none.
  ///
  /// Rounded points change at multiples of half a step alone, and clipping at the ends of what the item gives, so that between two
  /// neighbours of these one sample says it for all.
  private var turn: Number? {
    let ends = isDeduction ? [Number.zero, item.points] : [item.leastPoints, item.points]
    let around = isDeduction ? Number.zero : item.points
    var marks = ends
    if let step = item.rounding?.step, step.isPositive, let half = step.divided(by: Number(2)),
      let start = around.roundedToMultiple(of: step, .floor)
    {
      marks += (-4...4).compactMap { half.multiplied(by: Number($0)).flatMap(start.adding) }
    }
    let sorted = marks.sorted()
    guard let low = sorted.first?.subtracting(.one), let high = sorted.last?.adding(.one),
      contains(low) != contains(high)
    else { return nil }
    let first = contains(low)
    var before = low
    for mark in sorted {
      if let middle = before.adding(mark)?.divided(by: Number(2)), contains(middle) != first {
        return before
      }
      if contains(mark) != first { return mark }
      before = mark
    }
    return before
  }
}
