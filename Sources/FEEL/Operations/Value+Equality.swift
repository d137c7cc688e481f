import Values

extension Value {
  /// FEEL's `=`: deep, null between unlike kinds, unknown where both answers are possible.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.13.1. Inside lists and contexts members of unlike kinds make them
  ///   unequal.
  static func equal(_ left: Value, _ right: Value) -> Truth {
    equality(left, right, depth: 0)
  }

  private static func equality(
    _ left: Value, _ right: Value, depth: Int
  ) -> Truth {
    guard depth < Limits.maximumDepth else {
      return Truth(.isNull, reason: NullReason(.limitExceeded, "="))
    }
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return unknownEquality(left, right, depth: depth)
    case (.null, .null): return Truth(true)
    case (.null, _), (_, .null): return Truth(false)
    case (.boolean(let left), .boolean(let right)): return Truth(left == right)
    case (.number(let left), .number(let right)): return Truth(left == right)
    case (.string(let left), .string(let right)): return Truth(areSameText(left, right))
    case (.list(let left), .list(let right)):
      return listEquality(ListCursor(left), ListCursor(right), depth: depth)
    case (.context(let left), .context(let right)):
      return contextEquality(left, right, depth: depth)
    case (.range(let left), .range(let right)):
      return rangeEquality(left, right, depth: depth)
    case (.function(let left), .function(let right)): return Truth(left === right)
    default:
      if let order = compareTemporal(left, right) { return Truth(order == 0) }
      // Of one kind, but one has a zone and the other has none: they differ in their offsets.
      if let kind = left.plainShape, kind == right.plainShape { return Truth(false) }
      return Truth(.isNull, reason: NullReason(.notComparable, "="))
    }
  }

  /// Texts are the same when their code points are: FEEL knows no other sameness.
  static func areSameText(_ left: String, _ right: String) -> Bool {
    // Short texts lie in the two words of the string itself, and words of a table are mostly short
    // (`Scripts/bench-feel`). Texts that are represented alike are alike; the reverse needs a look.
    if unsafeBitCast(left, to: Words.self) == unsafeBitCast(right, to: Words.self) { return true }
    let left = left.utf8
    let right = right.utf8
    guard left.count == right.count else { return false }
    let isSame = left.withContiguousStorageIfAvailable { mine in
      right.withContiguousStorageIfAvailable { theirs in mine.elementsEqual(theirs) }
    }
    return (isSame ?? nil) ?? left.elementsEqual(right)
  }

  private typealias Words = (UInt64, UInt64)

  private static func listEquality(
    _ left: ListCursor, _ right: ListCursor, depth: Int
  ) -> Truth {
    if left.hasOpenMembers || right.hasOpenMembers {
      let mayBeAsLong =
        left.certainCount <= right.count && right.certainCount <= left.count
      guard mayBeAsLong else { return Truth(false) }
      var missing = MissingList()
      missing.append(left.missing)
      missing.append(right.missing)
      return Truth([.isTrue, .isFalse], missing: missing.all)
    }
    guard left.count == right.count else { return Truth(false) }
    var all = Truth(true)
    for index in 0..<left.count {
      let members = equality(left[index], right[index], depth: depth + 1)
      all = .and(all, members.nullAsFalse)
      if all.may == .isFalse { break }
    }
    return all
  }

  private static func contextEquality(
    _ left: Context, _ right: Context, depth: Int
  ) -> Truth {
    guard left.count == right.count else { return Truth(false) }
    var all = Truth(true)
    for entry in left.entries {
      guard let other = right[entry.name] else { return Truth(false) }
      all = .and(all, equality(entry.value, other, depth: depth + 1).nullAsFalse)
      if all.may == .isFalse { break }
    }
    return all
  }

  private static func rangeEquality(
    _ left: ValueRange, _ right: ValueRange, depth: Int
  ) -> Truth {
    guard left.includesLow == right.includesLow, left.includesHigh == right.includesHigh,
      left.isPoint == right.isPoint
    else { return Truth(false) }
    func ends(_ left: Value?, _ right: Value?) -> Truth {
      switch (left, right) {
      case (nil, nil): Truth(true)
      case (let left?, let right?):
        equality(left, right, depth: depth + 1).nullAsFalse
      // An end that is written `null` is not an end that is left open.
      case (nil, _?), (_?, nil): Truth(false)
      }
    }
    return .and(
      ends(left.excluded, right.excluded),
      .and(ends(left.low, right.low), ends(left.high, right.high)))
  }

  private static func unknownEquality(
    _ left: Value, _ right: Value, depth: Int
  ) -> Truth {
    if let truth = combined(left, right, { equality($0, $1, depth: depth + 1) }) {
      return truth
    }
    let missing = missing(left, right)
    let leftMayBeNull = left.mayBeNull
    let rightMayBeNull = right.mayBeNull
    if case .null = left { return nullEquality(rightMayBeNull, missing) }
    if case .null = right { return nullEquality(leftMayBeNull, missing) }
    var may: Truth.Set = [.isTrue, .isFalse]
    if let mine = left.bounds.interval, let theirs = right.bounds.interval {
      if mine.intersection(theirs) == nil { may = .isFalse }
    } else if !haveSameShape(left, right) {
      may = .all
    }
    if leftMayBeNull || rightMayBeNull { may.insert(.isFalse) }
    if leftMayBeNull && rightMayBeNull { may.insert(.isTrue) }
    return Truth(may, reason: NullReason(.notComparable, "="), missing: missing)
  }

  private static func nullEquality(_ otherMayBeNull: Bool, _ missing: [Missing]) -> Truth {
    otherMayBeNull ? Truth([.isTrue, .isFalse], missing: missing) : Truth(false)
  }
}

extension Value {
  /// Whether a completion of the value may be null.
  var mayBeNull: Bool {
    switch self {
    case .null: true
    case .unknown(let unknown): unknown.bounds.mayBeNull
    default: false
    }
  }

  /// Both are sure to be of one type, apart from null.
  static func haveSameShape(_ left: Value, _ right: Value) -> Bool {
    guard let mine = left.bounds.kind.shape, let theirs = right.bounds.kind.shape else {
      return false
    }
    return mine == theirs
  }

  static func missing(_ left: Value, _ right: Value) -> [Missing] {
    var missing = MissingList()
    missing.append(of: left)
    missing.append(of: right)
    return missing.all
  }

  /// The truth over every pair of alternatives, where they are few.
  static func combined(
    _ left: Value, _ right: Value, _ condition: (Value, Value) -> Truth
  ) -> Truth? {
    guard let lefts = left.alternatives, let rights = right.alternatives,
      lefts.count * rights.count <= Limits.maximumCombinations
    else { return nil }
    var truth: Truth?
    for mine in lefts {
      for theirs in rights {
        let one = condition(mine, theirs)
        truth = truth?.union(one) ?? one
      }
    }
    guard var truth else { return nil }
    if !truth.isKnown { truth.missing = missing(left, right) }
    return truth
  }
}
