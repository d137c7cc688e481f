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
    var losses: [Loss] = []
    for (section, item) in ScoredItem.all(in: report).map({ ($0.section, $0.item) }) {
      guard let points = item.certainLoss(in: section.kind), points.isPositive else { continue }
      losses.append(
        Loss(
          item: item, section: section.title, points: points,
          reason: Reasons.reason(for: item, section.kind)))
    }
    return losses.enumerated().sorted {
      $0.element.points != $1.element.points
        ? $0.element.points > $1.element.points : $0.offset < $1.offset
    }.map(\.element)
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
