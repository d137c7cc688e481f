import Values

extension List {
  /// The members as values, including those whose membership is not decided.
  var members: [Value] {
    ListCursor(self).members
  }

  /// Whether some members may or may not be in it.
  var isOpen: Bool { openCount > 0 }

  /// Whether it is a column of which no cell holds anything unknown; told without looking at cells.
  fileprivate var isPlainColumn: Bool {
    guard case .column(let selection, let index) = self else { return false }
    let columns = selection.table.columns
    return !columns.indices.contains(index) || !columns[index].mayHoldUnknown
  }
}

extension Value {
  /// More members than this are not looked through: ten times the largest table we plan for.
  private static let maximumMembers = 10_000_000

  /// Whether the value is not known, or holds something that is not, however deep.
  ///
  /// - Returns: `nil` where there is too much to look through.
  var holdsUnknown: Bool? {
    var waiting: [Value] = []
    var next: Value? = self
    var count = 0
    // A stack of our own: lists may be nested deeper than the machine's stack goes.
    while let value = next {
      switch value {
      case .unknown: return true
      case .list(.values(let members)):
        count += members.count
        guard count <= Self.maximumMembers else { return nil }
        for member in members where member.mayHoldUnknown { waiting.append(member) }
      case .list(let list):
        if list.isOpen { return true }
        if list.isPlainColumn { break }
        let cursor = ListCursor(list)
        if cursor.mayHoldUnknown {
          count += cursor.count
          guard count <= Self.maximumMembers else { return nil }
          for index in 0..<cursor.count {
            let member = cursor[index]
            if member.mayHoldUnknown { waiting.append(member) }
          }
        }
      case .context(let context):
        count += context.entries.count
        guard count <= Self.maximumMembers else { return nil }
        for entry in context.entries where entry.value.mayHoldUnknown {
          waiting.append(entry.value)
        }
      case .range(let range): waiting.append(contentsOf: range.parts)
      case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
        .yearMonthDuration, .function:
        break
      }
      next = waiting.popLast()
    }
    return false
  }

  /// Whether the value, and everything in it, is known.
  var isSettled: Bool { holdsUnknown == false }
}

extension Call {
  /// Everything that would have to be told to make the arguments known, each once.
  var missing: [Missing] {
    var missing = MissingList()
    for argument in arguments { missing.append(of: argument) }
    return missing.all
  }
}
