import Diagnostics
import Values

/// Writes down what a run does, by the step that did it.
struct Recorder: Observer {
  static var looksAtSteps: Bool { true }

  private struct Record {
    let step: Step
    var value: Value
    var timesRun: Int
  }

  private struct Tested {
    let selection: Selection
    var holding = RangeList()
    var failing = RangeList()
    var open = RangeList()
  }

  private let plan: Plan
  private var records: [Int32: Record] = [:]
  /// Steps in the order in which they first finished.
  private var order: [Int32] = []
  private var taken: [(step: Step, selection: Selection)] = []
  private var tested: [Int32: Tested] = [:]
  private var firedRules: [FiredRule] = []
  /// Bodies of functions may belong to another plan, whose words we do not have.
  private var functionDepth = 0

  init(_ plan: Plan) {
    self.plan = plan
  }

  mutating func saw(_ step: Step, _ value: Value) {
    guard functionDepth == 0, plan.notes.indices.contains(Int(step.id)) else { return }
    if records[step.id] == nil { order.append(step.id) }
    records[step.id] = Record(
      step: step, value: value, timesRun: (records[step.id]?.timesRun ?? 0) + 1)
    guard let selection = value.selection else { return }
    if taken.contains(where: { $0.selection === selection }) { return }
    // A filter inside an iteration runs for every member; its last rows stand for all.
    if let index = taken.firstIndex(where: { $0.step.id == step.id }) {
      taken[index].selection = selection
    } else {
      taken.append((step, selection))
    }
  }

  mutating func filtered(_ step: Step, _ list: ListCursor, kept: Value) {
    guard functionDepth == 0, kept.selection != nil else { return }
    // The filter tells its own rows; those it was given are of no more interest.
    taken.removeAll { $0.selection === list.selection }
  }

  mutating func tested(_ step: Step, _ list: ListCursor, member: Int, held: Truth) {
    guard functionDepth == 0, plan.notes.indices.contains(Int(step.id)),
      let selection = list.selection
    else { return }
    var rows = tested[step.id] ?? Tested(selection: selection)
    let row = list.row(member)
    if list.isOpen(member) || !held.isKnown {
      rows.open.append(row)
    } else if held.may == .isTrue {
      rows.holding.append(row)
    } else {
      rows.failing.append(row)
    }
    tested[step.id] = rows
  }

  mutating func fired(_ rule: FiredRule) {
    if functionDepth == 0 { firedRules.append(rule) }
  }

  mutating func enteredFunction() {
    functionDepth += 1
  }

  mutating func leftFunction() {
    functionDepth -= 1
  }

  var trace: Trace {
    Trace(
      entries: order.compactMap(entry), rowUses: taken.map(use) + quantified,
      firedRules: firedRules)
  }

  private func entry(_ id: Int32) -> Trace.Entry? {
    guard let record = records[id] else { return nil }
    let isLiteral =
      if case .constant = record.step.form { true } else { false }
    return Trace.Entry(
      span: plan.notes[Int(id)].span, text: String(plan.text(of: record.step)),
      value: record.value, timesRun: record.timesRun, isLiteral: isLiteral)
  }

  private func use(_ step: Step, _ selection: Selection) -> Trace.RowUse {
    let rows =
      selection.rows.map { RangeList($0.lazy.map(Int.init)) }
      ?? RangeList(0..<selection.table.rowCount)
    return use(
      .taken, step.id, selection, rows: rows, open: RangeList(selection.openRows.lazy.map(Int.init))
    )
  }

  private var quantified: [Trace.RowUse] {
    order.flatMap { id in
      guard let rows = tested[id] else { return [Trace.RowUse]() }
      return [
        use(.holding, id, rows.selection, rows: rows.holding, open: rows.open),
        use(.failing, id, rows.selection, rows: rows.failing, open: rows.open),
      ]
    }
  }

  private func use(
    _ role: Trace.RowUse.Role, _ id: Int32, _ selection: Selection, rows: RangeList,
    open: RangeList
  ) -> Trace.RowUse {
    let note = plan.notes[Int(id)]
    return Trace.RowUse(
      role: role, text: String(plan.text(of: note)), span: note.span, table: selection.table,
      rows: rows.all, count: rows.count, openRows: open.all, openCount: open.count)
  }
}

extension Value {
  /// The rows of a table that the value consists of.
  fileprivate var selection: Selection? {
    switch self {
    case .list(.rows(let selection)), .list(.column(let selection, _)): selection
    default: nil
    }
  }
}
