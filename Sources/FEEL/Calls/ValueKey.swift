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
  case list([ValueKey])
  case context([[UInt8]: ValueKey])

  /// Lists of lists deeper than this are compared member by member.
  private static let maximumDepth = 16

  /// - Returns: `nil` for kinds whose equality needs more than a look, such as times.
  init?(_ value: Value) {
    self.init(value, depth: 0)
  }

  private init?(_ value: Value, depth: Int) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(Array(text.utf8))
    case .date(let date): self = .date(date)
    case .dayTimeDuration(let duration): self = .dayTimeDuration(duration)
    case .yearMonthDuration(let duration): self = .yearMonthDuration(duration)
    case .list(let list) where depth < Self.maximumDepth && !list.isOpen:
      var keys: [ValueKey] = []
      for member in list.members {
        guard let key = ValueKey(member, depth: depth + 1) else { return nil }
        keys.append(key)
      }
      self = .list(keys)
    case .context(let context) where depth < Self.maximumDepth:
      var keys: [[UInt8]: ValueKey] = [:]
      for entry in context.entries {
        guard let key = ValueKey(entry.value, depth: depth + 1) else { return nil }
        keys[Array(entry.name.utf8)] = key
      }
      self = .context(keys)
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
