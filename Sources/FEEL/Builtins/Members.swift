import Values

extension List {
  /// The members as values, including those whose membership is not decided.
  var members: [Value] { ListCursor(self).members }

  /// How many members there are, undecided ones included.
  var count: Int {
    switch self {
    case .values(let values): values.count
    case .partial(let partial): partial.members.count
    case .rows(let selection), .column(let selection, _):
      selection.count + selection.openRows.count
    }
  }

  /// Whether some members may or may not be in it.
  var isOpen: Bool {
    switch self {
    case .values: false
    case .partial(let partial): partial.isOpen.contains(true)
    case .column(let selection, _), .rows(let selection): !selection.openRows.isEmpty
    }
  }
}

extension Selection {
  /// Rows that are in and rows that may be, ascending.
  var everyRow: [Int] {
    let certain = rows.map { $0.map(Int.init) } ?? Array(0..<max(0, table.rowCount))
    return openRows.isEmpty ? certain : (certain + openRows.map(Int.init)).sorted()
  }
}

extension Value {
  /// Whether the value is not known, or is a list with such a member or with an open one.
  ///
  /// Looks into lists of lists too, because a sum does; contexts are left closed.
  var holdsUnknown: Bool {
    switch self {
    case .unknown: true
    case .list(.values(let values)): values.contains(where: \.holdsUnknown)
    case .list(.rows(let selection)): !selection.openRows.isEmpty
    case .list(.column(let selection, let index)) where selection.openRows.isEmpty:
      // A column of plain cells answers without being looked through.
      selection.table.columns.indices.contains(index)
        && selection.table.columns[index].mayHoldUnknown
        && List.column(selection, index).members.contains(where: \.holdsUnknown)
    case .list(let list): list.isOpen || list.members.contains(where: \.holdsUnknown)
    default: false
    }
  }
}

extension Call {
  /// Everything that would have to be told to make the arguments known, each once.
  var missing: [Missing] {
    var all: [Missing] = []
    for argument in arguments { argument.collectMissing(into: &all) }
    return all
  }
}

extension Value {
  func collectMissing(into all: inout [Missing]) {
    switch self {
    case .unknown(let unknown):
      for one in unknown.missing where !all.contains(one) { all.append(one) }
    case .list(let list):
      let open: [Missing] =
        switch list {
        case .values: []
        case .partial(let partial): partial.missing
        case .rows(let selection), .column(let selection, _): selection.missing
        }
      for one in open where !all.contains(one) { all.append(one) }
      if case .rows = list { return }
      for member in list.members { member.collectMissing(into: &all) }
    default: break
    }
  }
}
