import Values

/// What an iteration goes through, resolved to members by number.
private enum Domain {
  case members(ListCursor)
  case numbers(from: Number, by: Number, count: Int)
  case dates(from: Value, by: Number, count: Int)
  case unknown(Unknown)
  case null(NullReason)

  var count: Int {
    switch self {
    case .members(let cursor): cursor.count
    case .numbers(_, _, let count), .dates(_, _, let count): count
    case .unknown, .null: 0
    }
  }
}

/// What a walk through the members of iterations tells its body.
private struct Turn {
  /// Some member of this turn may not be in its list.
  var isOpen: Bool
  /// Where the first iteration stands.
  var first: (list: ListCursor, index: Int)?
}

extension Evaluator {
  /// A loop: `for … return …`.
  mutating func loop(_ step: ForStep) -> Value {
    var results: [Value] = []
    var openness: [Bool] = []
    var missing = MissingList()
    let stopped = walk(step.iterations, Turn(isOpen: false), &missing) { evaluator, turn, missing in
      if results.count >= Limits.listLength {
        return .null(NullReason(.limitExceeded, "for"))
      }
      if let slot = step.partial { evaluator.bind(slot, .list(.values(results))) }
      var value = evaluator.value(of: step.body)
      // What is made of earlier results may grow with every turn.
      if step.partial != nil { value = evaluator.boundedInside(value) }
      // The frame must let go of the list before it grows, or every turn would copy it.
      if let slot = step.partial { evaluator.bind(slot, .null) }
      results.append(value)
      openness.append(turn.isOpen)
      if turn.isOpen && step.partial != nil {
        return .unknown(Unknown(.any, missing: missing.all))
      }
      return nil
    }
    if let stopped { return stopped }
    if !openness.contains(true) { return .list(.values(results)) }
    return .list(.partial(PartialList(results, isOpen: openness, missing: missing.all)))
  }

  /// `some` seeks a true condition, `every` a false one: the first that is certain decides.
  ///
  /// A null condition leaves it open. What is no truth value at all makes the whole null, unless it
  /// was decided before.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.16; a condition that is no truth value as in the public kit.
  mutating func quantify(
    _ step: Step, _ iterations: [Iteration], _ condition: Step, seeks sought: Truth.Set
  ) -> Value {
    let isSome = sought == .isTrue
    var all = Truth(!isSome)
    // What it comes to where a condition that may be no truth value is none.
    var otherwise: Truth?
    var missing = MissingList()
    let stopped = walk(iterations, Turn(isOpen: false), &missing) { evaluator, turn, missing in
      let held = evaluator.value(of: condition)
      var one = Truth(held)
      if let (list, index) = turn.first {
        evaluator.observer.tested(step, list, member: index, held: one)
      }
      if turn.isOpen {
        let neutral: Truth.Set = isSome ? .isFalse : .isTrue
        one = one.union(Truth(neutral, missing: missing.all))
      } else if case .boolean(let flag) = held {
        // Most members are plain: they decide, or they change nothing.
        return flag == isSome ? held : nil
      }
      if held.mayBeNoTruth {
        let reason = NullReason(.conditionNotBoolean, isSome ? "some" : "every")
        let decided = Truth(
          all.may.intersection(sought).union(.isNull), reason: reason,
          missing: all.missing + one.missing)
        otherwise = otherwise?.union(decided) ?? decided
        if !turn.isOpen, held.isNoTruth { return .null(reason) }
      }
      all = isSome ? .or(all, one) : .and(all, one)
      return all.may == sought ? .boolean(isSome) : nil
    }
    let value: Truth
    switch stopped {
    case nil: value = all
    case .unknown(let unknown)?:
      let rest = Truth(.all, missing: unknown.missing)
      value = isSome ? .or(all, rest) : .and(all, rest)
    case .null(let reason)? where reason.kind == .conditionNotBoolean:
      return (otherwise ?? Truth(.isNull, reason: reason)).value
    case let stopped?:
      guard otherwise != nil else { return stopped }
      value = Truth(stopped)
    }
    return (otherwise.map(value.union) ?? value).value
  }

  /// Runs `body` for every combination of members, the last iteration fastest.
  ///
  /// - Returns: `nil` when all were run, otherwise the value that stopped the walk.
  private mutating func walk(
    _ iterations: some Collection<Iteration>, _ turn: Turn, _ missing: inout MissingList,
    _ body: (inout Self, Turn, MissingList) -> Value?
  ) -> Value? {
    guard let iteration = iterations.first else { return body(&self, turn, missing) }
    let rest = iterations.dropFirst()
    let domain = domain(of: iteration)
    switch domain {
    case .unknown(let unknown): return .unknown(unknown)
    case .null(let reason): return .null(reason)
    case .members(let cursor) where cursor.hasOpenMembers: missing.append(cursor.missing)
    case .members, .numbers, .dates: break
    }
    for index in 0..<domain.count {
      if !takesStep() || isExhausted { return Self.exhausted }
      var turn = turn
      switch domain {
      case .members(let cursor):
        bind(iteration.binding, cursor, index)
        if cursor.isOpen(index) { turn.isOpen = true }
        turn.first = turn.first ?? (cursor, index)
      case .numbers(let start, let step, _):
        let offset = step.multiplied(by: Number(index))
        guard let number = offset.flatMap({ start.adding($0) }) else {
          return .null(NullReason(.numberTooLarge, ".."))
        }
        bind(iteration.binding, .number(number))
      case .dates(let start, let step, _):
        guard let date = start.advanced(byDays: step, times: index) else {
          return .null(NullReason(.notADate, ".."))
        }
        bind(iteration.binding, date)
      case .unknown, .null: break
      }
      if let stopped = walk(rest, turn, &missing, body) { return stopped }
    }
    return nil
  }

  private mutating func domain(of iteration: Iteration) -> Domain {
    switch iteration.domain {
    case .list(let step):
      let value = value(of: step)
      switch value {
      case .list(let list): return .members(ListCursor(list))
      case .null(let reason): return .null(reason)
      case .unknown(let unknown): return .unknown(unknown)
      case .range(let range): return Self.domain(of: range)
      default: return .members(ListCursor([value]))
      }
    case .span(let low, let high):
      let low = value(of: low)
      return Self.span(low, value(of: high), mayDescend: true)
    }
  }

  /// The members of a range of whole numbers or of days; it must have both ends and ascend.
  private static func domain(of range: ValueRange) -> Domain {
    guard let low = range.low, let high = range.high else {
      return .null(NullReason(.wrongType, "for"))
    }
    switch span(low, high, mayDescend: false) {
    case .numbers(let start, let step, let count):
      let skipped = range.includesLow ? 0 : 1
      let left = count - skipped - (range.includesHigh ? 0 : 1)
      guard let first = start.adding(Number(skipped)) else {
        return .null(NullReason(.numberTooLarge, ".."))
      }
      return .numbers(from: first, by: step, count: max(0, left))
    case .dates(let start, let step, let count):
      let skipped = range.includesLow ? 0 : 1
      let left = count - skipped - (range.includesHigh ? 0 : 1)
      guard left > 0, let first = start.advanced(byDays: .one, times: skipped) else {
        return .members(ListCursor([]))
      }
      return .dates(from: first, by: step, count: left)
    case let other: return other
    }
  }

  private static func span(_ low: Value, _ high: Value, mayDescend: Bool) -> Domain {
    switch (low, high) {
    case (.number(let low), .number(let high)):
      guard low.isInteger, high.isInteger else { return .null(NullReason(.wrongType, "..")) }
      if high < low && !mayDescend { return .null(NullReason(.wrongArgument, "..")) }
      guard let width = high.subtracting(low)?.intValue, width.magnitude < Limits.listLength
      else { return .null(NullReason(.limitExceeded, "..")) }
      return .numbers(
        from: low, by: Number(width < 0 ? -1 : 1), count: Int(width.magnitude) + 1)
    case (.date(let from), .date(let to)):
      let width = to.dayNumber - from.dayNumber
      if width < 0 && !mayDescend { return .null(NullReason(.wrongArgument, "..")) }
      guard width.magnitude < Limits.listLength else {
        return .null(NullReason(.limitExceeded, ".."))
      }
      return .dates(from: low, by: Number(width < 0 ? -1 : 1), count: Int(width.magnitude) + 1)
    case (.null(let reason), _), (_, .null(let reason)): return .null(reason)
    case (.unknown, _), (_, .unknown):
      return .unknown(Unknown(.any, missing: Value.missing(low, high)))
    default: return .null(NullReason(.wrongType, ".."))
    }
  }
}

extension Value {
  /// Neither a truth value nor null, nor anything that may turn out to be one.
  fileprivate var isNoTruth: Bool {
    switch self {
    case .boolean, .null: false
    case .unknown(let unknown): Truth(self).may == .isNull && !unknown.bounds.mayBeNull
    default: true
    }
  }

  /// May be something else than a truth value or null.
  fileprivate var mayBeNoTruth: Bool {
    guard case .unknown(let unknown) = self else { return isNoTruth }
    switch unknown.bounds.kind {
    case .boolean: return false
    case .oneOf(let values): return values.contains(where: \.isNoTruth)
    case .any, .number, .shaped: return true
    }
  }

  fileprivate func advanced(byDays days: Number, times: Int) -> Value? {
    guard case .date(let date) = self, let days = days.intValue else { return nil }
    return CalendarDate(dayNumber: date.dayNumber + days * times).map(Value.date)
  }
}
