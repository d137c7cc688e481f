import Values

// Beside each operation on numbers stands the one on the integers near them. Who looks at the integers alone
// leaves the numbers out of the program, because nothing rests on them.
extension ColumnAssembler {
  // MARK: operations

  mutating func enclosedSum(
    _ left: LaneValue, _ right: LaneValue, isAdded: Bool
  ) -> Enclosure? {
    guard let mine = Enclosure(left), let theirs = Enclosure(right) else { return nil }
    return sum(mine, theirs, isAdded: isAdded)
  }

  /// Of several numbers; rounded once, as their sum is.
  mutating func enclosedTotal(_ terms: [LaneValue]) -> Enclosure? {
    guard let first = terms.first, var total = Enclosure(first) else { return nil }
    for term in terms.dropFirst() {
      guard let next = Enclosure(term), let sum = sum(total, next, isAdded: true) else {
        return nil
      }
      total = sum
    }
    return total
  }

  private mutating func sum(
    _ left: Enclosure, _ right: Enclosure, isAdded: Bool
  ) -> Enclosure? {
    for exponent in exponents(of: left, right) {
      guard let mine = moved(left, to: exponent), let theirs = moved(right, to: exponent),
        let error = Enclosure.plus(mine.error, theirs.error).flatMap({ Enclosure.plus($0, 1) }),
        let range = ClosedRange.corners(
          mine.range, theirs.range,
          { isAdded ? $0.addingReportingOverflow($1) : $0.subtractingReportingOverflow($1) })
      else { continue }
      if theirs.operand == .all(0) { return Enclosure(mine.operand, exponent, range, error: error) }
      let lanes = emit(
        .calculate(isAdded ? .add : .subtract, mine.operand, theirs.operand), .integers)
      return Enclosure(.lanes(lanes), exponent, range, error: error)
    }
    return nil
  }

  /// |xy - ab| <= |a| eb + |b| ea + ea eb for x near a and y near b.
  mutating func enclosedProduct(_ left: LaneValue, _ right: LaneValue) -> Enclosure? {
    guard var mine = Enclosure(left), let theirs = Enclosure(right) else { return nil }
    for _ in 0...18 {
      if let range = ClosedRange.corners(
        mine.range, theirs.range, { $0.multipliedReportingOverflow(by: $1) }),
        let first = Enclosure.times(mine.greatestMagnitude, theirs.error),
        let second = Enclosure.times(theirs.greatestMagnitude, mine.error),
        let third = Enclosure.times(mine.error, theirs.error),
        let error = Enclosure.plus(first, second).flatMap({ Enclosure.plus($0, third) })
          .flatMap({ Enclosure.plus($0, 1) })
      {
        if theirs.operand == .all(1) {
          return Enclosure(mine.operand, mine.exponent + theirs.exponent, range, error: error)
        }
        let lanes = emit(.calculate(.multiply, mine.operand, theirs.operand), .integers)
        return Enclosure(.lanes(lanes), mine.exponent + theirs.exponent, range, error: error)
      }
      guard let coarser = moved(mine, to: mine.exponent + 1) else { return nil }
      mine = coarser
    }
    return nil
  }

  /// By what is exact and not negative; where the divisor is zero there is no quotient, and zero stands there.
  ///
  /// n/d is off by what n is, divided by the least divisor, and by the digits that are cut.
  mutating func enclosedQuotient(_ left: LaneValue, _ right: LaneValue) -> Enclosure? {
    if let reciprocal = reciprocal(of: right) {
      return enclosedProduct(left, .constant(reciprocal))
    }
    guard let dividend = Enclosure(left), let divisor = ScaledValue(right),
      divisor.range.lowerBound >= 0, divisor.range.upperBound > 0
    else { return nil }
    let exponent = dividend.exponent - divisor.exponent
    let shift = dividend.room(for: max(0, exponent - Enclosure.finestExponent))
    guard let raised = moved(dividend, to: dividend.exponent - shift) else { return nil }
    let least = max(1, divisor.range.lowerBound)
    guard let error = Enclosure.plus(raised.error / least, 3) else { return nil }
    let lanes = emit(.quotient(raised.operand, divisor.operand), .integers)
    let low = min(0, raised.range.lowerBound / least)
    let high = max(0, raised.range.upperBound / least)
    return Enclosure(.lanes(lanes), exponent - shift, low...high, error: error)
  }

  /// The lesser of two numbers is as near to the lesser of two integers as the farther of both.
  mutating func enclosedExtreme(
    _ left: LaneValue, _ right: LaneValue, isGreatest: Bool
  ) -> Enclosure? {
    guard let mine = Enclosure(left), let theirs = Enclosure(right) else { return nil }
    for exponent in exponents(of: mine, theirs) {
      guard let mine = moved(mine, to: exponent), let theirs = moved(theirs, to: exponent) else {
        continue
      }
      let lanes = emit(
        .calculate(isGreatest ? .greatest : .least, mine.operand, theirs.operand), .integers)
      let (one, other) = (mine.range, theirs.range)
      let range =
        isGreatest
        ? max(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
        : min(one.lowerBound, other.lowerBound)...min(one.upperBound, other.upperBound)
      return Enclosure(.lanes(lanes), exponent, range, error: max(mine.error, theirs.error))
    }
    return nil
  }

  mutating func enclosedChoice(
    _ mask: LaneID, _ then: LaneValue, _ otherwise: LaneValue
  ) -> Enclosure? {
    guard let mine = Enclosure(then), let theirs = Enclosure(otherwise) else { return nil }
    for exponent in exponents(of: mine, theirs) {
      guard let mine = moved(mine, to: exponent), let theirs = moved(theirs, to: exponent) else {
        continue
      }
      let lanes = emit(.choose(mask, mine.operand, theirs.operand), .integers)
      return Enclosure(
        .lanes(lanes), exponent, mine.range.union(theirs.range),
        error: max(mine.error, theirs.error))
    }
    return nil
  }

  // MARK: rounding

  /// How many whole steps lie in a number, rounded by `mode`, where the integers near it say so.
  ///
  /// - Returns: `nil` where they are too coarse for the step.
  mutating func enclosedUnits(
    of value: LaneValue, _ step: Number, _ mode: RoundingMode
  ) -> (lanes: LaneID, range: ClosedRange<Int64>)? {
    guard usesEnclosures, let near = value.enclosure, case .lanes(let integers) = near.operand,
      let unit = step.scaled(to: near.exponent), unit > 1,
      // So few lanes are left open that it pays.
      near.error < unit / 4000
    else { return nil }
    let lanes = emit(
      .unitsOfEnclosure(
        integers, each: unit, error: near.error, mode, within: active.mask), .integers)
    let (low, high) = (near.range.lowerBound / unit - 1, near.range.upperBound / unit + 1)
    return (lanes, min(low, 0)...max(high, 0))
  }

  // MARK: units

  /// The exponents on which two may meet, the finest first.
  private func exponents(of left: Enclosure, _ right: Enclosure) -> ClosedRange<Int> {
    min(left.exponent, right.exponent)...max(left.exponent, right.exponent)
  }

  /// The same in other units; coarser ones cut digits.
  private mutating func moved(_ near: Enclosure, to exponent: Int) -> Enclosure? {
    let distance = near.exponent - exponent
    guard distance != 0 else { return near }
    guard abs(distance) <= 18 else { return nil }
    let power = Enclosure.powers[abs(distance)]
    if distance < 0 {
      let range = near.range.lowerBound / power...near.range.upperBound / power
      guard let error = Enclosure.plus(near.error / power, 2) else { return nil }
      switch near.operand {
      case .all(let integer):
        let isExact = integer % power == 0 && near.error == 0
        return Enclosure(
          .all(integer / power), exponent, range, error: isExact ? 0 : error)
      case .lanes:
        let lanes = emit(.quotient(near.operand, .all(power)), .integers)
        return Enclosure(.lanes(lanes), exponent, range, error: error)
      }
    }
    guard let error = Enclosure.times(near.error, power),
      let range = ClosedRange.corners(
        near.range, power...power, { $0.multipliedReportingOverflow(by: $1) })
    else { return nil }
    switch near.operand {
    case .all(let integer): return Enclosure(.all(integer * power), exponent, range, error: error)
    case .lanes:
      let lanes = emit(.calculate(.multiply, near.operand, .all(power)), .integers)
      return Enclosure(.lanes(lanes), exponent, range, error: error)
    }
  }
}
