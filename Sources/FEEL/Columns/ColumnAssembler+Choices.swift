package import Values

extension ColumnAssembler {
  /// `if`: a condition that comes out null takes neither branch, so such lanes fall out; in lenient
  /// mode it takes the second.
  mutating func choose(
    _ condition: LaneValue, mode: Mode,
    then: (inout ColumnAssembler) throws(ColumnRefusal) -> LaneValue,
    otherwise: (inout ColumnAssembler) throws(ColumnRefusal) -> LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch condition.form {
    case .constant(.boolean(true)): return try then(&self)
    case .constant(.boolean(false)): return try otherwise(&self)
    case .constant(.null) where mode == .lenient: return try otherwise(&self)
    case .truth(let mask):
      if mode == .strict { fallOut(where: condition.nulls) }
      let first = try within(mask, then)
      let second = try within(mask, isNegated: true, otherwise)
      return try choose(mask, first, second)
    default: throw refuse(.kindOfValue)
    }
  }

  /// The first where the mask holds, else the second.
  package mutating func choose(
    _ mask: LaneID, _ then: LaneValue, _ otherwise: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    if then.isNull, otherwise.isNull { return then }
    let nulls = nulls(mask, then, otherwise)
    if then.isNull { return try null(where: nulls, otherwise) }
    if otherwise.isNull { return try null(where: nulls, then) }
    if let first = then.constant, let second = otherwise.constant, first.isSame(as: second) {
      return then
    }
    if let (mine, theirs) = aligned(then, otherwise) {
      let lanes = emit(.choose(mask, mine.operand, theirs.operand), .integers)
      return scaled(lanes, mine.exponent, mine.range.union(theirs.range)).withNulls(nulls)
    }
    if then.isNumeric, otherwise.isNumeric {
      let (mine, theirs) = (then.bounds, otherwise.bounds)
      let low = mine.low.flatMap { one in theirs.low.map { min(one, $0) } }
      let high = mine.high.flatMap { one in theirs.high.map { max(one, $0) } }
      let lanes = emit(
        .chooseNumbers(mask, numberOperand(then), numberOperand(otherwise)), .numbers)
      return LaneValue(
        .number(lanes, low: low, high: high), nulls: nulls,
        enclosure: enclosedChoice(mask, then, otherwise))
    }
    if let mine = textOperand(then), let theirs = textOperand(otherwise) {
      return LaneValue(.text(emit(.choose(mask, mine, theirs), .integers)), nulls: nulls)
    }
    if let mine = dayOperand(then), let theirs = dayOperand(otherwise) {
      return LaneValue(.day(emit(.choose(mask, mine, theirs), .integers)), nulls: nulls)
    }
    if let mine = truthMask(then), let theirs = truthMask(otherwise) {
      let first = both(mask, mine)
      let chosen = either(first, butNot(theirs, mask)) ?? mask
      return LaneValue(.truth(butNot(chosen, nulls)), nulls: nulls)
    }
    throw refuse(.kindOfValue)
  }

  private mutating func nulls(
    _ mask: LaneID, _ then: LaneValue, _ otherwise: LaneValue
  ) -> LaneID? {
    let first = then.isNull ? mask : then.nulls.flatMap { both(mask, $0) }
    let second = otherwise.isNull ? opposite(mask) : otherwise.nulls.map { butNot($0, mask) }
    return either(first, second).flatMap { isNone($0) ? nil : $0 }
  }

  /// The lanes in which a truth value holds; `nil` for what is none.
  package mutating func truthMask(_ value: LaneValue) -> LaneID? {
    switch value.form {
    case .truth(let lanes): lanes
    case .constant(.boolean(let flag)): constantMask(flag)
    default: nil
    }
  }

  /// The value with other nulls; a constant that is null in some lanes is the same in all no longer.
  package mutating func null(
    where nulls: LaneID?, _ value: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    guard let nulls, case .constant(let constant) = value.form else {
      return value.withNulls(nulls)
    }
    switch constant {
    case .null: return value
    case .number(let number):
      if let mine = ScaledValue(value) {
        let lanes = emit(.choose(nulls, mine.operand, mine.operand), .integers)
        return scaled(lanes, mine.exponent, mine.range).withNulls(nulls)
      }
      let lanes = emit(.chooseNumbers(nulls, .all(number), .all(number)), .numbers)
      return LaneValue(.number(lanes, low: number, high: number), nulls: nulls)
    case .boolean(let flag):
      return LaneValue(.truth(butNot(constantMask(flag), nulls)), nulls: nulls)
    case .string(let text):
      let code = Operation.IntegerOperand.all(code(of: text))
      return LaneValue(.text(emit(.choose(nulls, code, code), .integers)), nulls: nulls)
    case .date(let date):
      let day = Operation.IntegerOperand.all(Int64(date.dayNumber))
      return LaneValue(.day(emit(.choose(nulls, day, day), .integers)), nulls: nulls)
    default: throw refuse(.kindOfValue)
    }
  }

  // MARK: extremes

  /// The least (or greatest) of two numbers: null where one is.
  package mutating func extreme(
    _ left: LaneValue, _ right: LaneValue, isGreatest: Bool
  ) throws(ColumnRefusal) -> LaneValue {
    if left.isNull || right.isNull { return .constant(.null) }
    guard left.isNumeric, right.isNumeric else { throw refuse(.kindOfValue) }
    let nulls = either(left.nulls, right.nulls)
    // What the bounds decide needs no look at the lanes.
    if isBelow(left, right) { return try null(where: nulls, isGreatest ? right : left) }
    if isBelow(right, left) { return try null(where: nulls, isGreatest ? left : right) }
    if let (mine, theirs) = aligned(left, right) {
      let lanes = emit(
        .calculate(isGreatest ? .greatest : .least, mine.operand, theirs.operand), .integers)
      let (one, other) = (mine.range, theirs.range)
      let range =
        isGreatest
        ? max(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
        : min(one.lowerBound, other.lowerBound)...min(one.upperBound, other.upperBound)
      return scaled(lanes, mine.exponent, range).withNulls(nulls)
    }
    let lanes = emit(
      .calculateNumbers(
        isGreatest ? .greatest : .least, numberOperand(left), numberOperand(right),
        within: active.mask), .numbers)
    func end(_ one: Number?, _ other: Number?, isTight: Bool) -> Number? {
      // The end that one side alone sets, and the end that needs both.
      guard let one, let other else { return isTight ? one ?? other : nil }
      return isGreatest ? max(one, other) : min(one, other)
    }
    let (mine, theirs) = (left.bounds, right.bounds)
    let low = end(mine.low, theirs.low, isTight: isGreatest)
    let high = end(mine.high, theirs.high, isTight: !isGreatest)
    // Lanes that are confined away hold zero.
    return LaneValue(
      .number(lanes, low: low.map { min($0, .zero) }, high: high.map { max($0, .zero) }),
      nulls: nulls, enclosure: enclosedExtreme(left, right, isGreatest: isGreatest))
  }

  private func isBelow(_ left: LaneValue, _ right: LaneValue) -> Bool {
    guard let high = left.bounds.high, let low = right.bounds.low else { return false }
    return high <= low
  }

  /// A number moved into `low...high`.
  package mutating func clipped(
    _ value: LaneValue, from low: Number?, to high: Number?
  ) throws(ColumnRefusal) -> LaneValue {
    var clipped = value
    if let low { clipped = try extreme(clipped, .constant(low), isGreatest: true) }
    if let high { clipped = try extreme(clipped, .constant(high), isGreatest: false) }
    return clipped
  }
}
