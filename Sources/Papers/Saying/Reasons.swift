import Diagnostics
import Reports
import Values

/// Why an item earned what it earned, as one sentence for the score table.
enum Reasons {
  /// Never empty for an item that lost points.
  static func reason(
    for item: Report.ItemLine, _ kind: Report.SectionLine.Kind, withPoints: Bool = false
  ) -> String {
    let sentence = ReasonWording.sentence(item, in: kind, withPoints: withPoints)
    return sentence.map { Said.words($0) }
      ?? PapersWording.byRule(Said.clause(item.says))
  }

  /// What stands beside an item in the score table.
  static func remark(on item: Report.ItemLine, _ kind: Report.SectionLine.Kind) -> String {
    switch item.outcome {
    case .full where kind == .section: return ""
    case .excused, .notApplicable, .void: return Said.clause(item.sentence)
    case .full, .part, .none, .unknown: break
    }
    guard let lost = item.certainLoss(in: kind) else {
      return kind == .bonus && item.outcome == .full ? "" : reason(for: item, kind)
    }
    if item.earned?.isPoint == false { return PapersWording.notCertain(reason(for: item, kind)) }
    return lost.isPositive ? reason(for: item, kind, withPoints: true) : ""
  }
}
