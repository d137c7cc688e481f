package import Diagnostics
import FEEL
package import Rubrics
import Values

/// How the subjects of a portfolio are scored: what passes over tables and programs over columns do, and what is left to the
/// row evaluator, and why.
///
/// Made of the rubric alone.
package struct PortfolioOutline: Sendable {
  /// Why something is left to the row evaluator, and where that stands.
  package struct Reason: Sendable {
    package let words: Wording
    package let place: Place?
  }

  package struct TableUse: Sendable {
    package let declaration: TableDeclaration
    /// What one pass over its rows tells; as written, each once.
    package let aggregates: [String]
    /// The columns that are read.
    package let columns: [String]
    /// Whether its rows are kept for the row evaluator, and for whom.
    package let keptFor: [String]
  }

  package struct Part: Sendable {
    package let id: String
    package let title: Wording
    /// `nil` where it is computed in columns.
    package let reason: Reason?
  }

  package let rubric: Rubric
  package let tables: [TableUse]
  /// Expressions over rows that no pass tells.
  package let refusals: [Refusal]
  package let figures: [Part]
  package let items: [Part]
  /// Why subjects are scored one by one though every item could be computed in columns; `nil` where they are not.
  package let rest: Reason?

  package var isFused: Bool {
    rest == nil && refusals.isEmpty && (figures + items).allSatisfy { $0.reason == nil }
      && tables.allSatisfy(\.keptFor.isEmpty)
  }

  package init(_ rubric: Rubric, mode: ScoringMode) {
    self.rubric = rubric
    let fused = FusedFigures(rubric)
    tables = (rubric.tables.indices.map(Slot.table) + rubric.surveys.indices.map(Slot.survey))
      .compactMap { Self.use(of: $0, by: fused, in: rubric) }
    refusals = PortfolioPlan(rubric).refusals
    var assembly = ScoringAssembly(rubric, mode: mode)
    assembly.bind(
      facts: rubric.facts.map { Self.sample(of: $0.shape) },
      aggregates: fused.aggregates.map { Self.sample(of: $0.plan.shape) },
      empty: EvidenceReader(rubric).read(
        EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: ""))
      ).slots)
    let reckoned = assembly.reckonFigures(fused.values)
    figures = zip(rubric.figures, reckoned).map { figure, result in
      var reason: Reason?
      if case .failure(let refusal) = result { reason = Reason(refusal) }
      return Part(id: figure.name, title: figure.title ?? Wording(figure.name), reason: reason)
    }
    var items: [Part] = []
    for item in rubric.items {
      items.append(Self.part(item, .section, in: assembly))
    }
    for item in rubric.bonus?.items ?? [] { items.append(Self.part(item, .bonus, in: assembly)) }
    for deduction in rubric.deductions {
      items.append(Self.part(deduction.item, .deduction(cap: deduction.cap), in: assembly))
    }
    self.items = items
    // What ails an item was said there.
    rest = items.contains { $0.reason != nil } ? nil : Self.rest(of: assembly)
  }

  private static func rest(of assembly: ScoringAssembly) -> Reason? {
    var assembly = assembly
    do throws(ColumnRefusal) {
      try assembly.refuseOthers()
      try assembly.admit()
      _ = try assembly.stand(try assembly.total())
      return nil
    } catch {
      return Reason(error)
    }
  }

  private static func part(
    _ item: Item, _ surroundings: ScoringAssembly.Surroundings, in assembly: ScoringAssembly
  ) -> Part {
    var assembly = assembly
    do throws(ColumnRefusal) {
      _ = try assembly.score(item, in: surroundings)
      return Part(id: item.id, title: item.title, reason: nil)
    } catch {
      return Part(id: item.id, title: item.title, reason: Reason(error, at: item.place))
    }
  }

  /// A column as a file might give it, for it is asked only what it is made of.
  private static func sample(of shape: Shape) -> Column? {
    switch shape.known {
    case .number: Column(.scaled([0, 1_000_000], exponent: -2))
    case .boolean: Column(.booleans([0, 1]))
    case .string: Column(.texts([0, 1], texts: ["a", "b"]))
    case .date: Column(.days([0, 1]))
    default: Column(.values([.null, .null]))
    }
  }

  private static func sample(of shape: Shape) -> Column {
    sample(of: shape) ?? Column(.values([.null, .null]))
  }

  private static func use(
    of target: Slot, by fused: FusedFigures, in rubric: Rubric
  ) -> TableUse? {
    let declaration: TableDeclaration
    var aggregates: [String] = []
    switch target {
    case .table(let number):
      declaration = rubric.tables[number]
      for aggregate in fused.aggregates where aggregate.table == number {
        let text = String(aggregate.plan.text(of: aggregate.plan.step))
        if !aggregates.contains(text) { aggregates.append(text) }
      }
    case .survey(let number): declaration = rubric.surveys[number]
    default: return nil
    }
    guard let slot = rubric.index(of: target) else { return nil }
    let isKept = fused.slotsLeft.contains(slot)
    let columns = fused.columns(of: target, in: rubric).sorted().map {
      declaration.columns[$0].name
    }
    guard isKept || !aggregates.isEmpty else { return nil }
    return TableUse(
      declaration: declaration, aggregates: aggregates, columns: columns,
      keptFor: isKept ? Self.lookers(at: slot, besides: fused, in: rubric) : [])
  }

  /// Figures and items whose own words look at the rows of a table, besides what a pass tells.
  private static func lookers(
    at slot: Int, besides fused: FusedFigures, in rubric: Rubric
  ) -> [String] {
    (fused.lookers[slot] ?? []) + rubric.everyItem.filter { $0.inputs.contains(slot) }.map(\.id)
  }
}

extension PortfolioOutline.Reason {
  init(_ refusal: ColumnRefusal, at place: Place? = nil) {
    self.init(words: refusal.wording, place: refusal.place ?? place)
  }
}
