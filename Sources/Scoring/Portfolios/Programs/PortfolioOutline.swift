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
  /// Conditions of bars, sections and gates that are left to the row evaluator.
  package let conditions: [Part]
  /// Why subjects are scored one by one altogether; `nil` where they are not.
  package let rest: Reason?
  /// `nil` where the rubric compares nobody.
  package let comparison: Comparison?

  /// The first pass over a cohort.
  package struct Comparison: Sendable {
    /// What is left to the row evaluator.
    package let parts: [Part]
    /// Why it is left to it altogether; `nil` where it is not.
    package let rest: Reason?
  }

  package var isFused: Bool {
    rest == nil && refusals.isEmpty && conditions.isEmpty
      && (figures + items).allSatisfy { $0.reason == nil } && tables.allSatisfy(\.keptFor.isEmpty)
      && comparison.map { $0.rest == nil && $0.parts.isEmpty } ?? true
  }

  package init(_ rubric: Rubric, mode: ScoringMode) {
    self.rubric = rubric
    let fused = FusedFigures(rubric)
    tables = (rubric.tables.indices.map(Slot.table) + rubric.surveys.indices.map(Slot.survey))
      .compactMap { Self.use(of: $0, by: fused, in: rubric) }
    refusals = PortfolioPlan(rubric).refusals
    let draft = Draft(rubric, fused, mode)
    let second = draft.assembled(
      rubric.cohort.map { _ in .second(CohortColumns(sampleFor: rubric)) } ?? .first
    ) { assembly throws(ColumnRefusal) in _ = try assembly.stand(try assembly.total()) }
    let reasons = Dictionary(uniqueKeysWithValues: second.parts.map { ($0.part, $0.refusal) })
    func part(_ id: String, _ title: Wording?, _ part: RowPart) -> Part {
      Part(id: id, title: title ?? Wording(id), reason: reasons[part].map { Reason($0) })
    }
    figures = rubric.figures.enumerated().map { part($1.name, $1.title, .figure($0)) }
    items = rubric.everyItem.map { part($0.id, $0.title, .item($0.id)) }
    conditions = second.parts.compactMap { one in
      switch one.part {
      case .figure, .item: nil
      default: Part(one, in: rubric)
      }
    }
    rest = second.rest
    comparison = rubric.cohort.map { cohort in
      let first = draft.assembled(.first) { assembly throws(ColumnRefusal) in
        _ = try assembly.compare(cohort)
      }
      // What ails both passes is said once.
      return Comparison(
        parts: first.parts.filter { reasons[$0.part] == nil }.map { Part($0, in: rubric) },
        rest: first.rest)
    }
  }

  /// Programs over columns as files might give them.
  private struct Draft {
    private let rubric: Rubric
    private let fused: FusedFigures
    private let mode: ScoringMode

    init(_ rubric: Rubric, _ fused: FusedFigures, _ mode: ScoringMode) {
      self.rubric = rubric
      self.fused = fused
      self.mode = mode
    }

    /// What is left to the row evaluator, and why all is.
    func assembled(
      _ pass: ScoringAssembly.Pass,
      _ assemble: (inout ScoringAssembly) throws(ColumnRefusal) -> Void
    ) -> (parts: [RowParts.One], rest: Reason?) {
      var assembly = ScoringAssembly(rubric, mode: mode, pass)
      assembly.bind(
        facts: rubric.facts.map { .sample(of: $0.shape) ?? .unlike },
        aggregates: fused.aggregates.map { .sample(of: $0.plan.shape) ?? .unlike },
        empty: EvidenceReader(rubric).read(
          EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: ""))
        ).slots)
      _ = assembly.reckonFigures(fused.values)
      do throws(ColumnRefusal) {
        try assembly.admit()
        try assemble(&assembly)
        return (assembly.refused.all, nil)
      } catch {
        return (assembly.refused.all, Reason(error))
      }
    }
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

extension PortfolioOutline.Part {
  fileprivate init(_ one: RowParts.One, in rubric: Rubric) {
    let reason = PortfolioOutline.Reason(one.refusal)
    func part(_ id: String, _ title: Wording?) -> Self {
      Self(id: id, title: title ?? Wording(id), reason: reason)
    }
    switch one.part {
    case .figure(let number):
      self = part(rubric.figures[number].name, rubric.figures[number].title)
    case .item(let id): self = part(id, rubric.everyItem.first { $0.id == id }?.title)
    case .bar(let number): self = part(rubric.admission[number].id, rubric.admission[number].says)
    case .section(let id), .gate(let id): self = part(id, nil)
    case .total: self = part("total.formula", nil)
    case .peers: self = part("cohort.by", nil)
    case .rank(let number):
      let item = rubric.rankedItems[number].item
      self = part(item.id, item.title)
    case .cohortFigure(let number):
      let figure = rubric.cohort?.figures[number]
      self = part(figure?.name ?? "", figure?.title)
    }
  }
}

extension Column {
  /// Of values that columns do not hold by type.
  fileprivate static var unlike: Column { Column(.values([.null, .null])) }
}

extension PortfolioOutline.Reason {
  init(_ refusal: ColumnRefusal, at place: Place? = nil) {
    self.init(words: refusal.wording, place: refusal.place ?? place)
  }
}
