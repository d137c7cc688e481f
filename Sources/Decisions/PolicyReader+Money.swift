import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

extension PolicyReader {
  /// Each amount sees those written before it, as they are paid.
  mutating func checkMoney() -> [MoneyRule] {
    var rules: [MoneyRule] = []
    for record in root.records("money") {
      let rule = moneyRule(record)
      guard let id = record.string("id") else { continue }
      if expressions.scope[id] != nil {
        diagnostics.report(.amountNameTaken(id, at: record.scalar("id")?.place ?? record.place))
      }
      let slot = rule?.slot ?? slots.count
      if rule == nil { slots.append(.reckoned) }
      expressions = expressions.adding([Scope.Entry(id, .optional(.number), slot: slot)])
      if let rule { rules.append(rule) }
    }
    return rules
  }

  private mutating func moneyRule(_ record: Record) -> MoneyRule? {
    guard let id = record.string("id"), let title = record.wording("title"),
      let unit = record.string("unit"), let amount = plan(record, "amount", .number)
    else { return nil }
    let held = record.has("held while") ? plan(record, "held while", .boolean) : nil
    let instalments = instalments(record)
    let slot = slots.count
    slots.append(.reckoned)
    return MoneyRule(
      id: id, title: title, unit: unit, amount: amount, heldWhile: held,
      rounding: record.record("round").flatMap { Rounding($0, into: &diagnostics) },
      instalments: instalments, says: record.wording("says"), citation: citation(record),
      basis: record.record("basis").flatMap { Basis($0) }, slot: slot, place: record.place
    )
  }

  private mutating func instalments(_ record: Record) -> [InstalmentRule] {
    var rules: [InstalmentRule] = []
    for written in record.records("instalments") {
      let when = written.has("when") ? plan(written, "when", .boolean) : nil
      let by = written.has("by") ? plan(written, "by", .optional(.date)) : nil
      guard let id = written.string("id"), let title = written.wording("title"),
        let part = written.number("part")
      else { continue }
      if !part.isPositive || part > .one {
        diagnostics.report(
          .instalmentNotAPart(id, at: written.scalar("part")?.place ?? written.place))
      }
      if rules.contains(where: { $0.id == id }) {
        diagnostics.report(
          .instalmentTwice(id, at: written.scalar("id")?.place ?? written.place))
      }
      rules.append(InstalmentRule(id: id, title: title, part: part, when: when, by: by))
    }
    let sum = Number.sum(rules.map(\.part))
    if record.has("instalments"), rules.count == record.records("instalments").count,
      !rules.isEmpty, sum != .one
    {
      diagnostics.report(
        .instalmentsDoNotAddUp(
          sum.map { "\($0)" } ?? "—", at: record.keyPlace("instalments")))
    }
    return rules
  }
}
