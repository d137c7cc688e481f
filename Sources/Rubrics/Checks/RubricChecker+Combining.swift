import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// How the total is made of its sections, and its full marks where that is not their sum.
  mutating func checkCombining(_ record: Record) -> (rule: Combining, points: Number?) {
    let rule: Combining = record.choice("combine") ?? .sum
    guard rule != .sum else {
      if record.mentions("points") {
        diagnostics.report(.pointsWithoutCombine(at: record.keyPlace("points")))
      }
      return (.sum, nil)
    }
    if record.mentions("formula") {
      diagnostics.report(.formulaWithCombine(rule, at: record.keyPlace("combine")))
    }
    if !record.mentions("points") {
      diagnostics.report(.combineWithoutPoints(rule, at: record.keyPlace("combine")))
    }
    if let points = record.number("points"), !points.isPositive {
      diagnostics.report(
        .stepNotPositive("points", at: record.scalar("points")?.place ?? record.place))
      return (rule, nil)
    }
    return (rule, record.number("points"))
  }

  /// Where shares are compared, every part needs one: points above zero, and nothing that takes points away.
  mutating func reportPartsWithoutShare(_ sections: [Section], _ total: Total) {
    for section in sections {
      reportPartsWithoutShare(section, in: total.combining, isCombined: total.combining != .sum)
    }
  }

  private mutating func reportPartsWithoutShare(
    _ section: Section, in rule: Combining, isCombined: Bool
  ) {
    if rule != .sum, !section.points.isPositive {
      diagnostics.report(.partWithoutShare(section.id, rule, at: section.place))
    }
    let isCombined = isCombined || section.combining != .sum
    switch section.content {
    case .sections(let sections):
      for inner in sections {
        reportPartsWithoutShare(inner, in: section.combining, isCombined: isCombined)
      }
    case .items(let items):
      for item in items {
        if isCombined, item.leastPoints.isNegative {
          diagnostics.report(.lossWithoutShare(item.id, at: item.place))
        } else if section.combining != .sum, !item.points.isPositive {
          diagnostics.report(.partWithoutShare(item.id, section.combining, at: item.place))
        }
      }
    }
  }
}
