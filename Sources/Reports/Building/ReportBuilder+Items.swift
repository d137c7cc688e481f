import Diagnostics
import Rubrics
import Scoring
import Values

extension ReportBuilder {
  func line(_ result: SectionResult) -> Report.SectionLine {
    let items: [ItemResult] = if case .items(let items) = result.content { items } else { [] }
    return Report.SectionLine(
      id: result.section.id,
      kind: .section,
      title: result.section.title,
      points: result.section.points,
      earned: result.points.map { shown($0, rounding: result.section.rounding) },
      share: result.share.map { amount($0) },
      deciding: Wording(result.section.combining, of: result.deciding),
      sections: result.subsections.map(line),
      items: items.map { line($0) }
    )
  }

  /// Points that were divided have no end: they are shown with four decimals at most.
  private func shown(_ range: ScoreRange, rounding: Rounding?) -> Report.Amount {
    if let rounding { return amount(range, decimals: rounding.decimals) }
    let exact = amount(range)
    let text =
      range.isPoint
      ? ValueText.short(range.low, decimals: 4)
      : "\(ValueText.short(range.low, decimals: 4)) – \(ValueText.short(range.high, decimals: 4))"
    return Report.Amount(low: exact.low, high: exact.high, text: text)
  }

  var extras: [Report.SectionLine] {
    var extras: [Report.SectionLine] = []
    if let bonus = evaluation.bonus {
      extras.append(
        Report.SectionLine(
          id: "bonus", kind: .bonus, title: ReportsWording.bonus, points: bonus.bonus.cap,
          earned: amount(bonus.points), share: share(bonus.points, of: bonus.bonus.cap),
          sections: [], items: bonus.items.map { line($0) }
        )
      )
    }
    if !evaluation.deductions.isEmpty {
      let points = rubric.deductions.map(\.cap)
      let losses = evaluation.deductions.compactMap(\.points)
      extras.append(
        Report.SectionLine(
          id: "deductions", kind: .deductions, title: ReportsWording.deductions,
          points: Number.sum(points) ?? .zero, earned: loss(losses), share: nil, sections: [],
          items: evaluation.deductions.map { line($0, isDeduction: true) }
        )
      )
    }
    return extras
  }

  /// A loss, as reports print it: `−2.5`.
  private func loss(_ losses: [ScoreRange]) -> Report.Amount {
    let range = ScoreRange(
      Number.sum(losses.map(\.low)) ?? .zero, Number.sum(losses.map(\.high)) ?? .zero
    )
    let shown = shown(range, rounding: nil)
    return Report.Amount(
      low: range.high.negated, high: range.low.negated,
      text: range.high.isZero ? "0" : "−" + shown.text
    )
  }

  private func share(_ range: ScoreRange, of cap: Number) -> Report.Amount? {
    guard let low = range.low.divided(by: cap), let high = range.high.divided(by: cap) else {
      return nil
    }
    return amount(ScoreRange(low, high))
  }

  func line(_ result: ItemResult, isDeduction: Bool = false) -> Report.ItemLine {
    let item = result.item
    let earned =
      isDeduction
      ? result.points.map { loss([$0]) } : result.points.map { shown($0, rounding: item.rounding) }
    var told = Report.ItemLine(
      id: item.id,
      title: item.title,
      points: item.points,
      earned: earned,
      outcome: outcome(of: result, isDeduction: isDeduction),
      sentence: isDeduction
        ? ReportsWording.loss(for: result, earned: earned, in: rubric)
        : ReportsWording.sentence(for: result, earned: earned, in: rubric),
      says: item.says,
      citation: item.citation.map(citation),
      source: item.citation?.source,
      ruleBasis: item.basis.rule.rawValue,
      pointsBasis: item.basis.points.rawValue,
      derivation: derivation(result.derivation),
      judgements: judgements(result.derivation),
      panels: panels(result.derivation),
      documents: documents(of: result),
      missing: result.missing.map { missingLine($0, items: [], in: rubric) },
      excuse: result.excuse.flatMap { line($0, of: result) },
      advice: item.advice,
      uses: uses(item),
      stages: result.stages.map { line($0) },
      reasons: nil
    )
    told.reasons = reasons.reasons(
      for: result, lost: told.certainLoss(in: isDeduction ? .deductions : .section))
    return told
  }

  func outcome(of result: ItemResult, isDeduction: Bool) -> Report.ItemLine.Outcome {
    switch result.outcome {
    case .notApplicable: return .notApplicable
    case .void: return .void
    case .unknown, .closed: return .unknown
    case .excused: return .excused
    case .points(let points) where isDeduction: return points.isZero ? .full : .none
    case .points(let points):
      if points >= result.item.points { return .full }
      return points.isZero || points.isNegative ? .none : .part
    }
  }

  private func line(_ result: ExcuseResult, of item: ItemResult) -> Report.ExcuseLine? {
    // An excuse that does not hold is no news; one that might is.
    if result.holds == false { return nil }
    return Report.ExcuseLine(
      by: result.excuse.by.isEmpty
        ? nil : result.excuse.by.map(\.text).joined(separator: ", "),
      sentence: ReportsWording.excuse(result, of: item),
      without: item.computed.map { amount($0) }
    )
  }

  func citation(_ citation: Citation) -> String {
    let source = rubric.sources.first { $0.id == citation.source }
    let title = source.map { $0.title.text(in: rubric.language) } ?? citation.source
    let comma = rubric.language == .zh ? "，" : ", "
    return citation.detail.isEmpty ? title : title + comma + citation.detail
  }

  /// The names of everything an item rests on, figures and what is behind them.
  private func uses(_ item: Item) -> [String] {
    rubric.slots(behind: item.inputs).compactMap { index in
      switch rubric.slots[index] {
      case .fact, .figure: rubric.name(ofSlot: index)
      default: nil
      }
    }
  }

  private func documents(of result: ItemResult) -> [Report.DocumentLine] {
    result.item.evidence.map { need in
      let declaration = rubric.documents[need.document]
      let files = result.derivation.lines.compactMap { line -> String? in
        guard case .document(let use) = line, use.kind == declaration.name, use.setAside == nil
        else { return nil }
        return use.file
      }
      return Report.DocumentLine(
        kind: declaration.name,
        title: declaration.title ?? Wording(declaration.name),
        isOptional: need.isOptional,
        files: files
      )
    }
  }
}
