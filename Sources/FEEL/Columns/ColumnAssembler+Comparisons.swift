package import Values

extension ColumnAssembler {
  /// FEEL's six comparisons of plain values.
  package mutating func compare(
    _ comparison: Operator.Comparison, _ left: LaneValue, _ right: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    if let left = left.constant, let right = right.constant {
      return .constant(Value.compare(comparison, left, right).value)
    }
    let isEquality = comparison == .equal || comparison == .unequal
    if left.isNull || right.isNull {
      guard isEquality else { return .constant(.null) }
      let other = left.isNull ? right : left
      guard let nulls = other.nulls else { return .constant(.boolean(comparison == .unequal)) }
      return LaneValue(.truth(comparison == .equal ? nulls : opposite(nulls)))
    }
    let order = Lanes.Order(comparison)
    let found: LaneID
    if left.isSameBlock(as: right) {
      let holds = comparison != .unequal && comparison != .less && comparison != .greater
      guard left.nulls != nil || right.nulls != nil else { return .constant(.boolean(holds)) }
      found = constantMask(holds)
    } else if left.isNumeric, right.isNumeric {
      found = mask(order, left, right)
    } else if let (mine, theirs) = codes(left, right), isEquality {
      found = emit(.compare(order, mine, theirs), .mask)
    } else if let (mine, theirs) = days(left, right) {
      found = emit(.compare(order, mine, theirs), .mask)
    } else if isEquality, let (mine, theirs) = truths(left, right) {
      let both = both(mine, theirs)
      let neither = opposite(either(mine, theirs) ?? mine)
      let same = either(both, neither) ?? neither
      found = comparison == .equal ? same : opposite(same)
    } else {
      throw refuse(.kindOfValue)
    }
    guard isEquality else {
      let nulls = either(left.nulls, right.nulls)
      return LaneValue(.truth(butNot(found, nulls)), nulls: nulls)
    }
    return LaneValue(.truth(settled(found, left.nulls, right.nulls, comparison == .equal)))
  }

  /// Equality where one side or both may be null: two nulls are equal, one null is like nothing else.
  private mutating func settled(
    _ found: LaneID, _ left: LaneID?, _ right: LaneID?, _ isEqual: Bool
  ) -> LaneID {
    guard let any = either(left, right) else { return found }
    let plain = butNot(found, any)
    if isEqual {
      guard let left, let right else { return plain }
      return either(plain, both(left, right)) ?? plain
    }
    let oneOnly: LaneID
    if let left, let right {
      oneOnly = butNot(any, both(left, right))
    } else {
      oneOnly = any
    }
    return either(plain, oneOnly) ?? plain
  }

  private mutating func codes(
    _ left: LaneValue, _ right: LaneValue
  ) -> (Operation.IntegerOperand, Operation.IntegerOperand)? {
    guard let mine = textOperand(left), let theirs = textOperand(right) else { return nil }
    return (mine, theirs)
  }

  mutating func textOperand(_ value: LaneValue) -> Operation.IntegerOperand? {
    switch value.form {
    case .text(let lanes): .lanes(lanes)
    case .constant(.string(let text)): .all(code(of: text))
    default: nil
    }
  }

  /// Where a value is the same as a constant in the sense of `Value.isSame`: texts are compared as letters.
  package mutating func same(
    _ value: LaneValue, as constant: Value
  ) throws(ColumnRefusal) -> LaneValue {
    guard case .string(let text) = constant, case .text(let lanes) = value.form else {
      return try compare(.equal, value, .constant(constant))
    }
    var found: LaneID?
    for (bytes, code) in textCodes.sorted(by: { $0.value < $1.value })
    where String(decoding: bytes, as: UTF8.self) == text {
      found = either(found, emit(.compare(.equal, .lanes(lanes), .all(code)), .mask))
    }
    return found.map { LaneValue(.truth(butNot($0, value.nulls))) } ?? .constant(.boolean(false))
  }

  private func days(
    _ left: LaneValue, _ right: LaneValue
  ) -> (Operation.IntegerOperand, Operation.IntegerOperand)? {
    guard let mine = dayOperand(left), let theirs = dayOperand(right) else { return nil }
    return (mine, theirs)
  }

  func dayOperand(_ value: LaneValue) -> Operation.IntegerOperand? {
    switch value.form {
    case .day(let lanes): .lanes(lanes)
    case .constant(.date(let date)): .all(Int64(date.dayNumber))
    default: nil
    }
  }

  private mutating func truths(_ left: LaneValue, _ right: LaneValue) -> (LaneID, LaneID)? {
    switch (left.form, right.form) {
    case (.truth(let left), .truth(let right)): return (left, right)
    case (.truth(let lanes), .constant(.boolean(let flag))),
      (.constant(.boolean(let flag)), .truth(let lanes)):
      return (lanes, constantMask(flag))
    default: return nil
    }
  }

  mutating func constantMask(_ flag: Bool) -> LaneID { flag ? opposite(none) : none }

  // MARK: numbers

  /// Where the comparison of two numbers holds; nulls are the caller's affair.
  mutating func mask(_ order: Lanes.Order, _ left: LaneValue, _ right: LaneValue) -> LaneID {
    if let (mine, theirs) = aligned(left, right) {
      return emit(.compare(order, mine.operand, theirs.operand), .mask)
    }
    if let crossed = crossed(order, left, right) { return crossed }
    if let crossed = crossed(order.turned, right, left) { return crossed }
    return emit(.compareNumbers(order, numberOperand(left), numberOperand(right)), .mask)
  }

  /// A quotient of two integers compared with a constant by multiplication: A/B >= C as A >= C x B.
  ///
  /// What is to be compared is not A/B but the quotient q rounded to 34 digits. With integers A, B > 0 and
  /// C, scaled so that the question is A/B against C: if A = C x B the quotient is exact and q = C. Else
  /// A/B and C differ by at least 1/B, which is at least 1/|C x B| of C. Where |C x B| <= 10^33 that is
  /// 10^-33 of C or more; q lies within half a unit of its 34th digit of A/B, which is at most
  /// 5 x 10^-34 of it, so q lies on the same side of C as A/B does. (For C = 0 signs decide, and
  /// rounding keeps signs: 1/B is far from the least number.)
  private mutating func crossed(
    _ order: Lanes.Order, _ quotient: LaneValue, _ constant: LaneValue
  ) -> LaneID? {
    guard case .number(let lanes, _, _) = quotient.form,
      case .calculateNumbers(.divide, let dividend, let divisor, _) = operation(of: lanes),
      let numerator = scaled(dividend), let denominator = scaled(divisor),
      denominator.range.lowerBound >= 0,
      let bound = ScaledValue(constant), case .all(var limit) = bound.operand
    else { return nil }
    // A x 10^a / (B x 10^b) against C x 10^c, as A x 10^up against C x 10^down x B.
    let shift = bound.exponent - (numerator.exponent - denominator.exponent)
    var left = numerator
    if shift < 0 {
      guard let lowered = lowered(numerator, to: numerator.exponent + shift) else { return nil }
      left = lowered
    } else {
      guard shift <= 18, let power = Number(scaled: 1, exponent: shift).scaled(to: 0) else {
        return nil
      }
      let (product, overflow) = limit.multipliedReportingOverflow(by: power)
      guard !overflow else { return nil }
      limit = product
    }
    // In 62 bits, and so below 10^33.
    guard
      ClosedRange.corners(
        denominator.range, limit...limit, { $0.multipliedReportingOverflow(by: $1) }) != nil
    else { return nil }
    let product = emit(.calculate(.multiply, denominator.operand, .all(limit)), .integers)
    return emit(.compare(order, left.operand, .lanes(product)), .mask)
  }

  private func scaled(_ operand: Operation.NumberOperand) -> ScaledValue? {
    switch operand {
    case .scaled(let lanes, let exponent):
      ranges[lanes].map { ScaledValue(.lanes(lanes), exponent, $0) }
    case .all(let number): ScaledValue(.constant(number))
    case .lanes: nil
    }
  }
}

extension LaneValue {
  /// Both are the same integers of the same unit.
  fileprivate func isSameBlock(as other: LaneValue) -> Bool {
    guard case .scaled(let mine, let exponent, _) = form,
      case .scaled(let theirs, let otherExponent, _) = other.form
    else { return false }
    return mine == theirs && exponent == otherExponent
  }
}

extension Lanes.Order {
  init(_ comparison: Operator.Comparison) {
    switch comparison {
    case .equal: self = .equal
    case .unequal: self = .unequal
    case .less: self = .less
    case .atMost: self = .atMost
    case .greater: self = .greater
    case .atLeast: self = .atLeast
    }
  }

  /// The same with its sides exchanged.
  var turned: Lanes.Order {
    switch self {
    case .equal, .unequal: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}
