import Values

/// What looking at the cells of a decision table has told.
enum CellAnswer {
  /// This rule holds, and no other counts.
  case rule(Int)
  /// All rules are out.
  case none
  /// The steps have to be asked.
  case undecided
}

extension Evaluator {
  /// Which rule holds, where cells alone can tell; the values of inputs that are no plain names lie in the
  /// frame by now.
  mutating func look(at cells: TableCells, of hitPolicy: DecisionTable.HitPolicy) -> CellAnswer {
    let width = cells.sources.count
    guard width > 0 else { return .undecided }
    var found: Int?
    var start = 0
    var rule = 0
    while start < cells.cells.count {
      guard takesStep() else { return .undecided }
      guard let holds = holds(cells, from: start) else { return .undecided }
      if holds {
        if hitPolicy == .first { return .rule(rule) }
        // What several rules mean is for the hit policy to say.
        if found != nil { return .undecided }
        found = rule
      }
      start += width
      rule += 1
    }
    return found.map { .rule($0) } ?? .none
  }

  /// Whether the rule whose cells begin at `start` holds; `nil` where a cell cannot tell.
  private func holds(_ cells: TableCells, from start: Int) -> Bool? {
    for column in cells.sources.indices {
      let cell = cells.cells[start + column]
      let isIn: Bool
      switch cell.kind {
      case .anything: continue
      case .intervals:
        guard let number = number(at: cells.sources[column]) else { return nil }
        isIn = Self.lies(number, in: cell, of: cells)
      case .words:
        guard let isListed = isListed(cells.sources[column], in: cell, of: cells) else {
          return nil
        }
        isIn = isListed
      case .other: return nil
      }
      if isIn == cell.isNegated { return false }
    }
    return true
  }

  private func number(at source: TableCells.Source) -> Number? {
    switch source {
    case .slot(let slot):
      if case .number(let number) = slots[slot] { return number }
    case .local(let slot):
      if case .number(let number) = frame[slot] { return number }
    }
    return nil
  }

  private static func lies(
    _ number: Number, in cell: TableCells.Cell, of cells: TableCells
  ) -> Bool {
    var index = cell.start
    while index < cell.end {
      if cells.intervals[index].contains(number) { return true }
      index += 1
    }
    return false
  }

  /// `nil` where the value is no text.
  private func isListed(
    _ source: TableCells.Source, in cell: TableCells.Cell, of cells: TableCells
  ) -> Bool? {
    switch source {
    case .slot(let slot):
      if case .string(let text) = slots[slot] { return Self.isListed(text, in: cell, of: cells) }
    case .local(let slot):
      if case .string(let text) = frame[slot] { return Self.isListed(text, in: cell, of: cells) }
    }
    return nil
  }

  private static func isListed(
    _ text: String, in cell: TableCells.Cell, of cells: TableCells
  ) -> Bool {
    var index = cell.start
    while index < cell.end {
      if Value.areSameText(text, cells.words[index]) { return true }
      index += 1
    }
    return false
  }
}
