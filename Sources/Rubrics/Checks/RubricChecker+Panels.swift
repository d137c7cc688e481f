import Diagnostics
import Formats
import Values

extension RubricChecker {
  /// - Returns: `nil` where something it cannot do without was reported.
  mutating func checkPanel(_ entry: Written.Entry) -> Panel? {
    guard let record = entry.value.record else { return nil }
    let written = record.map("columns")
    if written.isEmpty, !record.unreadable.contains("columns"), record.has("columns") {
      diagnostics.report(.emptyList("columns", at: record.keyPlace("columns")))
    }
    let columns = written.compactMap { checkColumn($0, isOnly: written.count == 1) }
    let recusal = record.records("recusal").compactMap { checkRecusal($0) }
    guard columns.count == written.count, !columns.isEmpty else { return nil }
    reportWeights(columns, record)
    reportReaders(columns, record)
    return Panel(
      id: entry.key.text, title: record.wording("title"), columns: columns, recusal: recusal,
      reasons: record.choice("reasons") ?? .never, level: record.choice("per") ?? .item,
      same: Set(record.strings("same").compactMap(FoldedName.Way.init)))
  }

  /// Totals need items that can be added up: judged at the same stages, and none of them a deduction.
  mutating func reportTotals(in rubric: Rubric) {
    for panel in rubric.panels where panel.level == .total {
      guard let id = panel.id else { continue }
      for deduction in rubric.deductions where deduction.item.plan.panel?.id == id {
        diagnostics.report(
          .totalOfDeduction(deduction.item.id, id, at: deduction.item.place))
      }
      let items = rubric.judged(by: id).map(\.item)
      guard let first = items.first else { continue }
      for item in items where item.stages.map(\.stage) != first.stages.map(\.stage) {
        diagnostics.report(.totalOverStages(first.id, item.id, id, at: item.place))
      }
    }
  }

  private mutating func checkColumn(_ entry: Written.Entry, isOnly: Bool) -> Panel.Column? {
    guard let record = entry.value.record else { return nil }
    let place = entry.key.place
    let statistic: Combination? = record.choice("statistic")
    let least = record.count("at least") ?? 1
    if record.count("at least") == 0 {
      diagnostics.report(
        .stepNotPositive("at least", at: record.scalar("at least")?.place ?? place))
    }
    reportTrimming(record, statistic, at: place)
    let spread = record.record("spread").flatMap { checkSpread($0) }
    if statistic == nil, !record.mentions("statistic"), least > 1 || record.mentions("spread") {
      diagnostics.report(.statisticMissing(at: place))
    }
    if statistic == .consensus, record.mentions("spread") {
      diagnostics.report(.consensusWithSpread(at: record.keyPlace("spread")))
    }
    if record.mentions("spread"), least < 2 {
      diagnostics.report(.spreadOfOne(at: record.keyPlace("spread")))
    }
    if !isOnly, !record.mentions("weight") { diagnostics.report(.weightMissing(at: place)) }
    reportNegative(record, "weight")
    guard record.has("weight") || isOnly else { return nil }
    if record.mentions("spread"), spread == nil { return nil }
    return Panel.Column(
      role: entry.key.text, title: record.wording("title"),
      weight: record.number("weight") ?? .one, statistic: statistic,
      trimFrom: max(3, record.count("trim from") ?? 3), atLeast: max(1, least),
      standIns: record.count("stand-ins") ?? 0, spread: spread)
  }

  /// From how many marks on the highest and the lowest are left out is never guessed.
  private mutating func reportTrimming(
    _ record: Record, _ statistic: Combination?, at place: Place
  ) {
    if statistic == .trimmedMean {
      guard let from = record.count("trim from") else {
        if !record.mentions("trim from") { diagnostics.report(.trimFromMissing(at: place)) }
        return
      }
      if from < 3 {
        diagnostics.report(.trimFromTooLow(at: record.scalar("trim from")?.place ?? place))
      }
    } else if record.mentions("trim from") {
      diagnostics.report(.trimFromIdle(at: record.keyPlace("trim from")))
    }
  }

  private mutating func checkSpread(_ record: Record) -> Panel.SpreadRule? {
    if let limit = record.number("more than"), !limit.isPositive || limit >= .one {
      diagnostics.report(
        .spreadLimit(limit, at: record.scalar("more than")?.place ?? record.place))
      return nil
    }
    guard let limit = record.number("more than"), let reader = record.string("reader"),
      let then: Panel.SpreadRule.Resolution = record.choice("then")
    else { return nil }
    return Panel.SpreadRule(limit: limit, reader: reader, then: then)
  }

  private func checkRecusal(_ record: Record) -> Panel.RecusalRule? {
    record.string("relation").map { relation in
      let bodies = record.strings("to")
      return Panel.RecusalRule(
        relation: relation, years: min(record.count("years") ?? 0, 200),
        bodies: bodies.isEmpty ? Panel.RecusalRule.defaultBodies : bodies)
    }
  }

  private mutating func reportWeights(_ columns: [Panel.Column], _ record: Record) {
    let weights = columns.map(\.weight)
    guard !weights.contains(where: \.isNegative), let sum = Number.sum(weights), sum != .one
    else { return }
    let written = record.map("columns").map { $0.value.record?.scalar("weight") }
    diagnostics.report(
      .panelWeights(weights, sum, at: record.keyPlace("columns"))
        .pointing(at: written.compactMap { RelatedPlace.adding($0) }))
  }

  /// A third reader belongs to one column, and is none.
  private mutating func reportReaders(_ columns: [Panel.Column], _ record: Record) {
    var seen = Set(columns.map(\.role))
    for entry in record.map("columns") {
      guard let rule = entry.value.record?.record("spread"), let reader = rule.scalar("reader")
      else { continue }
      if !seen.insert(reader.text).inserted {
        diagnostics.report(.readerTwice(reader.text, at: reader.place))
      }
    }
  }
}
