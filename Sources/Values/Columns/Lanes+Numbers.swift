extension Lanes {
  @inline(__always)
  static func number(_ operand: Decimal, _ lane: Int) -> Number {
    switch operand {
    case .each(let numbers): numbers[lane]
    case .all(let number): number
    case .scaled(let integers, let exponent): Number(scaled: integers[lane], exponent: exponent)
    }
  }

  /// Runs `body` on the lanes of `mask`, the others become zero; a lane without a result falls out.
  @inline(__always)
  private static func each(
    within mask: Mask?, into result: Numbers, fallen: Mask, _ count: Int, _ body: (Int) -> Number?
  ) {
    for lane in 0..<count {
      if let mask, mask[lane] == 0 {
        result[lane] = .zero
      } else if let number = body(lane) {
        result[lane] = number
      } else {
        result[lane] = .zero
        fallen[lane] = 1
      }
    }
  }

  package static func calculate(
    _ operation: NumberMath, _ left: Decimal, _ right: Decimal, within mask: Mask?,
    into result: Numbers, fallen: Mask, _ count: Int
  ) {
    switch operation {
    case .add:
      each(within: mask, into: result, fallen: fallen, count) {
        number(left, $0).adding(number(right, $0))
      }
    case .subtract:
      each(within: mask, into: result, fallen: fallen, count) {
        number(left, $0).subtracting(number(right, $0))
      }
    case .multiply:
      each(within: mask, into: result, fallen: fallen, count) {
        number(left, $0).multiplied(by: number(right, $0))
      }
    case .divide:
      // Where the divisor is zero the result is null, which a mask says.
      each(within: mask, into: result, fallen: fallen, count) {
        let divisor = number(right, $0)
        return divisor.isZero ? .zero : number(left, $0).divided(by: divisor)
      }
    case .least:
      each(within: mask, into: result, fallen: fallen, count) {
        let (left, right) = (number(left, $0), number(right, $0))
        return right < left ? right : left
      }
    case .greatest:
      each(within: mask, into: result, fallen: fallen, count) {
        let (left, right) = (number(left, $0), number(right, $0))
        return right > left ? right : left
      }
    }
  }

  package static func compare(
    _ order: Order, _ left: Decimal, _ right: Decimal, into result: Mask, _ count: Int
  ) {
    for lane in 0..<count {
      let (left, right) = (number(left, lane), number(right, lane))
      let holds =
        switch order {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .atMost: left <= right
        case .greater: left > right
        case .atLeast: left >= right
        }
      result[lane] = holds ? 1 : 0
    }
  }

  package static func choose(
    _ mask: Mask, _ then: Decimal, _ otherwise: Decimal, into result: Numbers, _ count: Int
  ) {
    for lane in 0..<count {
      result[lane] = mask[lane] != 0 ? number(then, lane) : number(otherwise, lane)
    }
  }

  /// Numbers with so many decimals as integers; what does not fit falls out.
  package static func round(
    _ numbers: Decimal, toScale scale: Int, _ mode: RoundingMode, within mask: Mask?,
    into result: Integers, fallen: Mask, _ count: Int
  ) {
    for lane in 0..<count {
      if let mask, mask[lane] == 0 {
        result[lane] = 0
      } else if let integer = number(numbers, lane).integer(atScale: scale, mode) {
        result[lane] = integer
      } else {
        result[lane] = 0
        fallen[lane] = 1
      }
    }
  }

  package static func round(
    _ numbers: Decimal, toMultipleOf step: Number, _ mode: RoundingMode, within mask: Mask?,
    into result: Numbers, fallen: Mask, _ count: Int
  ) {
    each(within: mask, into: result, fallen: fallen, count) {
      number(numbers, $0).roundedToMultiple(of: step, mode)
    }
  }

  package static func round(
    _ numbers: Decimal, toDecimals scale: Int, _ mode: RoundingMode, within mask: Mask?,
    into result: Numbers, fallen: Mask, _ count: Int
  ) {
    each(within: mask, into: result, fallen: fallen, count) {
      number(numbers, $0).rounded(toScale: scale, mode)
    }
  }

  package static func magnitudes(_ numbers: Decimal, into result: Numbers, _ count: Int) {
    for lane in 0..<count { result[lane] = number(numbers, lane).magnitude }
  }
}

extension Number {
  /// The number rounded to `scale` decimals, as an integer of that unit.
  ///
  /// The same value as `rounded(toScale:_:)`, which keeps what has no finer digits, and as
  /// `roundedToMultiple(of:)` for the unit: the nearest multiples and the rule that chooses are the same.
  /// - Returns: `nil` where it lies beyond 2^62.
  func integer(atScale scale: Int, _ mode: RoundingMode) -> Int64? {
    guard coefficient != 0 else { return 0 }
    let cut = -scale - Int(exponent)
    guard cut > 0 else { return scaled(to: -scale) }
    guard cut <= PowerOfTen.greatest else { return nil }
    let unit = PowerOfTen[cut]
    let (quotient, remainder) = coefficient.dividedByPowerOfTen(cut)
    guard quotient < 1 << 61 else { return nil }
    var integer = Int64(truncatingIfNeeded: quotient)
    if remainder != 0 {
      let half = unit / 2
      let order = remainder < half ? -1 : remainder == half ? 0 : 1
      let raises = mode.raises(
        isNegative: isNegative, isOdd: quotient & 1 == 1, hasRemainder: true, order: order)
      if raises { integer += 1 }
    }
    return isNegative ? -integer : integer
  }
}
