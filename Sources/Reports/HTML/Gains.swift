import Diagnostics
import Values

/// The items whose lost points are cheapest to win back, and where they would lead.
///
/// Cheapest is what asks least for a point: a paper to hand in, a condition to meet, then what is short by the least part.
struct Gains {
  struct Line {
    let item: Report.ItemLine
    let points: Number
    /// How much is asked for a point, to compare lines with each other.
    fileprivate let effort: Number
  }

  let lines: [Line]
  /// The better grade that the first of them lead to, and how many it takes.
  let leadsTo: (grade: Wording, count: Int)?

  private static let most = 3

  init(_ report: Report, _ items: [(item: Report.ItemLine, kind: Report.SectionLine.Kind)]) {
    let lines = items.compactMap { item, kind -> Line? in
      guard kind != .bonus else { return nil }
      let lost = (item.certainLoss(in: kind) ?? .zero).adding(item.openPoints) ?? .zero
      guard lost.isPositive, item.outcome != .excused, item.outcome != .notApplicable,
        let effort = Self.effort(of: item), let each = effort.divided(by: lost)
      else { return nil }
      return Line(item: item, points: lost, effort: each)
    }
    let order = lines.enumerated().sorted {
      $0.element.effort != $1.element.effort
        ? $0.element.effort < $1.element.effort : $0.offset < $1.offset
    }.prefix(Self.most).map(\.element)
    self.lines = order
    leadsTo = Self.grade(report, order)
  }

  /// Parts of a whole effort: `nil` for what the evaluated party cannot win by itself.
  private static func effort(of item: Report.ItemLine) -> Number? {
    guard let reasons = item.reasons, !reasons.isEmpty else {
      return item.outcome == .unknown ? .one : nil
    }
    var sum = Number.zero
    for reason in reasons {
      let part: Number
      switch reason.kind {
      case .marks, .void, .withheld: return nil
      case .missing: part = .one
      case .terms: continue
      case .lacking, .unmet, .option, .rule: part = Number(2)
      case .below, .above, .share:
        // Short by half asks for more than short by a tenth.
        let whole = reason.line ?? reason.whole ?? reason.value ?? .one
        let distance = reason.distance ?? .one
        part =
          (whole.isPositive ? distance.divided(by: whole) : distance)?
          .multiplied(by: Number(6))?.adding(.one) ?? Number(6)
      }
      guard let next = sum.adding(part) else { return nil }
      sum = next
    }
    return sum
  }

  private static func grade(_ report: Report, _ lines: [Line]) -> (Wording, Int)? {
    guard let score = report.verdict.score, score.isPoint, report.verdict.because == nil,
      report.verdict.isGradeCertain, let best = report.verdict.best,
      let rank = report.rubric.grades.firstIndex(where: { $0.id == best.id }), rank > 0,
      let line = report.rubric.grades[rank - 1].threshold
    else { return nil }
    var sum = score.low
    for (index, gain) in lines.enumerated() {
      sum = sum.adding(gain.points) ?? sum
      if sum >= line { return (report.rubric.grades[rank - 1].title, index + 1) }
    }
    return nil
  }
}
