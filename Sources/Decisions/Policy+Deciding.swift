import FEEL
import Rubrics
package import Values

extension Policy {
  /// What this policy recommends.
  ///
  /// - Parameters:
  ///   - result: what is known of the result, of history and of the contract.
  ///   - given: the policy's own facts, in the order of `facts`.
  /// - Returns: a decision; several actions stay possible while evidence is missing.
  package func decide(on result: ResultValues, facts given: [Value]) -> Decision {
    var row = slots.map { slot -> Value in
      switch slot {
      case .result(let name): result.values[name] ?? .null
      case .fact(let index): given.indices.contains(index) ? given[index] : .null
      case .figure: .null
      }
    }
    for figure in figures {
      switch figure.value {
      case .expression(let plan): row[figure.slot] = plan.run(row)
      case .table(let table): row[figure.slot] = table.plan.run(row).value
      // The reader refuses calendars.
      case .calendar: row[figure.slot] = .null
      }
      row[figure.slot] = figure.settled(row[figure.slot])
    }
    let (chosen, fired) = table.plan.run(row)
    return Decision(
      policy: self,
      actions: actions(in: chosen),
      reasons: fired.compactMap { fired in
        guard table.rules.indices.contains(fired.rule) else { return nil }
        let rule = table.rules[fired.rule]
        return rule.says.map {
          Decision.Reason(says: $0, citation: rule.citation, isCertain: fired.isCertain)
        }
      },
      conditions: conditions.compactMap { decision(of: $0, on: row) },
      figures: Dictionary(
        figures.map { ($0.name, row[$0.slot]) }, uniquingKeysWith: { first, _ in first }
      ),
      money: money.map { amount(of: $0, on: row) },
      missing: missing(in: chosen)
    )
  }

  /// The actions that `value` still allows, in the policy's order.
  private func actions(in value: Value) -> [Action] {
    switch value {
    case .string(let id): return actions.filter { $0.id == id }
    case .unknown(let unknown):
      guard case .oneOf(let values) = unknown.bounds.kind else { return actions }
      return actions.filter { action in
        values.contains { if case .string(action.id) = $0 { true } else { false } }
      }
    default: return []
    }
  }

  private func decision(of condition: Condition, on row: [Value]) -> Decision.Condition? {
    let isCertain: Bool
    switch condition.when.run(row) {
    case .boolean(true): isCertain = true
    case .unknown: isCertain = false
    default: return nil
    }
    let by: CalendarDate? =
      if let plan = condition.by, case .date(let date) = plan.run(row) { date } else { nil }
    return Decision.Condition(
      says: condition.says, citation: condition.citation, by: by, isCertain: isCertain
    )
  }

  private func amount(of rule: MoneyRule, on row: [Value]) -> Decision.Amount {
    let value = rule.amount.run(row)
    func rounded(_ number: Number) -> Number? {
      guard let rounding = rule.rounding else { return number }
      return rounding.apply(to: number)
    }
    switch value {
    case .number(let number):
      let value = rounded(number).map(Value.number) ?? .null(NullReason(.numberTooLarge, rule.id))
      return Decision.Amount(rule: rule, value: value, missing: [])
    case .unknown(let unknown):
      guard case .number(let low, let high, _) = unknown.bounds.kind else {
        return Decision.Amount(rule: rule, value: value, missing: unknown.missing)
      }
      let bounds = Bounds(
        .number(low: low.flatMap(rounded), high: high.flatMap(rounded), isWhole: false),
        mayBeNull: unknown.bounds.mayBeNull
      )
      return Decision.Amount(
        rule: rule, value: .unknown(Unknown(bounds, missing: unknown.missing)),
        missing: unknown.missing
      )
    default: return Decision.Amount(rule: rule, value: value, missing: missing(in: value))
    }
  }

  private func missing(in value: Value) -> [Missing] {
    switch value {
    case .unknown(let unknown): unknown.missing
    case .null(let reason): [Missing(reason.subject ?? id, .nullResult)]
    default: []
    }
  }
}
