import Decisions
import Diagnostics
import FEEL
import Rubrics
import Values

extension ReportBuilder {
  static func line(
    _ amount: Decision.Amount, in policy: Policy
  ) -> Report.DecisionFace.Money {
    let rule = amount.rule
    let isNone = if case .null = amount.value { true } else { false }
    return Report.DecisionFace.Money(
      id: rule.id,
      title: rule.title,
      unit: rule.unit,
      amount: shown(amount.value, rule),
      isHeld: amount.isHeld ? true : nil,
      isNone: isNone ? true : nil,
      instalments: amount.instalments.isEmpty
        ? nil
        : amount.instalments.map { instalment in
          Report.DecisionFace.Instalment(
            id: instalment.rule.id, title: instalment.rule.title,
            amount: shown(instalment.value, rule), state: instalment.state.rawValue,
            by: instalment.by.map { "\($0)" })
        },
      formula: ValueText.oneLine(rule.amount.passage.text),
      says: rule.says,
      citation: citation(rule.citation, in: policy),
      missing: amount.missing.map { missingLine($0, items: []) }
    )
  }

  /// - Returns: `nil` where nothing bounds the amount.
  private static func shown(_ value: Value, _ rule: MoneyRule) -> Report.Amount? {
    switch value {
    case .number(let number): face(NumberInterval(number), rule.rounding)
    case .unknown(let unknown):
      unknown.bounds.interval.flatMap { $0.low != nil && $0.high != nil ? $0 : nil }
        .flatMap { face($0, rule.rounding) }
    default: nil
    }
  }

  /// `100 – 200`, `100`; where no end is known above, `nil`.
  private static func face(_ interval: NumberInterval, _ rounding: Rounding?) -> Report.Amount? {
    func text(_ number: Number) -> String {
      rounding.map { number.formatted(decimals: $0.decimals) } ?? ValueText.short(number)
    }
    guard let low = interval.low, let high = interval.high else { return nil }
    return Report.Amount(
      low: low, high: high, text: low == high ? text(low) : "\(text(low)) – \(text(high))")
  }

  /// What a subject shares with others, and what of it is its own.
  static func line(
    _ share: Decision.Share, _ names: [String: Wording]
  ) -> Report.DecisionFace.ShareLine {
    let sum = share.sum
    func amount(_ interval: NumberInterval) -> Report.Amount? { face(interval, sum.rule.rounding) }
    return Report.DecisionFace.ShareLine(
      name: sum.rule.name, title: sum.rule.title, unit: sum.rule.unit,
      party: sum.party, partyTitle: sum.party.map { names[$0] ?? Wording($0) }, year: sum.year,
      count: sum.members.count, limit: amount(sum.limit), earlier: sum.earlier.flatMap(amount),
      asked: amount(sum.asked),
      given: amount(sum.given), cut: sum.rule.cut.rawValue, isBeyond: sum.isBeyond,
      ownAsked: amount(share.own.asked), ownShare: amount(share.own.share), days: share.own.days,
      says: sum.rule.says)
  }
}
