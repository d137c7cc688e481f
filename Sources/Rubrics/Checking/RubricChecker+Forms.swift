import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Checks the form of an item worth `points`: full marks or the cap of a deduction, `nil` if unreadable.
  mutating func checkForm(_ record: Record, of item: Record, worth points: Number?) -> Form? {
    switch record.construct.name {
    case "check": checkCheck(record)
    case "choose": checkChoose(record, points)
    case "parts": checkParts(record, points)
    case "degree": checkDegree(record, of: item)
    case "steps": record.mentions("lines") ? checkLines(record, points) : checkSteps(record, points)
    case "each": checkEach(record, points)
    case "lose": checkLose(record, points)
    case "tally": checkTally(record, points)
    case "table": checkTable(record, of: item, points)
    case "formula": checkFormula(record, points)
    case "judge": checkJudge(record, of: item)
    case "survey": checkSurvey(record, points)
    case "children": checkChildren(record, points)
    case "rank": checkRank(record, points)
    case "import": checkImport(record, points)
    default:
      ComputedForms.type(named: record.construct.name)?.read(record, worth: points, by: &self)
        .map { .computed($0) }
    }
  }

  // MARK: conditions

  private mutating func checkCheck(_ record: Record) -> Form? {
    guard let condition = plan(record, "check", expecting: .boolean) else { return nil }
    let ranges = rangedLists(condition).compactMap(\.list)
    return .check(
      Check(
        condition: condition,
        ifEmpty: record.string("if empty").flatMap(EmptyRule.Meaning.init(written:)),
        tables: tables(behind: Set(ranges.flatMap(\.step.inputs))).sorted(), ranges: ranges))
  }

  private mutating func checkChoose(_ record: Record, _ points: Number?) -> Form? {
    guard let value = plan(record, "choose", expecting: .any) else { return nil }
    let shape = value.shape.withoutOptional
    switch shape {
    case .number, .string, .boolean, .any: break
    default:
      diagnostics.report(.chooseOver(shape, at: record.keyPlace("choose")))
      return nil
    }
    var options: [Choose.Option] = []
    for entry in record.map("options") {
      guard let number = entry.value.number else { continue }
      guard
        let key = shape.value(written: entry.key.text)
          ?? (shape == .any ? .string(entry.key.text) : nil)
      else {
        diagnostics.report(.optionOfAnotherType(entry.key.text, shape, at: entry.key.place))
        continue
      }
      options.append(
        Choose.Option(value: key, points: number, text: entry.key.text, place: entry.key.place))
    }
    reportAmounts(
      options.map { ($0.points, $0.place) }, otherwise: record.number("else"), worth: points,
      at: record.keyPlace("options"))
    reportOpenChoice(record, value, options)
    return .choose(Choose(value: value, options: options, otherwise: record.number("else")))
  }

  /// Every value that can occur has an option, or there is an `else`.
  private mutating func reportOpenChoice(
    _ record: Record, _ value: Plan, _ options: [Choose.Option]
  ) {
    let possible = possibleTexts(value)
    let written = Set(options.map(\.text))
    if let possible {
      let known = Set(possible)
      for option in options where !known.contains(option.text) {
        diagnostics.report(
          .optionNeverOccurs(option.text, possible, at: option.place))
      }
      let missing = possible.filter { !written.contains($0) }
      if !missing.isEmpty, !record.mentions("else") {
        diagnostics.report(.choiceOpen(missing, at: record.keyPlace("options")))
      }
    } else if !record.mentions("else") {
      diagnostics.report(.choiceOpen([], at: record.keyPlace("options")))
    }
  }

  func possibleTexts(_ value: Plan) -> [String]? {
    if value.shape.withoutOptional == .boolean { return ["true", "false"] }
    guard case .input(let slot) = value.step.form, slots.indices.contains(slot),
      case .fact(let number) = slots[slot]
    else { return nil }
    return facts[number].allowed
  }

  private mutating func checkParts(_ record: Record, _ points: Number?) -> Form? {
    var seen = Set<String>()
    var parts: [Part] = []
    let written = record.records("parts")
    for part in written {
      if let id = part.scalar("id"), !seen.insert(id.text).inserted {
        diagnostics.report(.idTwice(id.text, at: id.place, first: nil))
      }
      reportNegative(part, "points")
      guard let id = part.string("id"), let worth = part.number("points"),
        let when = plan(part, "when", expecting: .boolean), let says = part.wording("says")
      else { continue }
      parts.append(Part(id: id, points: worth, when: when, says: says, place: part.place))
    }
    let amounts = written.compactMap { $0.number("points") }
    if let points, amounts.count == record.list("parts").count, let sum = Number.sum(amounts),
      sum != points
    {
      diagnostics.report(.partsDoNotAddUp(amounts, sum, points, at: record.keyPlace("parts")))
    }
    return parts.count == record.list("parts").count ? .parts(parts) : nil
  }

  private mutating func checkTally(_ record: Record, _ points: Number?) -> Form? {
    var seen = Set<String>()
    var lines: [Tally.Line] = []
    for line in record.records("tally") {
      if let id = line.scalar("id"), !seen.insert(id.text).inserted {
        diagnostics.report(.idTwice(id.text, at: id.place, first: nil))
      }
      guard let id = line.string("id"), let when = plan(line, "when", expecting: .boolean) else {
        continue
      }
      lines.append(Tally.Line(id: id, when: when, says: line.wording("says"), place: line.place))
    }
    var thresholds: [(Tally.Threshold, Place)] = []
    let count = record.list("tally").count
    for entry in record.map("at least") {
      guard let number = entry.value.number else { continue }
      guard let least = Int(entry.key.text), least >= 1, least <= max(1, count) else {
        diagnostics.report(.tallyCount(entry.key.text, count, at: entry.key.place))
        continue
      }
      thresholds.append((Tally.Threshold(count: least, points: number), entry.key.place))
    }
    thresholds.sort { $0.0.count > $1.0.count }
    reportRepeated(thresholds.map { (Number($0.0.count), $0.1) })
    let otherwise = record.number("else")
    reportAmounts(
      thresholds.map { ($0.0.points, $0.1) }, otherwise: otherwise, worth: points,
      at: record.keyPlace("at least"))
    reportOrder(thresholds.map { ($0.0.points, $0.1) }, otherwise: otherwise)
    guard let otherwise, lines.count == count else { return nil }
    return .tally(Tally(lines: lines, thresholds: thresholds.map(\.0), otherwise: otherwise))
  }

  // MARK: tables and formulas

  private mutating func checkTable(
    _ record: Record, of item: Record, _ points: Number?
  ) -> Form? {
    guard let written = record.record("table"),
      let table = ruleTable(
        written, in: expressions, expecting: .number, nullIsAnswered: item.has("null"))
    else { return nil }
    if let points {
      for (index, rule) in table.plan.rules.enumerated() {
        guard let number = rule.outputs.first?.constantNumber else { continue }
        let place = table.rules[index].place
        if number > points { diagnostics.report(.aboveFullMarks(number, points, at: place)) }
        if number.isNegative { diagnostics.report(.belowZero(number, at: place)) }
      }
    }
    return .table(table)
  }

  private mutating func checkFormula(_ record: Record, _ points: Number?) -> Form? {
    let low = record.number("from")
    let high = record.number("to")
    if let low, let high, low >= high {
      diagnostics.report(.fromAboveTo(at: record.keyPlace("from")))
    } else if let high, let points, high != points {
      diagnostics.report(
        high > points
          ? .aboveFullMarks(high, points, at: record.scalar("to")?.place ?? record.place)
          : .fullMarksUnreachable(high, points, at: record.scalar("to")?.place ?? record.place))
    }
    guard let plan = plan(record, "formula", expecting: .number), let low, let high else {
      return nil
    }
    return .formula(plan, low: low, high: high)
  }
}

extension Shape {
  var withoutOptional: Shape {
    if case .optional(let inner) = self { inner.withoutOptional } else { self }
  }
}
