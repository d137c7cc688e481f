import Dispatch
import FEEL
import Platform
import Synchronization
import Values

/// The figures of a rubric whose aggregates have been told by passes over tables.
struct FusedEvidence: Sendable {
  let figures: FusedFigures
  /// By table.
  private let answers: [Int: TableAnswers]
  /// By aggregate: where in the answers of its table it stands; `nil` where only the row evaluator tells it.
  private let places: [Int?]
  /// By aggregate, where they were kept from an earlier reading: one row a subject.
  private let kept: [Column]?

  init(_ figures: FusedFigures, _ answers: [Int: TableAnswers]) {
    self.figures = figures
    self.answers = answers
    kept = nil
    places = figures.aggregates.indices.map { number in
      answers[figures.aggregates[number].table]?.place(of: number)
    }
  }

  init(_ figures: FusedFigures, kept: [Column]) {
    precondition(kept.count == figures.aggregates.count, "a column for each aggregate")
    self.figures = figures
    self.kept = kept
    (answers, places) = ([:], [])
  }

  /// One column an aggregate, one row a subject.
  func columns(of portfolio: Portfolio) -> [Column] {
    if let kept { return kept }
    guard !figures.aggregates.isEmpty else { return [] }
    let count = portfolio.subjects.count
    let cores = Processors.count
    let size = max(1, (count + cores * 4 - 1) / (cores * 4))
    let starts = Array(stride(from: 0, to: count, by: size))
    let found = Mutex([[[Value]]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { chunk in
      let range = starts[chunk]..<min(starts[chunk] + size, count)
      let values = self.values(of: range, in: portfolio)
      found.withLock { $0[chunk] = values }
    }
    let chunks = found.withLock { $0 }
    let columns = Mutex([Column?](repeating: nil, count: figures.aggregates.count))
    DispatchQueue.concurrentPerform(iterations: figures.aggregates.count) { aggregate in
      var builder = ColumnBuilder()
      for chunk in chunks { for value in chunk[aggregate] { builder.append(value) } }
      let column = builder.column
      columns.withLock { $0[aggregate] = column }
    }
    return columns.withLock { $0.compactMap(\.self) }
  }

  /// By aggregate, one value a subject.
  private func values(of subjects: Range<Int>, in portfolio: Portfolio) -> [[Value]] {
    let facts = portfolio.factEvidence
    var values = figures.aggregates.indices.map { number in
      guard let place = places[number], let told = answers[figures.aggregates[number].table] else {
        return [Value?](repeating: nil, count: subjects.count)
      }
      let values = told.values(place, of: subjects)
      guard let given = portfolio.tables[figures.aggregates[number].table]?.given, !given.isEmpty
      else { return values }
      return zip(subjects, values).map { given[$0] == nil ? $1 : nil }
    }
    // What the passes have not told costs a list of rows, made once a subject.
    for (offset, subject) in subjects.enumerated() {
      var lists: [Int: Value] = [:]
      for number in values.indices where values[number][offset] == nil {
        values[number][offset] = asked(number, of: subject, portfolio.tables, facts, &lists)
      }
    }
    return values.map { $0.compactMap(\.self) }
  }

  /// One value an aggregate.
  func values(of subject: Int, in portfolio: Portfolio) -> [Value] {
    if let kept { return kept.map { $0[subject] } }
    let facts = portfolio.factEvidence
    var lists: [Int: Value] = [:]
    return figures.aggregates.indices.map { number in
      let aggregate = figures.aggregates[number]
      if let place = places[number], portfolio.tables[aggregate.table]?.given[subject] == nil,
        let value = answers[aggregate.table]?.value(place, of: subject)
      {
        return value
      }
      return asked(number, of: subject, portfolio.tables, facts, &lists)
    }
  }

  /// What the row evaluator says of an aggregate; `lists` keeps the subject's rows by table.
  private func asked(
    _ number: Int, of subject: Int, _ rows: [Portfolio.Rows?], _ facts: FactEvidence,
    _ lists: inout [Int: Value]
  ) -> Value {
    let aggregate = figures.aggregates[number]
    var slots = facts.emptySlots
    if let filter = aggregate.filter { facts.fill(&slots, for: filter.facts.sorted(), of: subject) }
    if let rows = rows[aggregate.table] {
      let list = lists[aggregate.table] ?? rows.list(of: subject)
      lists[aggregate.table] = list
      slots[aggregate.tableSlot] = list
    }
    return aggregate.plan.run(slots)
  }
}
