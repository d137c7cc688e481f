import Values

/// Which truth values a condition may have; more than one where it is not known.
struct Truth {
  struct Set: OptionSet, Sendable {
    let rawValue: UInt8

    static let isTrue = Set(rawValue: 1)
    static let isFalse = Set(rawValue: 2)
    static let isNull = Set(rawValue: 4)
    static let all: Set = [.isTrue, .isFalse, .isNull]
  }

  var may: Set
  /// Why it is null, if it may be.
  var reason: NullReason
  var missing: [Missing]

  init(_ may: Set, reason: NullReason = .written, missing: [Missing] = []) {
    self.may = may
    self.reason = reason
    self.missing = missing
  }

  init(_ flag: Bool) {
    self.init(flag ? .isTrue : .isFalse)
  }

  /// What a condition says.
  ///
  /// Whatever is not a truth value counts as null.
  init(_ value: Value) {
    switch value {
    case .boolean(let flag): self.init(flag)
    case .null(let reason): self.init(.isNull, reason: reason)
    case .unknown(let unknown):
      var may: Set
      switch unknown.bounds.kind {
      case .any: may = .all
      case .boolean: may = [.isTrue, .isFalse]
      case .oneOf(let values):
        may = []
        for value in values {
          if case .boolean(let flag) = value {
            may.insert(flag ? .isTrue : .isFalse)
          } else {
            may.insert(.isNull)
          }
        }
      case .number, .shaped: may = .isNull
      }
      if unknown.bounds.mayBeNull { may.insert(.isNull) }
      self.init(may, reason: NullReason(.conditionNotBoolean), missing: unknown.missing)
    case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
      .context, .range, .function:
      self.init(.isNull, reason: NullReason(.conditionNotBoolean))
    }
  }

  var isKnown: Bool { may == .isTrue || may == .isFalse || may == .isNull }

  var value: Value {
    switch may {
    case .isTrue: return .boolean(true)
    case .isFalse: return .boolean(false)
    case .isNull, []: return .null(reason)
    default: break
    }
    let mayBeNull = may.contains(.isNull)
    let kind: Bounds.Kind
    switch may.subtracting(.isNull) {
    case .isTrue: kind = .oneOf([.boolean(true)])
    case .isFalse: kind = .oneOf([.boolean(false)])
    default: kind = .boolean
    }
    return .unknown(Unknown(Bounds(kind, mayBeNull: mayBeNull), missing: missing))
  }

  static func and(_ left: Truth, _ right: Truth) -> Truth {
    if left.may == .isTrue || right.may == .isFalse { return right }
    if right.may == .isTrue || left.may == .isFalse { return left }
    var may: Set = []
    if left.may.contains(.isFalse) || right.may.contains(.isFalse) { may.insert(.isFalse) }
    if left.may.contains(.isTrue) && right.may.contains(.isTrue) { may.insert(.isTrue) }
    if left.may.contains(.isNull) && !right.may.isDisjoint(with: [.isTrue, .isNull])
      || right.may.contains(.isNull) && !left.may.isDisjoint(with: [.isTrue, .isNull])
    {
      may.insert(.isNull)
    }
    return joined(left, right, may)
  }

  static func or(_ left: Truth, _ right: Truth) -> Truth {
    if left.may == .isFalse || right.may == .isTrue { return right }
    if right.may == .isFalse || left.may == .isTrue { return left }
    return and(left.negated, right.negated).negated
  }

  var negated: Truth {
    var flipped = may.intersection(.isNull)
    if may.contains(.isTrue) { flipped.insert(.isFalse) }
    if may.contains(.isFalse) { flipped.insert(.isTrue) }
    return Truth(flipped, reason: reason, missing: missing)
  }

  /// Either of the two: what a choice between them that is not known may give.
  func union(_ other: Truth) -> Truth {
    Self.joined(self, other, may.union(other.may))
  }

  /// A null does not hold.
  var nullAsFalse: Truth {
    guard may.contains(.isNull) else { return self }
    return Truth(may.subtracting(.isNull).union(.isFalse), missing: missing)
  }

  private static func joined(_ left: Truth, _ right: Truth, _ may: Set) -> Truth {
    let reason = left.may.contains(.isNull) ? left.reason : right.reason
    if may == .isTrue || may == .isFalse || may == .isNull { return Truth(may, reason: reason) }
    if right.missing.isEmpty { return Truth(may, reason: reason, missing: left.missing) }
    if left.missing.isEmpty { return Truth(may, reason: reason, missing: right.missing) }
    var missing = MissingList()
    missing.append(left.missing)
    missing.append(right.missing)
    return Truth(may, reason: reason, missing: missing.all)
  }
}
