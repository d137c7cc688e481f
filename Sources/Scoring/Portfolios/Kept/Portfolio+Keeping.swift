package import Diagnostics
import FEEL
package import Rubrics
import Values

extension Portfolio {
  /// Facts and aggregates, one row a subject.
  package var kept: KeptPortfolio {
    let rows = subjects.map { $0.row ?? 0 } + unnamed.map { $0.row ?? 0 }
    let facts = zip(rubric.facts, self.facts).compactMap { declaration, column in
      column.map { column in
        KeptPortfolio.Part(
          name: declaration.name, identity: rubric.identity(of: declaration),
          column: column.taking(rows))
      }
    }
    let figures = fused?.figures ?? FusedFigures(rubric)
    let columns = fused?.columns(of: self) ?? []
    let aggregates = zip(figures.aggregates, columns).map { aggregate, column in
      KeptPortfolio.Part(
        name: String(aggregate.plan.text(of: aggregate.plan.step)),
        identity: rubric.identity(of: aggregate), column: column)
    }
    let given =
      zip(rubric.tables, tables).compactMap { $1 == nil ? nil : $0.name }
      + zip(rubric.surveys, surveys).compactMap { $1 == nil ? nil : $0.name }
    return KeptPortfolio(
      subjects: subjects.map {
        .init(
          id: $0.id, isRejected: $0.isRejected, isDoubtful: $0.isDoubtful,
          hasBrokenRow: $0.hasBrokenRow)
      }, unnamed: unnamed.map(\.isBroken), tables: given,
      facts: facts, aggregates: aggregates)
  }

  /// The portfolio under a rubric that looks at nothing but what was kept.
  ///
  /// - Returns: `nil` where it looks at more; every such thing was reported.
  package init?(
    _ kept: KeptPortfolio, under rubric: Rubric, without leftOut: Set<Need> = [], from path: String,
    into diagnostics: inout Diagnostics
  ) {
    var needed: [String] = []
    func find(_ name: String, _ identity: String, in parts: [KeptPortfolio.Part]) -> Column? {
      if let part = parts.first(where: { $0.identity == identity }) { return part.column }
      if !needed.contains(name) { needed.append(name) }
      return nil
    }
    let facts: [Column?] = rubric.facts.enumerated().map { number, fact in
      kept.facts.isEmpty || leftOut.contains(.fact(number))
        ? nil : find(fact.name, rubric.identity(of: fact), in: kept.facts)
    }
    // Which rows are records is told from all columns that are declared: one that no longer is may have decided.
    let asked = Set(rubric.facts.map { rubric.identity(of: $0) })
    for part in kept.facts where needed.isEmpty && !asked.contains(part.identity) {
      needed.append(part.name)
    }
    let figures = FusedFigures(rubric)
    let columns = figures.aggregates.compactMap { aggregate in
      find(
        String(aggregate.plan.text(of: aggregate.plan.step)),
        rubric.identity(of: aggregate), in: kept.aggregates)
    }
    for slot in figures.slotsLeft.sorted() {
      let name: String
      let isLeftOut: Bool
      switch rubric.slots[slot] {
      case .table(let number):
        (name, isLeftOut) = (rubric.tables[number].name, leftOut.contains(.table(number)))
      case .survey(let number):
        (name, isLeftOut) = (rubric.surveys[number].name, leftOut.contains(.survey(number)))
      default: continue
      }
      if !isLeftOut, !needed.contains(name) { needed.append(name) }
    }
    for name in needed { diagnostics.report(.recordsNeeded(name, path)) }
    guard needed.isEmpty else { return nil }
    var emptySlots = EvidenceReader(rubric).read(
      EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: ""))
    ).slots
    rubric.leave(leftOut, outOf: &emptySlots)
    self.init(
      rubric: rubric,
      subjects: kept.subjects.enumerated().map {
        Subject(
          id: $1.id, row: kept.facts.isEmpty ? nil : $0, isRejected: $1.isRejected,
          isDoubtful: $1.isDoubtful, hasBrokenRow: $1.hasBrokenRow)
      },
      unnamed: kept.unnamed.enumerated().map {
        Unnamed(row: kept.facts.isEmpty ? nil : kept.subjects.count + $0, isBroken: $1)
      },
      facts: facts, tables: rubric.tables.map { _ in nil },
      surveys: rubric.surveys.map { _ in nil },
      emptySlots: emptySlots, fused: FusedEvidence(figures, kept: columns), leftOut: leftOut)
  }
}
