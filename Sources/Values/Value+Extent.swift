extension Value {
  /// How many members a value has, members of members included, each as often as it stands there.
  ///
  /// Values may share parts, so that a short expression can make one that nobody could write down.
  /// - Returns: `nil` beyond `greatest` members or `levels` of nesting. Rows of tables count as one.
  package func extent(greatest: Int, levels: Int) -> Int? {
    var left = greatest
    guard takeExtent(from: &left, levels: levels) else { return nil }
    return greatest - left
  }

  private func takeExtent(from left: inout Int, levels: Int) -> Bool {
    left -= 1
    guard left >= 0, levels > 0 else { return false }
    switch self {
    case .list(.values(let members)):
      return members.allSatisfy { $0.takeExtent(from: &left, levels: levels - 1) }
    case .list(.partial(let partial)):
      return partial.members.allSatisfy { $0.takeExtent(from: &left, levels: levels - 1) }
    case .list(let list):
      left -= list.certainCount + list.openCount
      return left >= 0
    case .context(let context):
      return context.entries.allSatisfy { $0.value.takeExtent(from: &left, levels: levels - 1) }
    case .range(let range):
      return range.parts.allSatisfy { $0.takeExtent(from: &left, levels: levels - 1) }
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .function, .unknown:
      return true
    }
  }

  /// Whether the value may have members of members.
  package var isComposite: Bool {
    switch self {
    case .list, .context, .range: true
    default: false
    }
  }
}
