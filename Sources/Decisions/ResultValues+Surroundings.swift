package import Rubrics
package import Scoring
package import Values

extension ResultValues {
  /// Of a subject of which nothing could be scored, so far: everything about its result is open.
  package init(
    unscoredBy rubric: Rubric, named id: String, history: [Past], contracts: [Contract],
    period: Period?, asOf: CalendarDate?
  ) {
    let missing = [Missing(id, .noResult)]
    var values = Self.around(history, contracts, period: period, asOf: asOf)
    for name in ResultName.allCases where values[name] == nil {
      let bounds: Bounds =
        switch name {
        case .grade: Bounds(.oneOf(rubric.grades.lines.map { .string($0.id) }), mayBeNull: true)
        case .confirmedFindings, .allegedFindings: Bounds(NumberInterval.counts)
        default: Bounds(of: name.shape)
        }
      values[name] = .unknown(Unknown(bounds, missing: missing))
    }
    self.init(values)
  }

  /// What does not hang on the result.
  static func around(
    _ history: [Past], _ contracts: [Contract], period: Period?, asOf: CalendarDate?
  ) -> [ResultName: Value] {
    let contract = Contract(together: contracts)
    return [
      .ratedYears: .number(Number(history.count)),
      .previousGrade: history.first?.grade.map(Value.string) ?? .null,
      .previousScore: history.first?.score.map(Value.number) ?? .null,
      .consecutiveGrades: consecutiveGrades(history, before: period?.start),
      .contractAmount: contract.amount.map(Value.number) ?? .null,
      .contractFrom: contract.from.map(Value.date) ?? .null,
      .contractUntil: contract.until.map(Value.date) ?? .null,
      .contracts: .list(.values(contracts.map(\.value))),
      .periodStart: period.map { .date($0.start) } ?? .null,
      .periodEnd: period.map { .date($0.end) } ?? .null,
      .asOf: asOf.map(Value.date) ?? .null,
    ]
  }

  /// The row of slots as one contract alone would have it.
  static func row(_ row: [Value], of contract: Value) -> [Value] {
    guard case .context(let terms) = contract else { return row }
    var row = row
    for (slot, name) in ResultName.allCases.enumerated() where row.indices.contains(slot) {
      switch name {
      case .contractAmount: row[slot] = terms["amount"] ?? .null
      case .contractFrom: row[slot] = terms["from"] ?? .null
      case .contractUntil: row[slot] = terms["until"] ?? .null
      default: break
      }
    }
    return row
  }

  /// The grades of the periods that end where the next one begins, from `day` backwards; a period that nobody can read
  /// leaves open whether what is before it belongs to them.
  private static func consecutiveGrades(_ history: [Past], before day: CalendarDate?) -> Value {
    var grades: [Value] = []
    var next = day
    var isOpen = false
    for past in history {
      let grade = past.grade.map(Value.string) ?? .null
      guard !isOpen, let start = next, let period = past.period.flatMap(WrittenPeriod.init) else {
        isOpen = true
        grades.append(past.grade == nil ? grade : Self.perhaps(grade))
        continue
      }
      // An earlier look at this very period is none of the periods before it.
      if period.start >= start { continue }
      guard let following = period.end.adding(days: 1), following >= start else { break }
      grades.append(grade)
      next = period.start
    }
    return .list(.values(grades))
  }

  private static func perhaps(_ grade: Value) -> Value {
    .unknown(
      Unknown(
        Bounds(.oneOf([grade]), mayBeNull: true),
        missing: [Missing(ResultName.consecutiveGrades.rawValue, .unreadable)]))
  }
}
