import FEEL
import Rubrics
import Values

/// A part of a rubric that no program knows: the row evaluator alone computes it, once a subject, and what it gives
/// enters the program as a column.
enum RowPart: Hashable, Sendable {
  /// By number in `Rubric.figures`.
  case figure(Int)
  /// By id.
  case item(String)
  /// The condition of a bar, by number.
  case bar(Int)
  /// Whether a section applies, by id.
  case section(String)
  /// The condition of a cap, a downgrade or a veto, by id.
  case gate(String)
  /// The formula of the total.
  case total
  /// What makes peers of subjects.
  case peers
  /// What a ranked item compares, by number in `Rubric.rankedItems`.
  case rank(Int)
  /// What a number of the cohort is made of, by number in `Cohort.figures`.
  case cohortFigure(Int)
}

/// What the row evaluator says of one part: a row a subject.
struct RowColumns: Sendable {
  /// The value of an expression, the points of an item.
  ///
  /// Where the points are not one number that counts or does not, an unknown stands, so that the whole subject is
  /// left to the row evaluator.
  let values: Column
  /// Of items: where it counts; `nil` for everywhere.
  let counts: Column?

  /// Whether nobody can be scored in columns by it.
  var isOpenForAll: Bool {
    values.count > 0 && values.states.allSatisfy { $0 == Column.State.other.rawValue }
      && !values.states.isEmpty
  }
}

/// Parts that a program refused, with the first reason for each.
struct RowParts: Sendable {
  struct One: Sendable {
    let part: RowPart
    let refusal: ColumnRefusal
  }

  /// What the row evaluator has said of them.
  struct Known: Sendable {
    var parts: [One] = []
    var columns: [RowPart: RowColumns] = [:]
  }

  private(set) var all: [One] = []

  mutating func append(_ part: RowPart, _ refusal: ColumnRefusal) {
    guard !all.contains(where: { $0.part == part }) else { return }
    all.append(One(part: part, refusal: refusal))
  }
}

extension Rubric {
  /// The expression that a part is, where it is one.
  func plan(of part: RowPart) -> Plan? {
    switch part {
    case .figure, .item: nil
    case .bar(let number): resultPlan.admission[number].trigger.plan
    case .section(let id): resultPlan.everySection.first { $0.id == id }?.applies
    case .gate(let id):
      resultPlan.gates.first { $0.id == id && $0.kind != .admission }?.trigger.plan
    case .total: resultPlan.formula
    case .peers: cohort?.by
    case .rank(let number): rankedItems[number].rule.value
    case .cohortFigure(let number): cohort?.figures[number].value
    }
  }

  /// The figures that a part rests on, itself among them.
  func figures(behind part: RowPart) -> Set<Int> {
    var direct: [Int] = []
    switch part {
    case .figure(let number): direct = [figures[number].slot]
    case .item(let id):
      guard let item = everyItem.first(where: { $0.id == id }) else { break }
      direct = item.inputs
      if !item.stages.isEmpty { direct += stages.flatMap { $0.appliesWhen?.slotsUsed ?? [] } }
    default: direct = plan(of: part)?.slotsUsed ?? []
    }
    let found = slots(behind: direct).compactMap { slot -> Int? in
      if slots.indices.contains(slot), case .figure(let number) = slots[slot] {
        number
      } else {
        nil
      }
    }
    return Set(found)
  }
}
