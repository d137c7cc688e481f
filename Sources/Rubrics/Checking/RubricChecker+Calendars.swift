import Diagnostics
import FEEL
import Formats
package import Values

extension RubricChecker {
  /// A figure that says when something has to happen.
  mutating func checkCalendar(_ record: Record) -> CalendarRule? {
    guard let over = record.scalar("over") else {
      if !record.mentions("over") {
        diagnostics.report(.calendarOverNothing(at: record.keyPlace("calendar")))
      }
      return nil
    }
    if record.count("at least") == 0 {
      diagnostics.report(
        .stepNotPositive("at least", at: record.scalar("at least")?.place ?? record.place))
    }
    let plan = expressions.plan(over, expecting: nil, into: &diagnostics)
    let from = self.plan(record, "from", expecting: .date)
    let to = self.plan(record, "to", expecting: .date)
    guard let plan, let pace: CalendarRule.Pace = record.choice("calendar") else { return nil }
    guard plan.shape.isDated else {
      diagnostics.report(.calendarOverUndated(plan.shape.dateFields, at: over.place))
      return nil
    }
    return CalendarRule(
      pace: pace, over: plan, atLeast: max(1, record.count("at least") ?? 1), from: from, to: to,
      period: [Slot.periodStart, .periodEnd].compactMap { slots.firstIndex(of: $0) })
  }

  /// Keys that only a calendar has.
  mutating func reportKeysOfCalendar(_ record: Record) {
    guard !record.mentions("calendar") else { return }
    for key in ["over", "at least", "from", "to"] where record.mentions(key) {
      diagnostics.report(.keyOfCalendar(key, at: record.keyPlace(key)))
    }
  }
}

extension Shape {
  /// Whether its members are days, or say of themselves on which days they lie.
  fileprivate var isDated: Bool {
    switch self {
    case .any, .null: true
    case .date, .dateTime: true
    case .optional(let inner): inner.isDated
    case .list(let member): member.isDated
    case .context(let fields):
      DocumentDeclaration.columns.allSatisfy { wanted in
        !["dated", "from", "to"].contains(wanted.name)
          || fields.contains { $0.name == wanted.name && $0.shape == wanted.shape }
      }
    case .boolean, .number, .string, .time, .dayTimeDuration, .yearMonthDuration, .range, .function:
      false
    }
  }

  /// The columns of rows that hold dates.
  fileprivate var dateFields: [String] {
    switch self {
    case .list(let member), .optional(let member): member.dateFields
    case .context(let fields):
      fields.filter { $0.shape.withoutOptional == .date || $0.shape.withoutOptional == .dateTime }
        .map(\.name)
    default: []
    }
  }
}

extension Rubric {
  /// What everything that assessors handed in looks like in expressions: one row a paper.
  package static let judgementColumns: [Shape.Field] = [
    Shape.Field("by", .string), Shape.Field("role", .string),
    Shape.Field("stage", .optional(.string)), Shape.Field("date", .optional(.date)),
    Shape.Field("marks", .number), Shape.Field("reasons", .number),
  ]

  package static let judgementsShape = Shape.list(.context(judgementColumns))
}
