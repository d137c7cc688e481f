import Values

// What is exact in 62 bits is done with integers: sums, differences and products round nothing there, so
// they are the numbers that `Number` would give. Everything else is done by `Number` itself.
extension ColumnAssembler {
  typealias Operation = ColumnOperation

  /// FEEL's `+ - * /` of two numbers: null where one is, and where the divisor is zero.
  package mutating func calculate(
    _ operation: Operator.Arithmetic, _ left: LaneValue, _ right: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    if let left = left.constant, let right = right.constant {
      return .constant(Value.arithmetic(operation, left, right))
    }
    if left.isNull || right.isNull { return .constant(.null) }
    guard left.isNumeric, right.isNumeric else { throw refuse(.kindOfValue) }
    let nulls = either(left.nulls, right.nulls)
    switch operation {
    case .add, .subtract:
      if let sum = exactSum(left, right, isAdded: operation == .add) {
        return sum.withNulls(nulls)
      }
      return numbers(operation == .add ? .add : .subtract, left, right, nulls)
        .enclosed(by: enclosedSum(left, right, isAdded: operation == .add))
    case .multiply:
      if let product = exactProduct(left, right) { return product.withNulls(nulls) }
      return numbers(.multiply, left, right, nulls).enclosed(by: enclosedProduct(left, right))
    case .divide:
      if case .constant(.number(let divisor)) = right.form, divisor.isZero {
        return .constant(.null)
      }
      if let quotient = exactQuotient(left, right) { return quotient.withNulls(nulls) }
      let zeros = zeros(of: right)
      return numbers(.divide, left, right, either(nulls, zeros))
        .enclosed(by: enclosedQuotient(left, right))
    case .power: throw refuse(.form("**"))
    }
  }

  package mutating func negated(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    if let constant = value.constant { return .constant(Value.negated(constant)) }
    return try calculate(.subtract, .constant(.zero), value)
  }

  /// Where a divisor may be zero.
  private mutating func zeros(of divisor: LaneValue) -> LaneID? {
    let (low, high) = divisor.bounds
    if low.map(\.isPositive) ?? false || high.map(\.isNegative) ?? false { return nil }
    if case .constant = divisor.form { return nil }
    return mask(.equal, divisor, .constant(.zero))
  }

  // MARK: integers

  mutating func exactSum(
    _ left: LaneValue, _ right: LaneValue, isAdded: Bool
  ) -> LaneValue? {
    guard let (mine, theirs) = aligned(left, right) else { return nil }
    let range = ClosedRange.corners(mine.range, theirs.range) { left, right in
      isAdded
        ? left.addingReportingOverflow(right) : left.subtractingReportingOverflow(right)
    }
    guard let range else { return nil }
    if case (.all(let first), .all(let second)) = (mine.operand, theirs.operand) {
      return value(.all(isAdded ? first + second : first - second), mine.exponent, range)
    }
    // Nothing is added.
    if theirs.operand == .all(0) { return value(mine.operand, mine.exponent, range) }
    if isAdded, mine.operand == .all(0) { return value(theirs.operand, mine.exponent, range) }
    let lanes = emit(
      .calculate(isAdded ? .add : .subtract, mine.operand, theirs.operand), .integers)
    return scaled(lanes, mine.exponent, range)
  }

  private mutating func exactProduct(_ left: LaneValue, _ right: LaneValue) -> LaneValue? {
    guard let mine = ScaledValue(left), let theirs = ScaledValue(right) else { return nil }
    let exponent = mine.exponent + theirs.exponent
    guard abs(exponent) < 1000,
      let range = ClosedRange.corners(
        mine.range, theirs.range, { $0.multipliedReportingOverflow(by: $1) })
    else { return nil }
    if case (.all(let first), .all(let second)) = (mine.operand, theirs.operand) {
      return value(.all(first * second), exponent, range)
    }
    if theirs.operand == .all(1) { return value(mine.operand, exponent, range) }
    if mine.operand == .all(1) { return value(theirs.operand, exponent, range) }
    let lanes = emit(.calculate(.multiply, mine.operand, theirs.operand), .integers)
    return scaled(lanes, exponent, range)
  }

  /// A quotient by a constant whose reciprocal has an end is a product.
  private mutating func exactQuotient(_ left: LaneValue, _ right: LaneValue) -> LaneValue? {
    reciprocal(of: right).flatMap { exactProduct(left, .constant($0)) }
  }

  /// Of a constant, where it has an end: 1/40 is 25 thousandths.
  func reciprocal(of divisor: LaneValue) -> Number? {
    guard let constant = ScaledValue(divisor), case .all(let integer) = constant.operand,
      integer != 0
    else { return nil }
    for (power, whole) in Enclosure.powers.enumerated() where whole % integer == 0 {
      return Number(scaled: whole / integer, exponent: -power - constant.exponent)
    }
    return nil
  }

  func value(
    _ operand: Operation.IntegerOperand, _ exponent: Int, _ range: ClosedRange<Int64>
  ) -> LaneValue {
    switch operand {
    case .lanes(let lanes): LaneValue(.scaled(lanes, exponent: exponent, range: range))
    case .all(let integer): .constant(Number(scaled: integer, exponent: exponent))
    }
  }

  /// Both as integers of one exponent; `nil` where that is not exact in 62 bits.
  mutating func aligned(
    _ left: LaneValue, _ right: LaneValue
  ) -> (left: ScaledValue, right: ScaledValue)? {
    guard let mine = ScaledValue(left), let theirs = ScaledValue(right) else { return nil }
    let exponent = min(mine.exponent, theirs.exponent)
    guard let left = lowered(mine, to: exponent), let right = lowered(theirs, to: exponent) else {
      return nil
    }
    return (left, right)
  }

  mutating func lowered(_ value: ScaledValue, to exponent: Int) -> ScaledValue? {
    let distance = value.exponent - exponent
    guard distance > 0 else { return distance == 0 ? value : nil }
    if case .all(0) = value.operand { return ScaledValue(.all(0), exponent, 0...0) }
    guard distance <= 18, let power = Number(scaled: 1, exponent: distance).scaled(to: 0),
      let range = ClosedRange.corners(
        value.range, power...power, { $0.multipliedReportingOverflow(by: $1) })
    else { return nil }
    switch value.operand {
    case .all(let integer): return ScaledValue(.all(integer * power), exponent, range)
    case .lanes:
      let lanes = emit(.calculate(.multiply, value.operand, .all(power)), .integers)
      ranges[lanes] = range
      return ScaledValue(.lanes(lanes), exponent, range)
    }
  }

  // MARK: numbers

  func numberOperand(_ value: LaneValue) -> Operation.NumberOperand {
    switch value.form {
    case .constant(.number(let number)): .all(number)
    case .scaled(let lanes, let exponent, _): .scaled(lanes, exponent: exponent)
    case .number(let lanes, _, _): .lanes(lanes)
    case .constant, .truth, .text, .day: preconditionFailure("only numbers are computed")
    }
  }

  private mutating func numbers(
    _ operation: Lanes.NumberMath, _ left: LaneValue, _ right: LaneValue, _ nulls: LaneID?
  ) -> LaneValue {
    let (mine, theirs) = (numberOperand(left), numberOperand(right))
    let lanes = emit(
      .calculateNumbers(operation, mine, theirs, within: active.mask), .numbers)
    let (low, high) = Self.bounds(operation, left, right)
    return LaneValue(.number(lanes, low: low, high: high), nulls: nulls)
  }

  /// The ends of what an operation may give.
  ///
  /// Rounding is monotone, so the rounded ends bound all rounded results. In lanes that are confined
  /// away there stands zero.
  private static func bounds(
    _ operation: Lanes.NumberMath, _ left: LaneValue, _ right: LaneValue
  ) -> (low: Number?, high: Number?) {
    let (mine, theirs) = (left.bounds, right.bounds)
    guard let a = mine.low, let b = mine.high, var c = theirs.low, let d = theirs.high else {
      return (nil, nil)
    }
    if operation == .divide, c.isZero, case .scaled(_, let exponent, _) = right.form {
      // Where it is zero there is no quotient.
      c = Number(scaled: 1, exponent: exponent)
    }
    func ends(_ results: [Number?]) -> (low: Number?, high: Number?) {
      let known = results.compactMap(\.self)
      guard known.count == results.count, let low = known.min(), let high = known.max() else {
        return (nil, nil)
      }
      return (min(low, .zero), max(high, .zero))
    }
    switch operation {
    case .add: return ends([a.adding(c), b.adding(d)])
    case .subtract: return ends([a.subtracting(d), b.subtracting(c)])
    case .multiply:
      return ends([a, b].flatMap { one in [c, d].map { one.multiplied(by: $0) } })
    case .divide:
      if c.isPositive {
        return ends([a, b].flatMap { one in [c, d].map { one.divided(by: $0) } })
      }
      // Of what is not negative by what is positive wherever it is looked at.
      return !a.isNegative && !c.isNegative ? (.zero, nil) : (nil, nil)
    case .least, .greatest: return (nil, nil)
    }
  }
}
