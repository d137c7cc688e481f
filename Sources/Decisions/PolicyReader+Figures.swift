import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

extension PolicyReader {
  /// Each figure sees those written before it.
  mutating func checkFigures() {
    for entry in root.map("define") {
      let record = entry.value.record
      if let record, record.mentions("shared") {
        if ["value", "table", "calendar"].contains(where: record.mentions) {
          diagnostics.report(.sharedFigureForm(entry.key.text, at: entry.key.place))
        }
        checkShare(entry, record)
        continue
      }
      let slot = slots.count
      slots.append(.reckoned)
      let value: FigureValue?
      if let record, record.mentions("calendar") {
        diagnostics.report(.calendarOfPolicy(at: record.keyPlace("calendar")))
      }
      if let written = record?.record("table") {
        value = ruleTable(written, expecting: nil).map { .table($0) }
      } else if let scalar = record.map({ $0.scalar("value") }) ?? entry.value.scalar {
        value = expressions.plan(scalar, expecting: nil, into: &diagnostics).map { .expression($0) }
      } else {
        value = nil
      }
      let shape: Shape =
        switch value {
        case .expression(let plan)?: plan.shape
        case .table(let table)?: table.plan.shape
        // A policy has no calendars; that was reported.
        case .calendar?, nil: .any
        }
      expressions = expressions.adding([Scope.Entry(entry.key.text, shape, slot: slot)])
      guard let value else {
        slots.removeLast()
        continue
      }
      let figure = Figure(
        name: entry.key.text, title: record?.wording("title"), unit: record?.string("unit"),
        value: value, slot: slot, shape: shape,
        ifEmpty: record?.number("if empty").map {
          EmptyRule(meaning: .value($0), coversEveryNull: false)
        },
        rounding: record?.record("round").flatMap { Rounding($0, into: &diagnostics) },
        says: record?.wording("says"), place: entry.key.place
      )
      steps.append(.figure(figure))
    }
  }

  /// A sum that several subjects share; its name is the share of the one that is decided on.
  private mutating func checkShare(_ entry: Written.Entry, _ record: Record) {
    let name = entry.key.text
    let slot = slots.count
    slots.append(.reckoned)
    defer {
      expressions = expressions.adding([Scope.Entry(name, .optional(.number), slot: slot)])
    }
    guard let written = record.record("shared") else { return }
    let term: ShareRule.Term? = written.choice("each")
    let cut: ShareRule.Cut? = written.choice("cut")
    let asks = plan(written, "asks", .optional(.number))
    let held = written.has("held while") ? plan(written, "held while", .boolean) : nil
    let days = term.flatMap { checkDays(written, name, $0) }
    // A limit may be that of one year, and so may what the cut goes by.
    let outer = expressions
    let yearSlot = slots.count
    slots.append(.year)
    expressions = expressions.adding([Scope.Entry("year", .optional(.number), slot: yearSlot)])
    let limit = plan(written, "at most", .optional(.number))
    expressions = outer
    let weight = written.has("by") ? plan(written, "by", .optional(.number)) : nil
    if let cut, cut != .inProportion, written.mentions("by") {
      diagnostics.report(.weightWithoutProportion(name, at: written.keyPlace("by")))
    }
    let rounding = written.record("round").flatMap { Rounding($0, into: &diagnostics) }
    guard let term, let cut, let asks, let limit, let rounding,
      let among = written.string("among")
    else { return }
    steps.append(
      .share(
        ShareRule(
          name: name, title: record.wording("title"), unit: record.string("unit"),
          says: record.wording("says"), asks: asks, heldWhile: held,
          circle: among == "round" ? .round : .party(among), term: term, days: days, limit: limit,
          granted: written.strings("granted"), cut: cut, weight: weight, rounding: rounding,
          slot: slot, yearSlot: yearSlot,
          place: entry.key.place)))
  }

  private mutating func checkDays(
    _ written: Record, _ name: String, _ term: ShareRule.Term
  ) -> (from: Plan, until: Plan)? {
    let isWritten = ["from", "until"].filter { written.mentions($0) }
    if term == .round {
      if let key = isWritten.first {
        diagnostics.report(.daysOfOneLimit(name, at: written.keyPlace(key)))
      }
      return nil
    }
    guard isWritten.count == 2 else {
      diagnostics.report(.yearWithoutDays(name, at: written.keyPlace("each")))
      return nil
    }
    guard let from = plan(written, "from", .optional(.date)),
      let until = plan(written, "until", .optional(.date))
    else { return nil }
    return (from, until)
  }
}
