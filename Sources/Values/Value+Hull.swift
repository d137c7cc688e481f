extension Value {
  /// The narrowest value that may turn out to be any of `values`; known where they are all the same.
  ///
  /// Contexts with the same names are joined entry by entry, lists of the same length member by
  /// member, numbers become an interval, a few other values become their set. `missing` says why it is
  /// not decided which of them it is.
  package static func hull(of values: [Value], missing: [Missing] = []) -> Value {
    guard let first = values.first else { return .unknown(Unknown(.any, missing: missing)) }
    if values.dropFirst().allSatisfy({ first.isSame(as: $0) }) {
      guard case .unknown(let unknown) = first else { return first }
      return .unknown(Unknown(unknown.bounds, missing: joined(unknown.missing, missing)))
    }
    if let joined = hull(ofContexts: values, missing: missing) { return joined }
    if let joined = hull(ofLists: values, missing: missing) { return joined }
    var kind: Bounds.Kind?
    var mayBeNull = false
    var lacking = MissingList()
    lacking.append(missing)
    for value in values {
      if case .null = value {
        mayBeNull = true
        continue
      }
      lacking.append(of: value)
      let bounds = value.bounds
      mayBeNull = mayBeNull || bounds.mayBeNull
      kind = kind.map { $0.joined(bounds.kind) } ?? bounds.kind
    }
    guard let kind else { return first }
    return within(Bounds(kind, mayBeNull: mayBeNull), missing: lacking.all)
  }

  private static func joined(_ some: [Missing], _ more: [Missing]) -> [Missing] {
    var list = MissingList()
    list.append(some)
    list.append(more)
    return list.all
  }

  private static func hull(ofContexts values: [Value], missing: [Missing]) -> Value? {
    var contexts: [Context] = []
    for value in values {
      guard case .context(let context) = value else { return nil }
      contexts.append(context)
    }
    guard let first = contexts.first else { return nil }
    var entries: [Context.Entry] = []
    for entry in first.entries {
      var candidates: [Value] = []
      for context in contexts {
        guard context.count == first.count, let candidate = context[entry.name] else { return nil }
        candidates.append(candidate)
      }
      entries.append(Context.Entry(entry.name, hull(of: candidates, missing: missing)))
    }
    return .context(Context(entries))
  }

  private static func hull(ofLists values: [Value], missing: [Missing]) -> Value? {
    var cursors: [ListCursor] = []
    for value in values {
      guard case .list(let list) = value else { return nil }
      let cursor = ListCursor(list)
      if cursor.hasOpenMembers { return nil }
      cursors.append(cursor)
    }
    guard let count = cursors.first?.count, cursors.allSatisfy({ $0.count == count }) else {
      return nil
    }
    return .list(
      .values((0..<count).map { index in hull(of: cursors.map { $0[index] }, missing: missing) }))
  }

  /// A value inside `bounds`: known, where they leave only one.
  package static func within(_ bounds: Bounds, missing: [Missing]) -> Value {
    if !bounds.mayBeNull {
      switch bounds.kind {
      case .number(let low?, let high?, _) where low == high: return .number(low)
      case .oneOf(let values) where values.count == 1: return values[0]
      case .any, .boolean, .number, .oneOf, .shaped: break
      }
    }
    return .unknown(Unknown(bounds, missing: missing))
  }

  /// The bounds of what the value may turn out to be; a known value is bounded by itself.
  package var bounds: Bounds {
    switch self {
    case .unknown(let unknown): unknown.bounds
    case .null: .any
    case .number(let number): Bounds(NumberInterval(number))
    case .boolean, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration,
      .function:
      Bounds(.oneOf([self]))
    case .list, .context, .range:
      isKnownThroughout ? Bounds(.oneOf([self])) : Bounds(.any)
    }
  }

  /// What would have to be told to make the value, and the members of it, known.
  package var missing: [Missing] {
    var list = MissingList()
    list.append(of: self)
    return list.all
  }

  /// Neither the value nor a member of it is unknown, and no member is open.
  package var isKnownThroughout: Bool {
    isKnown(depth: 0)
  }

  private func isKnown(depth: Int) -> Bool {
    guard depth < MissingList.maximumDepth else { return false }
    switch self {
    case .unknown: return false
    case .list(let list):
      let cursor = ListCursor(list)
      if !cursor.mayHoldUnknown { return true }
      if cursor.hasOpenMembers { return false }
      return (0..<cursor.count).allSatisfy { cursor[$0].isKnown(depth: depth + 1) }
    case .context(let context):
      return context.entries.allSatisfy { $0.value.isKnown(depth: depth + 1) }
    case .range(let range):
      return range.parts.allSatisfy { $0.isKnown(depth: depth + 1) }
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .function:
      return true
    }
  }
}

extension Bounds.Kind {
  /// A set of more values than this is told by its type alone.
  package static let maximumChoices = 16

  func joined(_ other: Bounds.Kind) -> Bounds.Kind {
    if let mine = Bounds(self).interval, let theirs = Bounds(other).interval {
      let both = mine.joined(theirs)
      return .number(low: both.low, high: both.high, isWhole: both.isWhole)
    }
    if let mine = choices, let theirs = other.choices {
      let new = theirs.filter { choice in !mine.contains { $0.isSame(as: choice) } }
      let all = mine + new
      if all.count <= Self.maximumChoices { return .oneOf(all) }
    }
    if let mine = shape, mine == other.shape { return .shaped(mine) }
    return .any
  }

  private var choices: [Value]? {
    switch self {
    case .boolean: [.boolean(true), .boolean(false)]
    case .oneOf(let values): values
    case .any, .number, .shaped: nil
    }
  }

  /// The one type of all values inside; `nil` where there is none we could name.
  package var shape: Shape? {
    switch self {
    case .any: return nil
    case .boolean: return .boolean
    case .number: return .number
    case .shaped(let shape): return shape
    case .oneOf(let values):
      guard let shape = values.first?.plainShape else { return nil }
      return values.allSatisfy { $0.plainShape == shape } ? shape : nil
    }
  }
}

extension Value {
  /// The type of a value without members.
  package var plainShape: Shape? {
    switch self {
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .dayTimeDuration: .dayTimeDuration
    case .yearMonthDuration: .yearMonthDuration
    case .null, .list, .context, .range, .function, .unknown: nil
    }
  }
}
