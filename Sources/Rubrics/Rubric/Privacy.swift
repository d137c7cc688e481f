package import FEEL
package import Values

/// What the expressions of a rubric let out of private facts and columns.
///
/// A report shows what was tested, but no cell: what gives one away is withheld, and so is an aggregate over fewer rows than
/// `leastRows`. Points are never withheld.
package struct Privacy: Sendable {
  /// With fewer rows than this a sum tells too much of each; where the rubric says nothing.
  package static let usualLeastRows = 3

  package let leastRows: Int
  /// Whether anything is private at all.
  package let hasPrivate: Bool
  /// The names of tables with private columns.
  private let tables: Set<String>
  /// The slots of figures that are rows of a table, of which outputs show how many they are and no cell.
  private var rowFigures: Set<Int> = []
  private var slots: [Taint] = []
  /// The figures of a rubric that are shown where nobody counts rows, by number.
  package private(set) var shownFigures: [Int] = []
  /// Whether the name of a group of peers would tell something private of all of them.
  package private(set) var hidesPeers = false

  /// Nothing is private.
  init() {
    leastRows = 1
    tables = []
    hasPrivate = false
  }

  init(_ rubric: Rubric) {
    leastRows = rubric.privateFrom
    let tables = (rubric.tables + rubric.surveys).filter { $0.columns.contains(where: \.isPrivate) }
    self.tables = Set(tables.map(\.name))
    hasPrivate = !tables.isEmpty || rubric.facts.contains(where: \.isPrivate)
    shownFigures = Array(rubric.figures.indices)
    guard hasPrivate else { return }
    var slots = rubric.slots.map { Privacy.taint(of: $0, in: rubric) }
    func taintFigures() {
      // Each figure sees only earlier ones.
      for figure in rubric.figures where slots.indices.contains(figure.slot) {
        slots[figure.slot] = Privacy.taint(of: figure.value, slots)
      }
    }
    taintFigures()
    for figure in rubric.figures {
      if case .expression(let plan) = figure.value, case .list = plan.shape,
        isRows(plan.step, in: rubric)
      {
        rowFigures.insert(figure.slot)
      }
    }
    for (index, slot) in rubric.slots.enumerated() {
      guard case .cohort(let number) = slot, let figure = rubric.cohort?.figures[number]
      else { continue }
      // A place says who is better, as a test does, and no number.
      if figure.statistic.isStanding { continue }
      let plan = figure.value
      // Who knows its own number can tell those of a small group.
      var reader = TaintReader(slots, notes: plan.notes)
      if reader.taint(of: plan.step).flattened.level > .nothing {
        slots[index] = Taint(level: .given, isPicked: true)
      }
    }
    // Some look at the cohort.
    taintFigures()
    self.slots = slots
    hidesPeers =
      rubric.cohort?.by.map { by in
        disclosure(of: by) > .nothing
          || rubric.slots(behind: by.slotsUsed).contains { slots[$0].level == .given }
      } ?? false
    shownFigures = rubric.figures.indices.filter { isShownUncounted(rubric.figures[$0]) }
  }

  private static func taint(of slot: Slot, in rubric: Rubric) -> Taint {
    switch slot {
    case .fact(let number):
      rubric.facts[number].isPrivate ? Taint(level: .given, isPicked: true) : .none
    case .table(let number): taint(of: rubric.tables[number])
    case .survey(let number): taint(of: rubric.surveys[number])
    case .surveyColumn(let survey, let column):
      rubric.surveys[survey].columns[column].isPrivate ? Taint(level: .given) : .none
    default: .none
    }
  }

  private static func taint(of table: TableDeclaration) -> Taint {
    Taint(
      entries: Dictionary(
        table.columns.filter(\.isPrivate).map { ($0.name, .given) },
        uniquingKeysWith: { first, _ in first }))
  }

  private static func taint(of value: FigureValue, _ slots: [Taint]) -> Taint {
    switch value {
    case .expression(let plan):
      var reader = TaintReader(slots, notes: plan.notes)
      return reader.taint(of: plan.step)
    case .table(let table):
      var reader = TaintReader(slots, notes: [])
      return reader.taint(of: table.plan)
    // A calendar asks of each day in which term it lies.
    case .calendar: return .none
    }
  }

  /// What a value of an expression lets out.
  package func disclosure(of plan: Plan, showing value: Value? = nil) -> Disclosure {
    guard hasPrivate else { return .nothing }
    var reader = TaintReader(slots, notes: plan.notes)
    return Self.disclosure(of: reader.taint(of: plan.step), showing: value)
  }

  /// What the value of a figure lets out.
  package func disclosure(of figure: Figure, showing value: Value? = nil) -> Disclosure {
    guard hasPrivate, slots.indices.contains(figure.slot) else { return .nothing }
    let taint = slots[figure.slot]
    return rowFigures.contains(figure.slot)
      ? taint.counted.level : Self.disclosure(of: taint, showing: value)
  }

  /// Whether the value is a table, or those of its rows that pass a condition.
  private func isRows(_ step: Step, in rubric: Rubric) -> Bool {
    switch step.form {
    case .input(let slot):
      guard rubric.slots.indices.contains(slot) else { return false }
      return switch rubric.slots[slot] {
      case .table, .survey: true
      default: rowFigures.contains(slot)
      }
    case .filter(let list, _, _): return isRows(list, in: rubric)
    default: return false
    }
  }

  private static func disclosure(of taint: Taint, showing value: Value?) -> Disclosure {
    switch value {
    // Of rows only their number is shown.
    case .list(.rows), .list(.column): taint.counted.level
    default: taint.flattened.level
    }
  }

  /// Whether what is shown of rows is over enough of them; `uses` are tables and how many rows were looked at.
  package func isEnough(_ uses: [(table: String, count: Int)]) -> Bool? {
    let counts = uses.filter { tables.contains($0.table) }.map(\.count)
    return counts.min().map { $0 >= leastRows }
  }

  /// The slots among `used` whose values let something out.
  package func tainted(among used: [Int]) -> [Int] {
    used.filter { slots.indices.contains($0) && slots[$0].level > .nothing }
  }

  private func isShownUncounted(_ figure: Figure) -> Bool {
    switch disclosure(of: figure) {
    case .nothing: true
    case .aggregate: leastRows <= 1
    case .given: false
    }
  }
}
