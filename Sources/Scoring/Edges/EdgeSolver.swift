import FEEL
import Rubrics
import Values

/// Looks for evidence with which an expression comes out as wanted, by going through the expression backwards.
///
///     count(staff[licensed]) >= 3, below     two rows of `staff` that say `licensed`
///     served / planned, on 0.8               planned: 100, served: 80
///
/// What it finds is a proposal: whoever asks runs it through the evaluator and looks at what came out.
struct EdgeSolver {
  /// A declared fact, or a cell of the row at hand.
  enum Leaf {
    case fact(Int)
    case column(Int)
  }

  /// Rows of one table or survey.
  enum Source: Hashable {
    case table(Int)
    case survey(Int)
  }

  /// More rows than this nobody looks through.
  static let mostRows = 60
  /// The days of the cases that look at the period.
  static let periodStart = CalendarDate(year: 2024, month: 1, day: 1)
  static let periodEnd = CalendarDate(year: 2024, month: 12, day: 31)

  let rubric: Rubric
  /// What slots of the frame hold, inside a filter.
  var cells: [Int: Leaf] = [:]
  /// What slots of the frame, and the slot of the value tested, stand for.
  var aliases: [Int: Step] = [:]
  var tested: Step?
  /// Whose row is at hand.
  var source: Source?
  /// How many figures deep.
  private var depth = 0

  init(_ rubric: Rubric) { self.rubric = rubric }

  /// For the expression of a figure, which has a frame of its own.
  var inside: EdgeSolver? {
    guard depth < 12 else { return nil }
    var solver = EdgeSolver(rubric)
    solver.depth = depth + 1
    return solver
  }

  // MARK: what is declared

  func declaration(of leaf: Leaf) -> Declaration? {
    switch (leaf, source) {
    case (.fact(let number), _): rubric.facts[number]
    case (.column(let column), .table(let table)?): rubric.tables[table].columns[column]
    case (.column(let column), .survey(let survey)?): rubric.surveys[survey].columns[column]
    case (.column, nil): nil
    }
  }

  func leaf(_ step: Step) -> Leaf? {
    switch step.form {
    case .input(let slot):
      switch rubric.slots[slot] {
      case .fact(let number):
        if case .result = rubric.facts[number].origin { nil } else { .fact(number) }
      case .surveyColumn(let survey, let column):
        source == .survey(survey) ? .column(column) : nil
      default: nil
      }
    case .local(let slot): cells[slot]
    default: nil
    }
  }

  /// The step that stands behind a name: of an alias, or of a figure.
  func behind(_ step: Step) -> (step: Step, solver: EdgeSolver)? {
    switch step.form {
    case .local(let slot): return aliases[slot].map { ($0, self) }
    case .input(let slot):
      switch rubric.slots[slot] {
      case .tested: return tested.map { ($0, self) }
      case .figure(let number):
        guard case .expression(let plan) = rubric.figures[number].value, let inside else {
          return nil
        }
        return (plan.step, inside)
      default: return nil
      }
    default: return nil
    }
  }

  func material(_ leaf: Leaf, _ text: String) -> EdgeMaterial {
    switch leaf {
    case .fact(let number): EdgeMaterial(facts: [number: text])
    case .column(let column): EdgeMaterial(row: [column: text])
    }
  }

  // MARK: constants

  func constant(_ step: Step) -> Value? {
    if let value = step.constantValue { return value }
    if case .input(let slot) = step.form {
      switch rubric.slots[slot] {
      case .periodStart: return Self.periodStart.map { .date($0) }
      case .periodEnd, .asOf: return Self.periodEnd.map { .date($0) }
      default: break
      }
    }
    guard let (inner, solver) = behind(step) else { return nil }
    return solver.constant(inner)
  }

  func number(_ step: Step) -> Number? {
    if case .number(let number)? = constant(step) { number } else { nil }
  }
}
