package import Values

extension ColumnAssembler {
  /// FEEL's rounding functions: so many decimals, by `mode`.
  package mutating func rounded(
    _ value: LaneValue, toScale scale: Int, _ mode: RoundingMode
  ) throws(ColumnRefusal) -> LaneValue {
    guard !value.isNull else { return value }
    guard value.isNumeric, abs(scale) <= 1000 else { throw refuse(.kindOfValue) }
    if case .constant(.number(let number)) = value.form {
      return number.rounded(toScale: scale, mode).map(LaneValue.constant) ?? .constant(.null)
    }
    if let integer = ScaledValue(value) {
      // No finer digits: nothing to round.
      if integer.exponent >= -scale { return value }
      if let units = units(of: integer, exponent: -scale, mode) {
        return units.withNulls(value.nulls)
      }
    }
    if let units = enclosedUnits(of: value, Number(scaled: 1, exponent: -scale), mode) {
      return scaled(units.lanes, -scale, units.range).withNulls(value.nulls)
    }
    let operand = numberOperand(value)
    let (low, high) = value.bounds
    if let ends = integerEnds(low, high, scale: scale, mode) {
      let lanes = emit(
        .roundToInteger(operand, scale: scale, mode, within: active.mask), .integers)
      return scaled(lanes, -scale, ends).withNulls(value.nulls)
    }
    let lanes = emit(.round(operand, scale: scale, mode, within: active.mask), .numbers)
    return LaneValue(.number(lanes, low: nil, high: nil), nulls: value.nulls)
  }

  /// Rounding is monotone: the rounded ends bound all, and lanes that are confined away hold zero.
  private func integerEnds(
    _ low: Number?, _ high: Number?, scale: Int, _ mode: RoundingMode
  ) -> ClosedRange<Int64>? {
    guard let low, let high,
      let first = low.rounded(toScale: scale, mode)?.scaled(to: -scale),
      let last = high.rounded(toScale: scale, mode)?.scaled(to: -scale)
    else { return nil }
    return min(first, 0)...max(last, 0)
  }

  private mutating func units(
    of value: ScaledValue, exponent: Int, _ mode: RoundingMode
  ) -> LaneValue? {
    let distance = exponent - value.exponent
    guard distance <= 18, case .lanes(let lanes) = value.operand,
      let unit = Number(scaled: 1, exponent: distance).scaled(to: 0)
    else { return nil }
    return units(of: lanes, value.range, each: unit, exponent, mode)
  }

  private mutating func units(
    of lanes: LaneID, _ range: ClosedRange<Int64>, each unit: Int64, _ exponent: Int,
    _ mode: RoundingMode
  ) -> LaneValue {
    let units = emit(.units(lanes, each: unit, mode), .integers)
    let range = (range.lowerBound / unit - 1)...(range.upperBound / unit + 1)
    return scaled(units, exponent, range)
  }

  /// The nearest multiple of a positive step, in the sense of `mode`.
  package mutating func rounded(
    _ value: LaneValue, toMultipleOf step: Number, _ mode: RoundingMode
  ) throws(ColumnRefusal) -> LaneValue {
    guard value.isNumeric, step.isPositive else { throw refuse(.kindOfValue) }
    if case .constant(.number(let number)) = value.form {
      guard let rounded = number.roundedToMultiple(of: step, mode) else {
        throw refuse(.kindOfValue)
      }
      return .constant(rounded)
    }
    // For a power of ten these are the multiples that a number of decimals has.
    let exponent = step.shortestExponent
    if step == Number(scaled: 1, exponent: exponent), abs(exponent) <= 1000 {
      return try rounded(value, toScale: -exponent, mode)
    }
    if let units = try wholeUnits(of: value, step, mode) {
      return try calculate(.multiply, units, .constant(step))
    }
    if let units = enclosedUnits(of: value, step, mode) {
      let whole = scaled(units.lanes, 0, units.range).withNulls(value.nulls)
      return try calculate(.multiply, whole, .constant(step))
    }
    let lanes = emit(
      .roundToMultiple(numberOperand(value), of: step, mode, within: active.mask), .numbers)
    return LaneValue(.number(lanes, low: nil, high: nil), nulls: value.nulls)
  }

  /// How many whole steps lie in a number; `nil` where that is no matter of integers.
  package mutating func wholeUnits(
    of value: LaneValue, _ step: Number, _ mode: RoundingMode
  ) throws(ColumnRefusal) -> LaneValue? {
    guard let (mine, theirs) = aligned(value, .constant(step)),
      case .lanes(let lanes) = mine.operand, case .all(let unit) = theirs.operand, unit > 0
    else { return nil }
    return units(of: lanes, mine.range, each: unit, 0, mode).withNulls(value.nulls)
  }

  package mutating func magnitude(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    if value.isNull { return value }
    guard value.isNumeric else { throw refuse(.kindOfValue) }
    if let low = value.bounds.low, !low.isNegative { return value }
    if case .constant(.number(let number)) = value.form { return .constant(number.magnitude) }
    if ScaledValue(value) != nil {
      let opposite = try negated(value)
      return try extreme(value, opposite, isGreatest: true)
    }
    let lanes = emit(.magnitudes(numberOperand(value)), .numbers)
    return LaneValue(.number(lanes, low: .zero, high: nil), nulls: value.nulls)
  }

  // MARK: sums

  /// 1 where a mask holds, else 0.
  package mutating func count(_ mask: LaneID) -> LaneValue {
    scaled(emit(.widened(mask), .integers), 0, 0...1)
  }

  /// The sum of numbers, exact inside and rounded once; a null among them is the caller's affair.
  package mutating func total(_ terms: [LaneValue]) throws(ColumnRefusal) -> LaneValue {
    var exact = LaneValue.constant(.zero)
    var others: [LaneValue] = []
    for term in terms {
      guard term.isNumeric else { throw refuse(.kindOfValue) }
      if ScaledValue(term) != nil, let sum = exactSum(exact, term, isAdded: true) {
        exact = sum
      } else {
        others.append(term)
      }
    }
    if others.isEmpty { return exact }
    if case .constant(.number(let number)) = exact.form, number.isZero {
      if others.count == 1 { return others[0] }
    } else {
      others.append(exact)
    }
    let lows = others.compactMap(\.bounds.low)
    let highs = others.compactMap(\.bounds.high)
    return LaneValue(
      .number(
        emit(.sum(self.terms(others)), .numbers),
        low: lows.count == others.count ? Number.sum(lows) : nil,
        high: highs.count == others.count ? Number.sum(highs) : nil),
      nulls: nil, enclosure: enclosedTotal(others))
  }

  /// The mean of numbers of which `count` are there, the others zero: exact inside, rounded once.
  mutating func mean(
    _ terms: [LaneValue], count: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    let sum = try total(terms)
    // A quotient of exact integers is rounded once.
    if ScaledValue(sum) != nil { return try calculate(.divide, sum, count) }
    guard let divisor = ScaledValue(count) else { throw refuse(.kindOfValue) }
    let lanes = emit(.mean(self.terms(terms), divisor.operand), .numbers)
    return LaneValue(
      .number(lanes, low: nil, high: nil), nulls: nil, enclosure: enclosedQuotient(sum, count))
  }
}
