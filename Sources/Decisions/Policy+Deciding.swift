import Diagnostics
import FEEL
import Rubrics
import Values

extension Policy {
  /// What this policy recommends for each subject of a round; several actions stay possible while evidence is missing.
  ///
  /// Figures are reckoned one after the other for everybody, because a sum that several share needs all of them.
  ///
  /// `grants` are what histories of the round say was granted before.
  package func decide(on entrants: [Entrant], grants: [Grant] = []) -> RoundDecision {
    var rows = entrants.map(row)
    var sums: [SharedSum] = []
    var diagnostics = Diagnostics()
    for step in steps {
      switch step {
      case .figure(let figure):
        for index in rows.indices { reckon(figure, in: &rows[index]) }
      case .share(let rule):
        let settlement = ShareSettlement(rule, rows, entrants, grants: grants)
        for index in rows.indices { rows[index][rule.slot] = settlement.values[index] }
        sums += settlement.sums
        diagnostics.append(settlement.diagnostics)
      }
    }
    return RoundDecision(
      decisions: rows.indices.map { index in
        let shares = sums.flatMap { sum in
          sum.members.filter { $0.entrant == index }.map { Decision.Share(sum: sum, own: $0) }
        }
        return decision(on: rows[index], shares)
      },
      sums: sums, diagnostics: diagnostics)
  }

  private func row(of entrant: Entrant) -> [Value] {
    slots.map { slot -> Value in
      switch slot {
      case .result(let name): entrant.result.values[name] ?? .null
      case .fact(let index): entrant.facts.indices.contains(index) ? entrant.facts[index] : .null
      case .reckoned, .year: .null
      }
    }
  }

  private func reckon(_ figure: Figure, in row: inout [Value]) {
    switch figure.value {
    case .expression(let plan): row[figure.slot] = plan.run(row)
    case .table(let table): row[figure.slot] = table.plan.run(row).value
    // The reader refuses calendars.
    case .calendar: row[figure.slot] = .null
    }
    row[figure.slot] = figure.settled(row[figure.slot])
  }

  private func decision(on reckoned: [Value], _ shares: [Decision.Share]) -> Decision {
    var row = reckoned
    let (chosen, fired) = table.plan.run(row)
    var amounts: [Decision.Amount] = []
    for rule in money {
      let amount = amount(of: rule, on: row)
      row[rule.slot] = amount.value
      amounts.append(amount)
    }
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
      rules: fired.filter(\.isCertain).map(\.rule),
      conditions: conditions.compactMap { decision(of: $0, on: row) },
      figures: Dictionary(
        steps.map { step in
          switch step {
          case .figure(let figure): (figure.name, row[figure.slot])
          case .share(let rule): (rule.name, row[rule.slot])
          }
        }, uniquingKeysWith: { first, _ in first }
      ),
      shares: shares,
      money: amounts,
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

  func missing(in value: Value) -> [Missing] {
    switch value {
    case .unknown(let unknown): unknown.missing
    case .null(let reason): [Missing(reason.subject ?? id, .nullResult)]
    default: []
    }
  }
}
