import FEEL
import Rubrics
import Values

extension Policy {
  /// What an amount comes to, rounded as it is declared, held where it is, and in its instalments.
  func amount(of rule: MoneyRule, on row: [Value]) -> Decision.Amount {
    let whole = rounded(rule.amount.run(row), rule)
    var isHeld = false
    switch rule.heldWhile?.run(row) {
    case .boolean(true)?, .unknown?: isHeld = true
    default: break
    }
    let missing: [Missing] =
      if case .unknown(let unknown) = rule.heldWhile?.run(row) {
        missing(in: whole).joined(with: unknown.missing)
      } else {
        missing(in: whole)
      }
    let value = isHeld ? held(whole, rule, missing) : whole
    return Decision.Amount(
      rule: rule, value: value, isHeld: isHeld,
      instalments: instalments(of: value, rule, on: row), missing: missing)
  }

  private func rounded(_ value: Value, _ rule: MoneyRule) -> Value {
    func rounded(_ number: Number) -> Number? {
      guard let rounding = rule.rounding else { return number }
      return rounding.apply(to: number)
    }
    switch value {
    case .number(let number):
      return rounded(number).map(Value.number) ?? .null(NullReason(.numberTooLarge, rule.id))
    case .unknown(let unknown):
      guard let interval = unknown.bounds.interval else { return value }
      return .within(
        Bounds(
          .number(
            low: interval.low.flatMap(rounded), high: interval.high.flatMap(rounded),
            isWhole: false), mayBeNull: unknown.bounds.mayBeNull), missing: unknown.missing)
    default: return value
    }
  }

  /// Anything from nothing to what it would be.
  private func held(_ value: Value, _ rule: MoneyRule, _ missing: [Missing]) -> Value {
    guard let interval = value.bounds.interval else { return value }
    let reason = missing.isEmpty ? [Missing(rule.id, .alleged)] : missing
    return .within(
      Bounds(
        .number(
          low: interval.low.map { min($0, .zero) }, high: interval.high.map { max($0, .zero) },
          isWhole: false), mayBeNull: value.bounds.mayBeNull), missing: reason)
  }

  // MARK: instalments

  private func instalments(
    of value: Value, _ rule: MoneyRule, on row: [Value]
  ) -> [Decision.Instalment] {
    let parts = parts(of: value, rule)
    return zip(rule.instalments, parts).map { instalment, part in
      let state: Decision.Instalment.State =
        switch instalment.when?.run(row) {
        case nil, .boolean(true)?: .due
        case .boolean(false)?: .withheld
        default: .open
        }
      let by: CalendarDate? =
        if let plan = instalment.by, case .date(let date) = plan.run(row) { date } else { nil }
      return Decision.Instalment(rule: instalment, value: part, state: state, by: by)
    }
  }

  /// Each part rounded, and the last one what is left, so that together they are the whole.
  private func parts(of value: Value, _ rule: MoneyRule) -> [Value] {
    func parts(of whole: Number) -> [Number]? {
      var left = whole
      var parts: [Number] = []
      for instalment in rule.instalments.dropLast() {
        guard let exact = whole.multiplied(by: instalment.part),
          let part = rule.rounding.map({ $0.apply(to: exact) }) ?? exact,
          let rest = left.subtracting(part)
        else { return nil }
        parts.append(part)
        left = rest
      }
      return parts + [left]
    }
    let failed = rule.instalments.map { Value.null(NullReason(.numberTooLarge, $0.id)) }
    switch value {
    case .number(let whole): return parts(of: whole).map { $0.map { .number($0) } } ?? failed
    case .unknown(let unknown):
      let lows = unknown.bounds.interval?.low.flatMap(parts)
      let highs = unknown.bounds.interval?.high.flatMap(parts)
      return rule.instalments.indices.map { index in
        // What is left for the last one takes up what was rounded off from the others.
        let isLast = index == rule.instalments.count - 1
        let slack = isLast ? slack(of: rule) : .zero
        return .within(
          Bounds(
            .number(
              low: lows.flatMap { $0[index].subtracting(slack) }.map { max(.zero, $0) },
              high: highs.flatMap { $0[index].adding(slack) }, isWhole: false),
            mayBeNull: unknown.bounds.mayBeNull), missing: unknown.missing)
      }
    default: return rule.instalments.map { _ in value }
    }
  }

  private func slack(of rule: MoneyRule) -> Number {
    guard let step = rule.rounding?.step else { return .zero }
    return step.multiplied(by: Number(max(0, rule.instalments.count - 1))) ?? step
  }
}
