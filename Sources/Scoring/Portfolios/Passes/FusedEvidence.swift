import FEEL
import Values

/// The figures of a rubric whose aggregates have been told by passes over tables.
struct FusedEvidence: Sendable {
  let figures: FusedFigures
  /// By table.
  private let answers: [Int: TableAnswers]
  /// By aggregate: where in the answers of its table it stands; `nil` where only the row evaluator tells it.
  private let places: [Int?]

  init(_ figures: FusedFigures, _ answers: [Int: TableAnswers]) {
    self.figures = figures
    self.answers = answers
    places = figures.aggregates.indices.map { number in
      answers[figures.aggregates[number].table]?.place(of: number)
    }
  }

  /// One value an aggregate.
  func values(of subject: Int, rows: [Portfolio.Rows?], slots: [Value]) -> [Value] {
    var lists: [Int: Value] = [:]
    return figures.aggregates.indices.map { number in
      let aggregate = figures.aggregates[number]
      if let place = places[number],
        let value = answers[aggregate.table]?.value(place, of: subject)
      {
        return value
      }
      var slots = slots
      if let rows = rows[aggregate.table] {
        let list = lists[aggregate.table] ?? rows.list(of: subject)
        lists[aggregate.table] = list
        slots[aggregate.tableSlot] = list
      }
      return aggregate.plan.run(slots)
    }
  }
}
