import Values

extension Evaluator {
  /// A value that was made, paid for by its size: memory is limited by the same account as time.
  mutating func charged(_ value: Value) -> Value {
    switch value {
    case .number, .boolean: break
    default: pay(for: value)
    }
    return value
  }

  /// What it costs in steps to look through a value once.
  mutating func pay(for value: Value) {
    switch value {
    case .string(let text): account.pay(text.utf8.count / Limits.bytesPerStep)
    case .list(let list):
      account.pay((list.certainCount + list.openCount) / Limits.membersPerStep)
    case .context(let context): account.pay(context.count / Limits.membersPerStep)
    case .null, .boolean, .number, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration,
      .range, .function, .unknown:
      break
    }
  }

  /// Whether there are steps left to go through all members of members of `value`.
  mutating func affords(_ value: Value) -> Bool {
    guard let extent = value.extent(greatest: Limits.extent, levels: Limits.nesting) else {
      account.close()
      isExhausted = true
      return false
    }
    account.pay(extent / Limits.membersPerStep)
    if account.remaining < 0, !account.extends(slots) { isExhausted = true }
    return account.remaining >= 0
  }

  /// A list or context just made of `members`; null where it nests too deep or holds too much.
  mutating func bounded(_ value: Value, over members: [Value]) -> Value {
    members.contains(where: \.isComposite) ? boundedInside(value) : value
  }

  mutating func boundedInside(_ value: Value) -> Value {
    guard value.isComposite else { return value }
    guard let extent = value.extent(greatest: Limits.extent, levels: Limits.nesting) else {
      return .null(NullReason(.limitExceeded))
    }
    account.pay(extent / Limits.membersPerStep)
    return value
  }

  /// The value of a whole run.
  mutating func result(of step: Step) -> Value {
    var value = value(of: step)
    switch value {
    case .number, .boolean, .string: break
    default: value = boundedInside(value)
    }
    return isExhausted ? Self.exhausted : value
  }
}
