import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkGrades() -> Grades? {
    let place = root.keyPlace("grades")
    switch root.value("grades") {
    case .list(let written, _):
      let records = written.compactMap(\.record)
      let lines = records.compactMap { grade($0) }
      guard lines.count == written.count else { return nil }
      guard let direction = direction(records, at: place) else { return nil }
      return Grades(rule: .ladder(direction), lines: lines, place: place)
    case .record(let record):
      let lines = record.records("lines").compactMap { grade($0) }
      for line in record.records("lines") {
        for key in ["at least", "at most"] where line.mentions(key) {
          diagnostics.report(.thresholdBesideTable(key, at: line.keyPlace(key)))
        }
      }
      knowTotal()
      guard lines.count == record.list("lines").count, let by = record.record("by"),
        let table = ruleTable(by, in: gateExpressions, expecting: .string)
      else { return nil }
      reportUnknownOutputs(table, lines)
      return Grades(rule: .table(table), lines: lines, place: place)
    default: return nil
    }
  }

  /// A table over the total sees only totals that rounding leaves.
  private mutating func knowTotal() {
    guard let step = root.record("total")?.record("round")?.number("to"), step.isPositive,
      let slot = slots.firstIndex(of: .total)
    else { return }
    finder.slots[slot] = Domain(grid: step)
  }

  private mutating func grade(_ record: Record) -> Grade? {
    noteID(record.scalar("id"), in: "grade")
    let place = record.scalar("id")?.place ?? record.place
    let citation = checkCitation(record)
    let basis = record.record("basis").flatMap { checkBasis($0, pointsAreNeeded: false) }
    if let share = record.number("every section") {
      reportShare(share, at: record.scalar("every section")?.place ?? place)
    }
    let known = syntax.allSections.compactMap { $0.string("id") }
    var floors: [SectionFloor] = []
    for entry in record.map("sections") {
      guard let share = entry.value.number else { continue }
      reportShare(share, at: entry.value.place)
      if known.contains(entry.key.text) {
        floors.append(SectionFloor(section: entry.key.text, share: share))
      } else {
        diagnostics.report(.unknownSection(entry.key.text, among: known, at: entry.key.place))
      }
    }
    guard let id = record.string("id"), let title = record.wording("title") else { return nil }
    return Grade(
      id: id, title: title, stars: record.count("stars"),
      threshold: record.number("at least") ?? record.number("at most"),
      everySection: record.number("every section"), sectionFloors: floors, basis: basis?.rule,
      says: record.wording("says"), citation: citation, place: place)
  }

  private mutating func reportShare(_ share: Number, at place: Place) {
    if share.isNegative || share > .one { diagnostics.report(.notAShare(share, at: place)) }
  }

  /// One direction for all lines; every line but the last has a threshold, and they fall steadily.
  private mutating func direction(_ records: [Record], at place: Place) -> Grades.Direction? {
    guard let last = records.last else {
      diagnostics.report(.emptyList("grades", at: place))
      return nil
    }
    var isWhole = true
    for record in records {
      let place = record.scalar("id")?.place ?? record.place
      let both = record.mentions("at least") && record.mentions("at most")
      let none = !record.mentions("at least") && !record.mentions("at most")
      let isLast = record.place.isSame(as: last.place)
      if both {
        diagnostics.report(.gradeWithTwoThresholds(at: place))
        isWhole = false
      } else if isLast, !none {
        diagnostics.report(.lastGradeHasThreshold(record.string("id") ?? "", at: place))
        isWhole = false
      } else if !isLast, none {
        diagnostics.report(.gradeWithoutThreshold(record.string("id") ?? "", at: place))
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    let isFalling = records.contains { $0.mentions("at most") }
    if isFalling, let other = records.first(where: { $0.mentions("at least") }) {
      diagnostics.report(.mixedDirections(at: other.keyPlace("at least")))
      return nil
    }
    let key = isFalling ? "at most" : "at least"
    for (upper, lower) in zip(records, records.dropFirst()) {
      guard let one = upper.number(key), let other = lower.number(key) else { continue }
      if isFalling ? other <= one : other >= one {
        diagnostics.report(
          .gradesOutOfOrder(at: lower.keyPlace(key)).pointing(at: .other(upper.keyPlace(key))))
        isWhole = false
      }
    }
    for (upper, lower) in zip(records, records.dropFirst()) {
      if let one = upper.count("stars"), let other = lower.count("stars"), other > one {
        diagnostics.report(
          .starsOutOfOrder(at: lower.keyPlace("stars")).pointing(
            at: .other(upper.keyPlace("stars"))))
      }
    }
    return isWhole ? (isFalling ? .atMost : .atLeast) : nil
  }

  /// A grade table gives ids of lines, and every line.
  private mutating func reportUnknownOutputs(_ table: RuleTable, _ lines: [Grade]) {
    let known = lines.map(\.id)
    var given = Set<String>()
    var isClosed = true
    for (index, rule) in table.plan.rules.enumerated() {
      guard case .string(let id)? = rule.outputs.first?.constantValue else {
        isClosed = false
        continue
      }
      given.insert(id)
      if !known.contains(id) {
        diagnostics.report(.unknownGrade(id, among: known, at: table.rules[index].place))
      }
    }
    if let otherwise = table.plan.outputs.first?.otherwise {
      if case .string(let id)? = otherwise.constantValue {
        given.insert(id)
      } else {
        isClosed = false
      }
    }
    guard isClosed else { return }
    for line in lines where !given.contains(line.id) {
      diagnostics.report(.gradeNeverGiven(line.id, at: line.place))
    }
  }

  // MARK: gates

  mutating func checkBar(_ record: Record) -> Bar? {
    noteID(record.scalar("id"), in: "gate")
    let citation = checkCitation(record)
    guard let trigger = checkTrigger(record, in: expressions), let id = record.string("id"),
      let status = record.wording("status")
    else { return nil }
    let fact = facts.firstIndex {
      $0.name == status.en && status.en == status.zh && $0.shape.withoutOptional == .string
    }
    return Bar(
      id: id, trigger: trigger, whenClosed: GateClosing(record.string("when closed")),
      status: fact.map { .slot($0) } ?? .words(status),
      says: record.wording("says"), citation: citation,
      place: record.scalar("id")?.place ?? record.place, keys: record.place)
  }

  mutating func checkGate(_ record: Record, _ grades: Grades?, isVeto: Bool) -> Gate? {
    noteID(record.scalar("id"), in: "gate")
    let citation = checkCitation(record)
    let place = record.scalar("id")?.place ?? record.place
    if !isVeto, record.mentions("score") {
      diagnostics.report(.scoreOfCap(at: record.keyPlace("score")))
    }
    let trigger = checkTrigger(record, in: gateExpressions)
    guard record.mentions("grade") != record.mentions("stars") else {
      diagnostics.report(.gateLimit(at: place))
      return nil
    }
    let limit: Gate.Limit
    if let grade = record.scalar("grade") {
      limit = .grade(grade.text)
      if let grades, grades.line(grade.text) == nil {
        diagnostics.report(
          .unknownGrade(grade.text, among: grades.lines.map(\.id), at: grade.place))
      }
    } else if let stars = record.count("stars") {
      limit = .stars(stars)
      if let grades, !grades.lines.contains(where: { ($0.stars ?? Int.max) <= stars }) {
        diagnostics.report(.noGradeWithStars(stars, at: record.keyPlace("stars")))
      }
    } else {
      return nil
    }
    guard let trigger, let id = record.string("id") else { return nil }
    return Gate(
      id: id, trigger: trigger, whenClosed: GateClosing(record.string("when closed")),
      limit: limit, score: isVeto ? record.number("score") : nil,
      says: record.wording("says"), citation: citation, place: place, keys: record.place)
  }
}

extension Place {
  func isSame(as other: Place) -> Bool {
    switch (self, other) {
    case (.text(let left, let one), .text(let right, let two)): left === right && one == two
    default: description == other.description
    }
  }
}
