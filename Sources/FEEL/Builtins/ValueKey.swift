import Values

/// What makes two values equal in FEEL, for the kinds that can be looked up.
///
/// Texts are equal where their characters are; Swift's own equality would also take `é` in one
/// character for `é` in two.
enum ValueKey: Hashable {
  case null
  case boolean(Bool)
  case number(Number)
  case text([UInt8])
  case date(CalendarDate)
  case dayTimeDuration(DayTimeDuration)
  case yearMonthDuration(YearMonthDuration)

  /// - Returns: `nil` for kinds whose equality needs more than a look: times, lists, contexts.
  init?(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(Array(text.utf8))
    case .date(let date): self = .date(date)
    case .dayTimeDuration(let duration): self = .dayTimeDuration(duration)
    case .yearMonthDuration(let duration): self = .yearMonthDuration(duration)
    case .time, .dateTime, .list, .context, .range, .function, .unknown: return nil
    }
  }
}

/// Values that are all different, in the order of their coming.
struct DistinctValues {
  private(set) var values: [Value] = []
  private var keys: Set<ValueKey> = []
  /// Those without a key, to be compared one by one.
  private var others: [Value] = []

  /// - Returns: whether the value was new.
  @discardableResult
  mutating func insert(_ value: Value) -> Bool {
    if let key = ValueKey(value) {
      guard keys.insert(key).inserted else { return false }
    } else {
      guard !others.contains(where: { $0.isEqual(to: value) }) else { return false }
      others.append(value)
    }
    values.append(value)
    return true
  }
}
