import FEEL
import Rubrics
import Values

/// Rows of a table that a list stands for: those that pass its filters.
struct EdgeRows {
  let source: EdgeSolver.Source
  /// With what the filters call the cells.
  let filters: [(binding: Binding, condition: Step)]
}

extension EdgeSolver {
  /// The table behind a list, and its filters, the innermost first.
  func rows(_ list: Step) -> EdgeRows? {
    switch list.form {
    case .input(let slot):
      switch rubric.slots[slot] {
      case .table(let table): return EdgeRows(source: .table(table), filters: [])
      case .survey(let survey): return EdgeRows(source: .survey(survey), filters: [])
      default: break
      }
    case .filter(let inner, let binding, let condition):
      return rows(inner).map {
        EdgeRows(source: $0.source, filters: $0.filters + [(binding, condition)])
      }
    default: break
    }
    guard let (inner, solver) = behind(list) else { return nil }
    return solver.rows(inner)
  }

  func columns(of source: Source) -> [Declaration] {
    switch source {
    case .table(let table): rubric.tables[table].columns
    case .survey(let survey): rubric.surveys[survey].columns
    }
  }

  /// With the names of a binding for cells of a row.
  func looking(at source: Source, as binding: Binding) -> EdgeSolver {
    var solver = self
    let columns = columns(of: source)
    solver.source = source
    for entry in binding.entries {
      if let column = columns.firstIndex(where: { $0.name == entry.name }) {
        solver.cells[entry.slot] = .column(column)
      }
    }
    return solver
  }

  /// A row that passes all filters; one that fails the last of them.
  func row(_ rows: EdgeRows, passing: Bool = true) -> EdgeMaterial? {
    var material: EdgeMaterial? = EdgeMaterial()
    for (number, filter) in rows.filters.enumerated() {
      let isLast = number == rows.filters.count - 1
      material = material?.joined(
        looking(at: rows.source, as: filter.binding)
          .truth(filter.condition, passing || !isLast))
    }
    return material
  }

  func material(_ source: Source, _ rows: [EdgeMaterial]) -> EdgeMaterial? {
    guard rows.count <= Self.mostRows else { return nil }
    var outside: EdgeMaterial? = EdgeMaterial()
    for row in rows {
      var rest = row
      rest.row = [:]
      outside = outside?.joined(rest)
    }
    let cells = rows.map(\.row)
    switch source {
    case .table(let table): return outside?.joined(EdgeMaterial(tables: [table: cells]))
    case .survey(let survey): return outside?.joined(EdgeMaterial(surveys: [survey: cells]))
    }
  }

  /// So many rows that a count lies on a line, or next to it.
  func count(_ list: Step, near line: Number, _ side: EdgeSide) -> EdgeMaterial? {
    let wanted: Number? =
      switch side {
      case .on: line.isInteger ? line : nil
      case .below: line.ceiling()?.subtracting(.one)
      case .above: line.floor()?.adding(.one)
      }
    guard let count = wanted?.intValue, (0...Self.mostRows).contains(count) else { return nil }
    if case .input(let slot) = list.form, case .document(let kind) = rubric.slots[slot] {
      return EdgeMaterial(documents: [kind: count])
    }
    if case .builtin(let builtin, let arguments) = list.form, builtin.name == "distinct values",
      arguments.count == 1, case .path(let rows, let name, _) = arguments[0].form
    {
      return distinct(rows, name, count)
    }
    var counted = list
    if case .path(let inner, _, _) = list.form { counted = inner }
    guard let rows = rows(counted), let row = row(rows) else { return nil }
    return material(rows.source, Array(repeating: row, count: count))
  }

  private func distinct(_ list: Step, _ name: String, _ count: Int) -> EdgeMaterial? {
    guard let rows = rows(list), let row = row(rows),
      let column = columns(of: rows.source).firstIndex(where: { $0.name == name })
    else { return nil }
    var all: [EdgeMaterial] = []
    for number in 0..<count {
      var next = row
      guard next.row[column] == nil,
        let text = columns(of: rows.source)[column].text(number: number)
      else { return nil }
      next.row[column] = text
      all.append(next)
    }
    return material(rows.source, all)
  }

  /// Rows whose column comes to a number: one row, or for a sum as many as it takes.
  func members(_ list: Step, near line: Number, _ side: EdgeSide, splits: Bool) -> EdgeMaterial? {
    guard case .path(let inner, let name, _) = list.form, let rows = rows(inner),
      let row = row(rows),
      let column = columns(of: rows.source).firstIndex(where: { $0.name == name })
    else { return nil }
    var cell = self
    cell.source = rows.source
    // No step is at hand for a cell that is only named, so a slot of the frame that nobody has is taken for it.
    cell.cells[-1] = .column(column)
    let step = Step(0, .local(-1))
    for count in splits ? [1, 2, 3, 4, 5, 6, 8, 10, 12, 20] : [1] {
      guard let part = line.divided(by: Number(count)),
        let last = row.joined(cell.number(step, near: part, side))
      else { continue }
      if count == 1 { return material(rows.source, [last]) }
      guard let first = row.joined(cell.number(step, near: part, .on)) else { continue }
      return material(rows.source, Array(repeating: first, count: count - 1) + [last])
    }
    return nil
  }

  /// A share of rows: of so many as it takes, at least ten where that goes.
  func share(_ part: Step, of whole: Step, near line: Number, _ side: EdgeSide) -> EdgeMaterial? {
    guard case .builtin(let one, let parts) = part.form, one.name == "count", parts.count == 1,
      case .builtin(let other, let wholes) = whole.form, other.name == "count", wholes.count == 1,
      let held = rows(parts[0]), let all = rows(wholes[0]), held.source == all.source,
      held.filters.count > all.filters.count
    else { return nil }
    return share(
      held.source, near: line, side, yes: row(held), no: row(held, passing: false))
  }

  func share(
    _ source: Source, near line: Number, _ side: EdgeSide, atLeast least: Int = 10,
    yes: EdgeMaterial?, no: EdgeMaterial?
  ) -> EdgeMaterial? {
    for count in max(1, least)...max(Self.mostRows, least) {
      guard let exact = line.multiplied(by: Number(count)), let held = exact.intValue else {
        continue
      }
      let wanted = side == .on ? held : side == .below ? held - 1 : held + 1
      guard (0...count).contains(wanted) else { return nil }
      guard let yes = wanted == 0 ? EdgeMaterial() : yes,
        let no = wanted == count ? EdgeMaterial() : no
      else { return nil }
      return material(
        source,
        Array(repeating: yes, count: wanted) + Array(repeating: no, count: count - wanted))
    }
    return nil
  }
}

extension Declaration {
  /// One of many texts or numbers that are all different.
  fileprivate func text(number: Int) -> String? {
    if let allowed { return number < allowed.count ? allowed[number] : nil }
    switch shape {
    case .string, .optional(.string): return "甲乙丙丁戊己庚辛壬癸".dropFirst(number).first.map(String.init)
    default:
      let wanted = Number(number + 1)
      return domain?.contains(wanted) == true ? "\(wanted)" : nil
    }
  }
}
