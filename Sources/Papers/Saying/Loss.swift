import Diagnostics
import Reports
import Values

/// Points that an item certainly cost, and why.
struct Loss {
  let item: Report.ItemLine
  let section: Wording
  let points: Number
  let reason: String

  /// Every loss of a report: the greatest first, and in the rubric's order where they are equal.
  static func all(in report: Report) -> [Loss] {
    let reasons = Reasons(report)
    var losses: [Loss] = []
    for (section, item) in ScoredItem.all(in: report).map({ ($0.section, $0.item) }) {
      guard let points = certain(item, section.kind), points.isPositive else { continue }
      losses.append(
        Loss(
          item: item, section: section.title, points: points,
          reason: reasons.reason(for: item)))
    }
    return losses.enumerated().sorted {
      $0.element.points != $1.element.points
        ? $0.element.points > $1.element.points : $0.offset < $1.offset
    }.map(\.element)
  }

  /// What is lost whatever is still brought; `nil` where nothing can be.
  static func certain(_ item: Report.ItemLine, _ kind: Report.SectionLine.Kind) -> Number? {
    guard let earned = item.earned else { return nil }
    switch (kind, item.outcome) {
    case (_, .excused), (_, .notApplicable), (.bonus, _): return nil
    case (.deductions, _): return Number.zero.subtracting(earned.high)
    case (.section, _): return item.points.subtracting(earned.high)
    }
  }

  static func sum(_ losses: [Loss]) -> Number? {
    var sum = Number.zero
    for loss in losses {
      guard let next = sum.adding(loss.points) else { return nil }
      sum = next
    }
    return sum
  }
}

/// An item with the section in which it stands.
struct ScoredItem {
  let section: Report.SectionLine
  let item: Report.ItemLine

  static func all(in report: Report) -> [ScoredItem] {
    (report.sections + report.extras).flatMap(items)
  }

  private static func items(of section: Report.SectionLine) -> [ScoredItem] {
    section.sections.flatMap(items) + section.items.map { ScoredItem(section: section, item: $0) }
  }
}
