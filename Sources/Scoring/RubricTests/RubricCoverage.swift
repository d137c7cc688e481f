import Diagnostics
package import Rubrics
import Values

/// Which items, and which lines of their forms, the tests of a rubric reach.
package struct RubricCoverage: Sendable {
  package struct Line: Sendable, Hashable {
    package let item: String
    /// Its place among the lines of the item's form: it is known by that and not by its words.
    package let number: Int
    /// A threshold, a part, an option, a rule, as the derivation names it.
    package let line: String
  }

  /// In rubric order.
  package let items: [String]
  package private(set) var reachedItems: Set<String> = []
  package let lines: [Line]
  package private(set) var reachedLines: Set<Line> = []

  package init(_ rubric: Rubric) {
    items = rubric.everyItem.map(\.id)
    lines = rubric.everyItem.flatMap { item in
      item.plan.lines.enumerated().map { Line(item: item.id, number: $0, line: $1) }
    }
  }

  package var missedItems: [String] { items.filter { !reachedItems.contains($0) } }

  package var missedLines: [Line] { lines.filter { !reachedLines.contains($0) } }

  /// Notes what one evaluation reached: an item that got points, a line that gave them.
  mutating func note(_ evaluation: Evaluation) {
    for item in evaluation.everyItem {
      switch item.outcome {
      case .points, .excused, .void, .notApplicable: reachedItems.insert(item.item.id)
      case .unknown, .closed: break
      }
      let fired = Set(
        item.derivation.lines.compactMap { line in
          if case .fired(_, _, _, let number) = line { number } else { nil }
        })
      for (number, line) in item.item.plan.lines.enumerated() where fired.contains(number) {
        reachedLines.insert(Line(item: item.item.id, number: number, line: line))
      }
    }
  }
}

extension ScorePlan {
  /// What the derivation says for each of its lines.
  fileprivate var lines: [String] {
    switch quantity {
    case .held(let terms): return terms.terms.map { "holds: \($0.says.en)" }
    case .table(let table):
      return table.rules.indices.map {
        table.crossTab?.words(forRule: $0)?.en ?? "rule \($0 + 1)"
      }
    case .given(.imported(let rule)): return rule.grades.map { "the grade `\($0.grade)`" }
    case .given: return []
    case .number, .truth, .choice:
      guard case .ladder(let ladder) = worth else { return [] }
      return (ladder.rungs + [ladder.otherwise].compactMap(\.self)).compactMap { rung in
        rung.line == nil ? nil : rung.name
      }
    }
  }
}
