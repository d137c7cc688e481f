import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkMovement(_ record: Record, _ grades: Grades?) -> Movement? {
    if !["first", "up", "down", "wait"].contains(where: { record.mentions($0) }) {
      diagnostics.report(.movesFreely(at: record.place))
    }
    if record.mentions("wait"), !record.mentions("up") {
      diagnostics.report(.waitWithoutUp(at: record.keyPlace("wait")))
    }
    return Movement(
      first: knownGrade(record, "first", grades), up: record.count("up"),
      down: record.count("down"), wait: record.count("wait"),
      isFirstWhenLapsed: record.string("when lapsed") == "first", says: record.wording("says"),
      citation: checkCitation(record), place: record.place)
  }

  mutating func checkDowngrade(_ record: Record) -> Downgrade? {
    noteID(record.scalar("id"), in: "gate")
    let citation = checkCitation(record)
    if record.count("levels") == 0 {
      diagnostics.report(
        .stepNotPositive("levels", at: record.scalar("levels")?.place ?? record.place))
    }
    guard let trigger = checkTrigger(record, in: gateExpressions), let id = record.string("id"),
      let levels = record.count("levels")
    else { return nil }
    return Downgrade(
      id: id, trigger: trigger, whenClosed: GateClosing(record.string("when closed")),
      levels: levels, says: record.wording("says"), citation: citation,
      place: record.scalar("id")?.place ?? record.place, keys: record.place)
  }

  mutating func checkReEvaluation(_ record: Record, _ grades: Grades?) -> ReEvaluation? {
    let citation = checkCitation(record)
    let greatest = knownGrade(record, "grade", grades)
    guard let least = knownGrade(record, "passes at", grades) else { return nil }
    if let greatest, let grades, let best = grades.rank(of: greatest),
      let worst = grades.rank(of: least), best > worst
    {
      diagnostics.report(.neverPasses(greatest, least, at: record.keyPlace("grade")))
    }
    return ReEvaluation(
      passesAt: least, grade: greatest, says: record.wording("says"), citation: citation)
  }

  mutating func checkValidity(_ record: Record, _ grades: Grades?) -> Validity? {
    let citation = checkCitation(record)
    let from = plan(record, "from", expecting: .date)
    var byGrade: [String: Int] = [:]
    for entry in record.map("grades") {
      let text = entry.key.text
      if let grades, grades.line(text) == nil {
        diagnostics.report(
          .unknownGrade(text, among: grades.lines.map(\.id), at: entry.key.place))
      }
      byGrade[text] = entry.value.number?.intValue
    }
    if record.count("years") == 0 {
      diagnostics.report(
        .stepNotPositive("years", at: record.scalar("years")?.place ?? record.place))
    }
    return record.count("years").map {
      Validity(years: $0, byGrade: byGrade, from: from, citation: citation)
    }
  }

  private mutating func knownGrade(_ record: Record, _ key: String, _ grades: Grades?) -> String? {
    guard let scalar = record.scalar(key) else { return nil }
    if let grades, grades.line(scalar.text) == nil {
      diagnostics.report(
        .unknownGrade(scalar.text, among: grades.lines.map(\.id), at: scalar.place))
    }
    return scalar.text
  }
}
