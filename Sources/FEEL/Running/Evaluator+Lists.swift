import Values

extension Evaluator {
  /// `list[condition]`: a table stays a table, with fewer rows.
  mutating func filter(
    _ step: Step, _ source: Value, _ binding: Binding, _ condition: Step
  ) -> Value {
    let list: List
    switch source {
    case .list(let members): list = members
    case .null: return source
    case .unknown(let unknown): return filterOfUnknown(unknown)
    default: list = .values([source])
    }
    let cursor = ListCursor(list)
    if cursor.count == 0 { return emptyFilter(source, list, binding, condition) }
    var kept: [Int] = []
    var open: [Int] = []
    var missing = MissingList()
    for index in 0..<cursor.count {
      bind(binding, cursor, index)
      let result = value(of: condition)
      if !takesStep() || isExhausted { return Self.exhausted }
      switch result {
      case .boolean(true):
        if cursor.isOpen(index) { open.append(index) } else { kept.append(index) }
      case .boolean(false), .null: continue
      case .number: return source.member(at: result)
      case .unknown(let unknown):
        if case .number? = unknown.bounds.kind.shape { return source.member(at: result) }
        let truth = Truth(result).nullAsFalse
        if truth.may == .isFalse { continue }
        missing.append(truth.missing)
        open.append(index)
      default: return .null(NullReason(.conditionNotBoolean, "[ ]"))
      }
    }
    if !open.isEmpty && cursor.hasOpenMembers { missing.append(cursor.missing) }
    let result = Value.list(
      Self.subset(of: list, cursor, kept: kept, open: open, missing: missing.all))
    observer.filtered(step, cursor, kept: result)
    return result
  }

  private func filterOfUnknown(_ unknown: Unknown) -> Value {
    switch unknown.bounds.kind {
    case .shaped(.list(let member)):
      .unknown(
        Unknown(
          Bounds(.shaped(.list(member)), mayBeNull: unknown.bounds.mayBeNull),
          missing: unknown.missing))
    default: .unknown(Unknown(.any, missing: unknown.missing))
    }
  }

  /// Over nothing only the kind of the condition matters: a number asks for a member.
  private mutating func emptyFilter(
    _ source: Value, _ list: List, _ binding: Binding, _ condition: Step
  ) -> Value {
    guard mode == .lenient else { return source }
    if let slot = binding.slot { bind(slot, .null) }
    for entry in binding.entries {
      bind(entry.slot, entry.otherwise.map { value(of: $0) } ?? .null)
    }
    let result = value(of: condition)
    if case .number = result { return source.member(at: result) }
    return source
  }

  /// The members at `kept` and, undecided, at `open`, backed as the list is.
  private static func subset(
    of list: List, _ cursor: ListCursor, kept: [Int], open: [Int], missing: [Missing]
  ) -> List {
    switch list {
    case .rows(let selection):
      return .rows(subset(of: selection, cursor, kept: kept, open: open, missing: missing))
    case .column(let selection, let column):
      return .column(
        subset(of: selection, cursor, kept: kept, open: open, missing: missing), column)
    case .values, .partial:
      if open.isEmpty { return .values(kept.map { cursor[$0] }) }
      let all = (kept + open).sorted()
      let isOpen = Set(open)
      return .partial(
        PartialList(
          all.map { cursor[$0] }, isOpen: all.map { isOpen.contains($0) }, missing: missing))
    }
  }

  private static func subset(
    of selection: Selection, _ cursor: ListCursor, kept: [Int], open: [Int], missing: [Missing]
  ) -> Selection {
    Selection(
      selection.table, rows: kept.map { Int32(cursor.row($0)) },
      openRows: open.map { Int32(cursor.row($0)) }, missing: missing)
  }

  /// Puts the member at `index` where the body of a filter or an iteration looks for it.
  mutating func bind(_ binding: Binding, _ cursor: ListCursor, _ index: Int) {
    if let slot = binding.slot { bind(slot, cursor[index]) }
    for entry in binding.entries {
      let found = cursor.entry(entry.name, column: entry.column, at: index)
      bind(
        entry.slot,
        found ?? entry.otherwise.map { value(of: $0) }
          ?? .null(NullReason(.noSuchEntry, entry.name)))
    }
  }

  mutating func bind(_ binding: Binding, _ element: Value) {
    if let slot = binding.slot { bind(slot, element) }
    for entry in binding.entries {
      let found = element.entry(entry.name, column: entry.column)
      bind(
        entry.slot,
        found ?? entry.otherwise.map { value(of: $0) }
          ?? .null(NullReason(.noSuchEntry, entry.name)))
    }
  }
}
