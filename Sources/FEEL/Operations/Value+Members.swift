import Values

extension Value {
  /// FEEL's `list[n]`: counted from 1, or from the end below 0.
  ///
  /// - Returns: null with a reason where there is no such member.
  func member(at index: Value) -> Value {
    let list: List
    switch self {
    case .null: return self
    case .unknown(let unknown): return unknown.member(missing: Value.missing(self, index))
    case .list(let members): list = members
    default: list = .values([self])
    }
    let cursor = ListCursor(list)
    switch index {
    case .number(let number):
      guard !cursor.hasOpenMembers else {
        return Self.anyMember(of: cursor, missing: Value.missing(self, index))
      }
      guard let position = Self.position(number, count: cursor.count) else {
        return .null(NullReason(.noSuchIndex, number.description))
      }
      return cursor[position]
    case .unknown: return Self.anyMember(of: cursor, missing: Value.missing(self, index))
    case .null: return index
    default: return .null(NullReason(.wrongType, "[ ]"))
    }
  }

  private static func position(_ number: Number, count: Int) -> Int? {
    guard let whole = number.intValue, whole != 0, whole >= -count, whole <= count else {
      return nil
    }
    return whole > 0 ? whole - 1 : count + whole
  }

  private static func anyMember(of cursor: ListCursor, missing: [Missing]) -> Value {
    guard cursor.count <= Limits.maximumIndexSpread else {
      return .unknown(Unknown(.any, missing: missing))
    }
    return .hull(
      of: (0..<cursor.count).map { cursor[$0] } + [.null(NullReason(.noSuchIndex))],
      missing: missing)
  }
}

extension Unknown {
  fileprivate func member(missing: [Missing]) -> Value {
    if case .shaped(.list(let member)) = bounds.kind {
      return .unknown(Unknown(Bounds(of: member).orNull(), missing: missing))
    }
    return .unknown(Unknown(.any, missing: missing))
  }
}

extension Value {
  /// An entry of a context or a property of a date, time, duration or range.
  ///
  /// - Returns: `nil` where the value has nothing of this name.
  func entry(_ name: String, column: Int?) -> Value? {
    switch self {
    case .context(let context): context.value(named: name, column: column)
    case .range(let range): range.property(name)
    case .unknown(let unknown): unknown.entry(name)
    case .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration:
      temporalProperty(of: self, named: name)
    case .null, .boolean, .number, .string, .list, .function: nil
    }
  }

  /// FEEL's `value.name`; over a list the list of what its members have there.
  func path(_ name: String, column: Int?) -> Value {
    switch self {
    case .null: return self
    case .list(let list): return Self.path(list, name, column: column)
    default: return entry(name, column: column) ?? .null(NullReason(.noSuchEntry, name))
    }
  }

  private static func path(_ list: List, _ name: String, column: Int?) -> Value {
    if case .rows(let selection) = list {
      let columns = selection.table.columns
      if let column, columns.indices.contains(column), columns[column].name == name {
        return .list(.column(selection, column))
      }
      if let column = selection.table.columnIndex(named: name) {
        return .list(.column(selection, column))
      }
    }
    let cursor = ListCursor(list)
    let values = (0..<cursor.count).map {
      cursor[$0].entry(name, column: column) ?? .null(NullReason(.noSuchEntry, name))
    }
    guard cursor.hasOpenMembers else { return .list(.values(values)) }
    return .list(
      .partial(
        PartialList(
          values, isOpen: (0..<cursor.count).map { cursor.isOpen($0) }, missing: cursor.missing)))
  }
}

extension ValueRange {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "start": low ?? .null
    case "end": high ?? .null
    case "start included": .boolean(includesLow)
    case "end included": .boolean(includesHigh)
    default: nil
    }
  }
}

extension Unknown {
  fileprivate func entry(_ name: String) -> Value? {
    let field: Bounds
    switch bounds.kind {
    case .any: field = .any
    case .boolean, .number: return nil
    case .oneOf(let values):
      var found = values.map { $0.path(name, column: nil) }
      if bounds.mayBeNull { found.append(.null) }
      return .hull(of: found, missing: missing)
    case .shaped(.context(let fields)):
      field = fields.first { $0.name == name }.map { Bounds(of: $0.shape) } ?? .any
    case .shaped(.list(.context(let fields))):
      guard let member = fields.first(where: { $0.name == name }) else { return .unknown(self) }
      field = Bounds(.shaped(.list(member.shape)))
    case .shaped: field = .any
    }
    return .unknown(
      Unknown(Bounds(field.kind, mayBeNull: field.mayBeNull || bounds.mayBeNull), missing: missing))
  }
}
