import Diagnostics
import Rubrics
import Scoring
import Values

extension ReportBuilder {
  func judgements(_ derivation: Derivation) -> [Report.JudgementLine] {
    derivation.lines.compactMap { line in
      if case .judgement(let use) = line { judgement(use) } else { nil }
    }
  }

  /// - Returns: `nil` where nobody judges.
  func panels(_ derivation: Derivation) -> [Report.PanelFace]? {
    let faces = derivation.lines.compactMap { line -> Report.PanelFace? in
      guard case .panel(let use) = line else { return nil }
      let counting = use.columns.count { $0.weight.isPositive }
      return Report.PanelFace(
        title: use.title, scale: "\(use.low)–\(use.high)",
        columns: use.columns.map { column in
          Report.PanelColumn(
            role: column.role, title: column.title ?? Wording(column.role),
            weight: counting > 1 && column.weight.isPositive ? column.weight.percentText : nil,
            rule: column.rule, marks: column.marks.map(judgement),
            result: column.result.map(short), says: column.says,
            isThirdReaderCalled: column.isThirdReaderCalled,
            totals: column.totals.isEmpty ? nil : column.totals)
        },
        others: use.others.map(judgement))
    }
    return faces.isEmpty ? nil : faces
  }

  private func judgement(_ use: JudgementUse) -> Report.JudgementLine {
    Report.JudgementLine(
      by: use.by, role: use.role, stage: use.stage.map(stageTitle), date: use.date,
      mark: [use.band, use.value.description].compactMap { $0 }.joined(separator: " "),
      reason: use.reason, isCounted: use.setAside == nil, why: use.setAside,
      standsInFor: use.standsInFor)
  }

  /// Four decimals at most: a mean may have no end.
  private func short(_ range: ScoreRange) -> String {
    let (low, high) = (
      ValueText.short(range.low, decimals: 4), ValueText.short(range.high, decimals: 4)
    )
    return range.isPoint ? low : "\(low) – \(high)"
  }
}
