import Values

// A truth value is two masks: where it is true, and where it is null; a mask of truth is 0 where it is null.
extension ColumnAssembler {
  /// FEEL's ternary conjunction: false beats null.
  package mutating func and(
    _ left: LaneValue, _ right: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    switch (left.form, right.form) {
    case (.constant(.boolean(let flag)), _): return flag ? try boolean(right) : left
    case (_, .constant(.boolean(let flag))): return flag ? try boolean(left) : right
    case (.constant(.null), .constant(.null)): return left
    case (.constant(.null), .truth(let mask)): return nullUnlessFalse(mask, right.nulls)
    case (.truth(let mask), .constant(.null)): return nullUnlessFalse(mask, left.nulls)
    case (.truth(let mine), .truth(let theirs)):
      let holds = both(mine, theirs) ?? mine
      guard let nulls = either(left.nulls, right.nulls) else { return LaneValue(.truth(holds)) }
      // Null where one is null and neither is false: not false is true or null.
      let open = either(mine, left.nulls)
      let rest = both(open, either(theirs, right.nulls))
      return LaneValue(.truth(holds), nulls: both(nulls, rest))
    default: throw refuse(.kindOfValue)
    }
  }

  private mutating func nullUnlessFalse(_ mask: LaneID, _ nulls: LaneID?) -> LaneValue {
    LaneValue(.truth(none), nulls: either(mask, nulls))
  }

  /// FEEL's ternary disjunction: true beats null.
  package mutating func or(
    _ left: LaneValue, _ right: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    let (one, other) = (try not(left), try not(right))
    return try not(try and(one, other))
  }

  /// Null stays null.
  package mutating func not(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    switch value.form {
    case .constant(.boolean(let flag)): return .constant(.boolean(!flag))
    case .constant(.null): return value
    case .truth(let mask):
      return LaneValue(.truth(butNot(opposite(mask), value.nulls)), nulls: value.nulls)
    default: throw refuse(.kindOfValue)
    }
  }

  private func boolean(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    switch value.form {
    case .truth, .constant(.boolean), .constant(.null): return value
    default: throw refuse(.kindOfValue)
    }
  }

  /// A truth value for which null counts as false.
  package mutating func nullAsFalse(_ value: LaneValue) throws(ColumnRefusal) -> LaneValue {
    switch value.form {
    case .constant(.null): return .constant(.boolean(false))
    case .constant(.boolean): return value
    case .truth(let mask): return LaneValue(.truth(mask))
    default: throw refuse(.kindOfValue)
    }
  }
}
