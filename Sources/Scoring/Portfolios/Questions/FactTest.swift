import FEEL
import Rubrics
import Values

/// A part of a condition that holds a cell of the row against something that is known of the row's subject beforehand.
///
///     count(services[hours > target_hours])      cell `hours`, greater, facts: target_hours
///     count(services[is_town and hours > 3])     no cell, facts: is_town
struct FactTest: Sendable {
  /// What both sides are, as a pass keeps them.
  enum Kind: Sendable {
    case number, date, string, boolean
  }

  /// An expression over facts, as it is run for a subject.
  let facts: Plan
  let kind: Kind
  /// The declared column; `nil` where the facts alone decide.
  let column: Int?
  let comparison: Operator.Comparison
  /// What a cell makes of it that is null.
  let whenNull: UInt8

  /// - Returns: `nil` where `step` is anything else than one cell compared with an expression over facts, or such an
  ///   expression that is true or false.
  init?(_ step: Step, of plan: Plan, _ uses: CellUses, in table: TableDeclaration) {
    if uses.isOfFacts(step), Self.kind(of: step, in: plan) == .boolean {
      self.init(step, of: plan, .boolean, column: nil, .equal)
      return
    }
    guard case .comparison(let comparison, let left, let right) = step.form else { return nil }
    if let column = uses.column(left), uses.isOfFacts(right) {
      self.init(comparison, column, right, of: plan, in: table)
    } else if let column = uses.column(right), uses.isOfFacts(left) {
      self.init(comparison.reversed, column, left, of: plan, in: table)
    } else {
      return nil
    }
  }

  private init?(
    _ comparison: Operator.Comparison, _ column: Int, _ facts: Step, of plan: Plan,
    in table: TableDeclaration
  ) {
    guard let kind = Self.kind(of: facts, in: plan),
      kind == Self.kind(table.columns[column].shape)
    else { return nil }
    // Texts and truth values of a pass have no order.
    let isOrdered = kind == .number || kind == .date
    guard isOrdered || comparison == .equal || comparison == .unequal else { return nil }
    self.init(facts, of: plan, kind, column: column, comparison)
  }

  private init(
    _ facts: Step, of plan: Plan, _ kind: Kind, column: Int?, _ comparison: Operator.Comparison
  ) {
    self.facts = plan.part(facts)
    self.kind = kind
    self.column = column
    self.comparison = comparison
    whenNull =
      switch comparison {
      case .equal: Verdict.isFalse
      case .unequal: Verdict.isTrue
      case .less, .atMost, .greater, .atLeast: Verdict.isNull
      }
  }

  private static func kind(of step: Step, in plan: Plan) -> Kind? {
    kind(plan.notes[Int(step.id)].shape)
  }

  private static func kind(_ shape: Shape) -> Kind? {
    switch shape.known {
    case .number: .number
    case .date: .date
    case .string: .string
    case .boolean: .boolean
    default: nil
    }
  }
}
