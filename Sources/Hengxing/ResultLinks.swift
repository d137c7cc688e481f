import Diagnostics
import Rubrics
import Values

/// Follows forms that look at the results of others to the rubrics that give those results.
struct ResultLinks {
  private let entries: [RoundEntry]
  private let rubrics: [Rubric]
  /// Each link is told once, however many subjects share the rubric.
  private var seen = Set<String>()

  init(_ entries: [RoundEntry], _ library: Library) {
    self.entries = entries
    rubrics = library.rubrics.compactMap(\.content)
  }

  mutating func follow(into diagnostics: inout Diagnostics) {
    for entry in entries {
      guard let rubric = entry.rubric, seen.insert(rubric.path).inserted else { continue }
      for item in rubric.everyItem {
        if let rule = item.plan.children { follow(rule, into: &diagnostics) }
      }
    }
  }

  private func follow(_ rule: ChildrenRule, into diagnostics: inout Diagnostics) {
    let known = rubrics.filter { $0.id == rule.rubric }
    guard !known.isEmpty else {
      diagnostics.report(
        .unknownResultRubric(rule.rubric, at: rule.place, among: rubrics.map(\.id).sorted()))
      return
    }
    for child in known {
      let grades = child.grades.lines.map(\.id)
      for (grade, place) in rule.grades where !grades.contains(grade) {
        diagnostics.report(.gradeOfAnother(grade, of: child.id, at: place, among: grades))
      }
      if case .worstGrade(let lines) = rule.take {
        let missing = grades.filter { grade in !lines.contains { $0.grade == grade } }
        if !missing.isEmpty {
          diagnostics.report(.gradesLeftOut(missing, of: child.id, at: rule.place))
        }
      }
      guard let weight = rule.weight else { continue }
      let numbers = child.numberNames
      if !numbers.contains(weight.fact) {
        diagnostics.report(
          .weightOfAnother(weight.fact, of: child.id, at: weight.place, among: numbers))
      }
    }
  }
}

extension ChildrenRule {
  /// The grades that it names.
  fileprivate var grades: [(String, Place)] {
    switch take {
    case .all(.grade(let id, let place)), .share(.grade(let id, let place), _): [(id, place)]
    case .worstGrade(let lines): lines.map { ($0.grade, $0.place) }
    case .all, .share, .worstScore, .mean: []
    }
  }
}

extension Rubric {
  /// Facts and figures that are numbers.
  fileprivate var numberNames: [String] {
    facts.filter { $0.domain != nil }.map(\.name)
      + figures.filter { figure in
        switch figure.shape {
        case .number, .optional(.number): true
        default: false
        }
      }.map(\.name)
  }
}
