import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// What an amount comes to where its sources are known.
  mutating func lanes(
    of amount: Amount,
    _ source: (inout ScoringAssembly, Amount.Source) throws(ColumnRefusal) -> LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch amount {
    case .of(let one): return try source(&self, one)
    case .plus(let left, let right):
      let (left, right) = (try lanes(of: left, source), try lanes(of: right, source))
      return right.isZero ? left : try assembler.calculate(.add, left, right)
    case .minus(let left, let right):
      let (left, right) = (try lanes(of: left, source), try lanes(of: right, source))
      return right.isZero ? left : try assembler.calculate(.subtract, left, right)
    case .over(let amount, let number):
      return try assembler.calculate(.divide, try lanes(of: amount, source), .constant(number))
    case .clipped(let amount, let least, let greatest):
      return try assembler.clipped(try lanes(of: amount, source), from: least, to: greatest)
    case .rounded(let amount, let rounding):
      return try rounded(try lanes(of: amount, source), rounding)
    }
  }

  mutating func rounded(
    _ value: LaneValue, _ rounding: Rounding
  ) throws(ColumnRefusal) -> LaneValue {
    try assembler.rounded(value, toMultipleOf: rounding.step, rounding.mode)
  }

  /// What an amount over summed parts comes to.
  mutating func lanes(of amount: Amount, _ sum: SumLanes) throws(ColumnRefusal) -> LaneValue {
    try lanes(of: amount) { assembly, source throws(ColumnRefusal) in
      switch source {
      case .quotient(let points):
        return try assembly.scaled(sum, to: points.map { .constant($0) } ?? sum.possible)
      case .beside: return sum.extra ?? .constant(.zero)
      case .sections, .extras, .bonus, .losses, .formula:
        preconditionFailure("an amount over parts looks at nothing else")
      }
    }
  }

  /// The share of what has been summed; null where there is none.
  mutating func lanes(
    of share: SectionPlan.Share, _ sum: SumLanes
  ) throws(ColumnRefusal) -> LaneValue {
    let isOfQuotient = share.isOfQuotient && sum.hasQuotient
    var lanes: LaneValue
    if isOfQuotient, sum.extra == nil {
      lanes = try self.share(sum)
    } else {
      lanes =
        try share.otherwise.map { amount throws(ColumnRefusal) in
          try self.lanes(of: amount, sum)
        } ?? .constant(.null)
      if isOfQuotient, let extra = sum.extra {
        // Where nothing stands beside the quotient, that is the share.
        let alone = try assembler.compare(.equal, extra, .constant(.zero))
        if case .truth(let mask) = alone.form {
          lanes = try assembler.choose(mask, try self.share(sum), lanes)
        }
      }
    }
    guard let rounding = share.rounding, !lanes.isNull else { return lanes }
    return try rounded(lanes, rounding)
  }
}

extension LaneValue {
  fileprivate var isZero: Bool {
    if case .constant(.number(let number)) = form { number.isZero } else { false }
  }
}
