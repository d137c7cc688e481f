import Diagnostics
import FEEL
import Formats
import Values

/// Turns a rubric as written into a checked one; its extensions check one aspect each.
struct RubricChecker {
  let syntax: RubricSyntax
  let root: Record
  var diagnostics = Diagnostics()

  var sources: [Source] = []
  var facts: [Declaration] = []
  var tables: [TableDeclaration] = []
  var surveys: [TableDeclaration] = []
  var documents: [DocumentDeclaration] = []
  var findings: [FindingDeclaration] = []
  var parties: [PartyDeclaration] = []
  var stages: [Stage] = []
  var figures: [Figure] = []
  var panels: [Panel] = []
  var slots: [Slot] = []

  /// What items see: facts, tables, surveys, documents, the period, figures.
  var expressions = Expressions(Scope([]), tables: [])
  /// The numbers that facts and figures can be.
  var finder = DomainFinder()
  /// By slot of a figure: the lists over which it ranges.
  var rangedByFigure: [Int: [RangedList]] = [:]
  /// By slot of a figure: the slots of the tables behind it.
  var tablesByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: the slots of the tables whose members it counts.
  var countedByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: the tables of which it asks whether they have any rows.
  var askedByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: whether it is null for no other reason than that there is nothing.
  var coveredFigures: [Int: Bool] = [:]
  /// Figures that look at the cohort, by slot: nobody knows them before everybody is scored.
  var lateFigures: Set<Int> = []
  /// Expressions that are run for every member of a cohort, with where they stand.
  var comparisons: [(plan: Plan, place: Place)] = []
  /// By item, section, gate, grade: where an id was first written.
  var seenIDs: [String: [String: Place]] = [:]
  /// Where the points of the item at hand are declared.
  var fullMarks: RelatedPlace?

  /// Whether all of the file could be read; what is missing may have used what seems idle.
  let isWhole: Bool

  init(_ syntax: RubricSyntax, isWhole: Bool) {
    self.isWhole = isWhole
    self.syntax = syntax
    root = syntax.root
  }

  /// Reports the second thing with the same id in one realm (`item`, `section`, …).
  mutating func noteID(_ scalar: Scalar?, in realm: String) {
    guard let scalar else { return }
    if let first = seenIDs[realm]?[scalar.text] {
      diagnostics.report(.idTwice(scalar.text, at: scalar.place, first: first))
    } else {
      seenIDs[realm, default: [:]][scalar.text] = scalar.place
    }
  }

  // MARK: expressions

  mutating func plan(_ record: Record, _ key: String, expecting shape: Shape) -> Plan? {
    let plan = record.scalar(key).flatMap {
      expressions.plan($0, expecting: shape, into: &diagnostics)
    }
    reportConstant(plan, at: record.scalar(key)?.place ?? record.place)
    if let plan { reportShares(in: plan) }
    return plan
  }

  /// What gates and grade tables see besides.
  var gateExpressions: Expressions {
    expressions.adding(
      resultEntries + cohortEntries + [entry("total", .optional(.number), .total)])
  }

  var resultEntries: [Scope.Entry] {
    let points = Shape.optional(.number)
    let items = syntax.allItems.compactMap { $0.string("id") }.map { Shape.Field($0, points) }
    let share: [Shape.Field] = [
      Shape.Field("points", points), Shape.Field("earned", points), Shape.Field("share", points),
    ]
    let sections = syntax.allSections.compactMap { $0.string("id") }
      .map { Shape.Field($0, .context(share)) }
    return [
      entry("items", .context(items), .items), entry("sections", .context(sections), .sections),
    ]
  }

  func entry(_ name: String, _ shape: Shape, _ slot: Slot) -> Scope.Entry {
    Scope.Entry(name, shape, slot: slots.firstIndex(of: slot) ?? 0)
  }

  /// Slots are numbered once: inputs, figures in order of evaluation, what the engine gives.
  mutating func finishSlots() {
    slots += [.total, .items, .sections, .stage]
    if hasVisits { slots.append(.visit) }
    slots.append(.tested)
    for (number, survey) in surveys.enumerated() {
      slots += survey.columns.indices.map { .surveyColumn(survey: number, column: $0) }
    }
    expressions = expressions.knowing(lint)
  }

  var tableSlots: Set<Int> {
    Set(
      slots.indices.filter {
        switch slots[$0] {
        case .table, .survey, .document, .judgements, .faults: true
        default: false
        }
      })
  }
}
