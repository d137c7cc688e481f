import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// Finds why an item has not earned all: from what its form means and from its derivation.
struct ReasonBuilder {
  let known: KnownNumbers
  var evaluation: Evaluation { known.evaluation }
  var rubric: Rubric { evaluation.rubric }

  init(_ evaluation: Evaluation) {
    known = KnownNumbers(evaluation)
  }

  /// - Returns: nothing where nothing is lost, or where the outcome itself is the reason.
  func reasons(for result: ItemResult, lost: Number?) -> [Report.ReasonLine] {
    switch result.outcome {
    case .notApplicable, .excused: return []
    case .void: return [void(result, lost)]
    case .unknown, .closed: return missing(result, lost)
    case .points(let points):
      guard lost?.isPositive ?? (points < result.item.points) else { return [] }
    }
    var reasons = result.item.stages.isEmpty ? formReasons(for: result) : marks(of: result)
    reasons += terms(behind: result.item)
    // One cause alone cost all that was lost.
    let causes = reasons.indices.filter { reasons[$0].kind != .terms }
    if causes.count == 1, reasons[causes[0]].points == nil { reasons[causes[0]].points = lost }
    return reasons
  }

  private func formReasons(for result: ItemResult) -> [Report.ReasonLine] {
    let lines = result.derivation.lines
    let item = result.item
    switch item.plan.quantity {
    case .number(let plan):
      guard let seen = seen(plan, in: lines) else {
        return isHidden(plan, lines) ? [hidden(item)] : []
      }
      guard case .number(let value) = seen.value else { return [] }
      return quantity(value, .init(plan: plan, rows: seen.rows), item).map { [$0] } ?? []
    case .truth(let plan):
      if isHidden(plan, lines) { return [hidden(item)] }
      guard let seen = seen(plan, in: lines), case .boolean(false) = seen.value else { return [] }
      return lacking(plan.step, .init(plan: plan, rows: seen.rows), item)
    case .choice(let plan): return option(plan, lines, item).map { [$0] } ?? []
    case .held(let terms): return parts(terms, lines)
    case .table(let table): return rules(table, lines)
    case .given:
      if let rule = item.plan.answers { return answers(rule, lines, item).map { [$0] } ?? [] }
      return item.plan.panel == nil ? [] : marks(of: result)
    }
  }

  // MARK: what a derivation says

  /// The value of a plan, with the rows that were looked at for it.
  private func seen(
    _ plan: Plan, in lines: [Derivation.Line]
  ) -> (value: Value, rows: [RowUse])? {
    var found: (value: Value, rows: [RowUse])?
    for line in lines {
      switch line {
      case .value(let expression, let value, _):
        if found != nil { return found }
        if expression == plan.passage.text { found = (value, []) }
      case .rows(let use): found?.rows.append(use)
      default: if found != nil { return found }
      }
    }
    return found
  }

  private func isHidden(_ plan: Plan, _ lines: [Derivation.Line]) -> Bool {
    lines.contains { line in
      if case .withheld(let expression) = line { expression == plan.passage.text } else { false }
    }
  }

  private func hidden(_ item: Item) -> Report.ReasonLine {
    Report.ReasonLine(.withheld, item.says)
  }

  // MARK: parts, options, rules

  private func parts(
    _ terms: ScorePlan.Terms, _ lines: [Derivation.Line]
  ) -> [Report.ReasonLine] {
    terms.terms.compactMap { term -> Report.ReasonLine? in
      if case .boolean(true)? = seen(term.when, in: lines)?.value { return nil }
      // What is not shown is still told by the points that it gave.
      let isLacking = lines.contains { line in
        guard case .fired(_, let points, let place?, nil) = line,
          place.description == term.place.description
        else { return false }
        return points.map { $0.isPoint && $0.high.isZero } ?? true
      }
      guard isLacking else { return nil }
      var reason = Report.ReasonLine(.lacking, term.says)
      if terms.arePoints { reason.points = term.weight }
      return reason
    }
  }

  private func option(
    _ plan: Plan, _ lines: [Derivation.Line], _ item: Item
  ) -> Report.ReasonLine? {
    guard case .ladder(let ladder) = item.plan.worth, let value = seen(plan, in: lines)?.value,
      let found = ReasonWording.value(value)
    else { return nil }
    var reason = Report.ReasonLine(
      .option, SheetPhrase.words(of: plan.step, of: plan, in: rubric) ?? item.title)
    reason.found = found
    let best = ladder.rungs.filter { $0.points == item.points }.compactMap { rung -> Wording? in
      if case .equals(let value)? = rung.test { ReasonWording.value(value) } else { nil }
    }
    if !best.isEmpty {
      reason.wanted = Wording(
        en: best.map(\.en).joined(separator: ", "), zh: best.map(\.zh).joined(separator: "、"))
    }
    return reason
  }

  private func rules(_ table: RuleTable, _ lines: [Derivation.Line]) -> [Report.ReasonLine] {
    lines.compactMap { line in
      guard case .fired(_, _, _, let number?) = line, table.rules.indices.contains(number) else {
        return nil
      }
      return Report.ReasonLine(
        .rule, table.rules[number].says ?? ReasonWording.ruleNumber(number + 1))
    }
  }

  private func answers(
    _ rule: SurveyRule, _ lines: [Derivation.Line], _ item: Item
  ) -> Report.ReasonLine? {
    for case .answers(let count, let sum) in lines where count > 0 {
      guard rubric.surveys.indices.contains(rule.survey),
        let mean = sum.divided(by: Number(count))
      else { return nil }
      let survey = rubric.surveys[rule.survey]
      let isShare = if case .share = rule.statistic { true } else { false }
      var reason = Report.ReasonLine(isShare ? .share : .below, survey.title ?? item.title)
      reason.value = isShare ? sum : mean
      if isShare { reason.whole = Number(count) }
      reason.line = rule.scale.fullLine(item.points)
      reason.distance = reason.line?.subtracting(mean)
      if reason.distance?.isPositive == false { reason.distance = nil }
      return reason
    }
    return nil
  }

  private func marks(of result: ItemResult) -> [Report.ReasonLine] {
    result.derivation.lines.flatMap { line -> [Report.ReasonLine] in
      guard case .panel(let use) = line else { return [] }
      return use.columns.compactMap { column in
        guard column.weight.isPositive, let mark = column.result?.point, mark < use.high else {
          return nil
        }
        let role = column.title ?? RoleWording.role(column.role)
        var reason = Report.ReasonLine(
          .marks,
          use.title.map { Wording(en: "\($0.en), \(role.en)", zh: "\($0.zh)，\(role.zh)") } ?? role)
        reason.value = mark
        reason.line = use.high
        reason.distance = use.high.subtracting(mark)
        return reason
      }
    }
  }

  /// Terms of a calendar that were not kept, where the item looks at what it came to.
  private func terms(behind item: Item) -> [Report.ReasonLine] {
    item.inputs.compactMap { slot in
      guard let figure = known.figure(ofSlot: slot), !figure.isWithheld,
        let calendar = figure.calendar ?? nested(figure), !calendar.missed.isEmpty
      else { return nil }
      var reason = Report.ReasonLine(
        .terms, calendar.figure.title ?? Wording(calendar.figure.name))
      reason.found = Wording(
        en: calendar.missed.joined(separator: ", "), zh: calendar.missed.joined(separator: "、"))
      reason.distance = Number(calendar.missed.count)
      return reason
    }
  }

  /// The calendar that a figure counts the terms of.
  private func nested(_ figure: FigureResult) -> CalendarResult? {
    figure.figure.slotsUsed.lazy.compactMap { known.figure(ofSlot: $0)?.calendar }.first
  }

  // MARK: what nobody told

  private func missing(_ result: ItemResult, _ lost: Number?) -> [Report.ReasonLine] {
    let several = result.missing.count > 1
    return result.missing.map { missing in
      var reason = Report.ReasonLine(
        .missing, ReportsWording.missing(missing, in: rubric))
      if !several { reason.points = lost.flatMap { $0.isPositive ? $0 : nil } }
      return reason
    }
  }

  private func void(_ result: ItemResult, _ lost: Number?) -> Report.ReasonLine {
    var reason = Report.ReasonLine(.void, result.item.void?.says ?? ReasonWording.voided)
    reason.points = lost
    return reason
  }
}

extension PointScale {
  /// From where on it gives all points.
  fileprivate func fullLine(_ points: Number) -> Number? {
    switch self {
    case .steps(let lines, _): lines.first { $0.points == points }?.threshold
    case .linear(_, let full): full
    }
  }
}
