import Diagnostics
import FEEL
import Rubrics
import Values

extension SurveyRule {
  /// Answers counted: certain ones, and those that a cell leaves open.
  private struct Answers {
    var values: [Number] = []
    var openLow: [Number] = []
    var openHigh: [Number] = []
    /// Some open answer has no bounds, or may be none at all.
    var isUnbounded = false

    var count: Int { values.count }

    mutating func append(_ number: Number, isOpen: Bool) {
      guard isOpen else {
        values.append(number)
        return
      }
      openLow.append(number)
      openHigh.append(number)
    }
  }

  func score(
    _ working: inout Working, _ setting: FormSetting, name: String, surveySlot: Int?,
    isAnonymous: Bool
  ) throws(NumberTooLarge) -> FormResult {
    guard let surveySlot, case .list(.rows(let selection)) = working.slots[surveySlot] else {
      // The table itself is unknown.
      if let surveySlot, case .unknown(let unknown) = working.slots[surveySlot] {
        working.lack(unknown.missing)
      }
      return .points(setting.all)
    }
    let answers = answers(in: selection, &working)
    if !selection.openRows.isEmpty { working.lack(selection.missing) }
    guard answers.count >= respondents, answers.count > 0 else {
      working.lack([Missing(name, .tooFewAnswers)])
      // How many answered tells who did not.
      if !isAnonymous { working.note(.note(.tooFewAnswers(answers.count, of: respondents))) }
      return .points(setting.all)
    }
    if answers.isUnbounded { return .points(setting.all) }
    let sure = try Number.total(answers.values)
    let low = try extreme(.least, answers.openLow, from: sure, of: answers.count)
    let high = try extreme(.greatest, answers.openHigh, from: sure, of: answers.count)
    let range = ScoreRange(
      try scale.points(for: low, setting), try scale.points(for: high, setting))
    let isShown: Bool =
      if case .mean(let plan) = statistic { working.shows(plan, over: answers.count) } else { true }
    working.note(
      .fired(
        isShown ? .answersCounted(answers.count, sure) : .decidedInPrivate, points: range,
        place: nil))
    if isShown { working.note(.answers(count: answers.count, sum: sure)) }
    return .points(try scale.points(from: low, to: high, setting))
  }

  private func answers(in selection: Selection, _ working: inout Working) -> Answers {
    let table = selection.table
    let open = Set(selection.openRows)
    var answers = Answers()
    // Of many answers each may lack something.
    var lacking = MissingList()
    for row in 0..<table.rowCount {
      // A row that may be no answer at all counts or does not, whatever it says.
      let isOpen = open.contains(Int32(row))
      for (column, slot) in columnSlots.enumerated()
      where working.slots.indices.contains(slot) && table.columns.indices.contains(column) {
        working.slots[slot] = table.columns[column].values[row]
      }
      switch statistic {
      case .share(let plan):
        switch Holding(plan.run(working.slots)) {
        case .yes: answers.append(.one, isOpen: isOpen)
        case .no: answers.append(.zero, isOpen: isOpen)
        case .null: break
        case .open:
          answers.openLow.append(.zero)
          answers.openHigh.append(.one)
        }
      case .mean(let plan):
        let value = plan.run(working.slots)
        switch NumberReading(value) {
        case .number(let number): answers.append(number, isOpen: isOpen)
        case .null: break
        case .within(let interval, _):
          if let low = interval.low, let high = interval.high {
            answers.openLow.append(low)
            answers.openHigh.append(high)
          } else {
            answers.isUnbounded = true
          }
          lacking.append(value.missingParts)
        }
      }
    }
    for slot in columnSlots where working.slots.indices.contains(slot) {
      working.slots[slot] = .null
    }
    working.lack(lacking.all)
    return answers
  }

  /// The least or greatest mean when each open answer may count or be none.
  private func extreme(
    _ extreme: QuotientTerms.Extreme, _ open: [Number], from sum: Number, of count: Int
  ) throws(NumberTooLarge) -> Quotient {
    var terms = QuotientTerms()
    terms.certain = [(sum, Number(count))]
    terms.optional = open.map { ($0, .one) }
    return try terms.quotient(extreme) ?? Quotient(earned: sum, applicable: Number(max(1, count)))
  }
}
