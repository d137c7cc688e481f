import Diagnostics
import Rubrics
import Values

/// Who is compared with whom, and how.
extension SheetBuilder {
  var cohortRules: RubricSheet.RuleList {
    RubricSheet.RuleList(title: SheetWording.cohort, rules: cohortLines)
  }

  private var cohortLines: [RubricSheet.Rule] {
    guard let cohort = rubric.cohort else { return [] }
    var lines = [
      (SheetWording.cohortMembers, SheetWording.members(by: cohort.by.map(words))),
      (SheetWording.cohortSize, SheetWording.size(cohort)),
      (SheetWording.cohortUnclear, SheetWording.unclear(cohort.whenClosed)),
    ]
    lines += cohort.figures.map { figure in
      (
        figure.title ?? Wording(figure.name),
        SheetWording.figure(figure, of: words(figure.value))
      )
    }
    // One line for each rule of ties, with the items that it holds for.
    for ties in RankRule.Ties.allCases {
      let items = rubric.rankedItems.filter { $0.rule.ties == ties }.map(\.item.title)
      if !items.isEmpty {
        lines.append((SheetWording.cohortTies, SheetWording.ties(ties, items)))
      }
    }
    let asking = rubric.everyItem.filter {
      $0.otherwise == .cohortMean || $0.excuse?.then == .cohortMean
    }
    if !asking.isEmpty {
      lines.append((SheetWording.cohortMeans, SheetWording.means(asking.map(\.title))))
    }
    lines.append((SheetWording.cohortOrder, SheetWording.twoPasses))
    return lines.map { RubricSheet.Rule(name: $0.0, says: $0.1, citation: nil, mark: nil) }
  }
}
