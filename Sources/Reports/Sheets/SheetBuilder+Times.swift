import Diagnostics
import Rubrics
import Scoring
import Values

extension SheetBuilder {
  /// Stages, how grades move, how long they hold.
  var timeRules: [RubricSheet.RuleList] {
    [
      RubricSheet.RuleList(title: SheetWording.stages, rules: rubric.stages.map(line)),
      RubricSheet.RuleList(title: SheetWording.movement, rules: movementRules),
      RubricSheet.RuleList(title: SheetWording.validity, rules: validityRules),
    ]
  }

  /// At which stages an item is scored.
  func stages(of item: Item) -> Wording? {
    guard !item.stages.isEmpty else { return nil }
    return SheetWording.scored(
      at: item.stages.map { (rubric.stages[$0.stage].title, $0.weight) })
  }

  private func line(_ stage: Stage) -> RubricSheet.Rule {
    RubricSheet.Rule(
      name: stage.title,
      says: SheetWording.stage(
        stage, feeds: stage.feeds.map { rubric.stages[$0].title },
        after: stage.after.map { rubric.stages[$0].title },
        applies: stage.appliesWhen.map(words)),
      citation: nil, mark: nil)
  }

  private var movementRules: [RubricSheet.Rule] {
    var rules: [RubricSheet.Rule] = []
    if let movement = rubric.movement {
      let first = movement.first.map { rubric.grades.line($0)?.title ?? Wording($0) }
      rules.append(
        RubricSheet.Rule(
          name: Wording(""), says: movement.says ?? SheetWording.movement(movement, first: first),
          citation: citation(movement.citation), mark: nil))
    }
    rules += rubric.downgrades.map {
      RubricSheet.Rule(
        name: SheetWording.down(by: $0.levels),
        says: SheetWording.gate($0.says ?? words($0.trigger), $0.whenClosed),
        citation: citation($0.citation), mark: nil)
    }
    if let again = rubric.reEvaluation {
      let passes = rubric.grades.line(again.passesAt)?.title ?? Wording(again.passesAt)
      let most = again.grade.map { rubric.grades.line($0)?.title ?? Wording($0) }
      rules.append(
        RubricSheet.Rule(
          name: SheetWording.reEvaluation,
          says: again.says ?? SheetWording.reEvaluation(passes: passes, most: most),
          citation: citation(again.citation), mark: nil))
    }
    return rules
  }

  private var validityRules: [RubricSheet.Rule] {
    guard let validity = rubric.validity else { return [] }
    let others = validity.byGrade.sorted { $0.key < $1.key }
      .map { (rubric.grades.line($0.key)?.title ?? Wording($0.key), $0.value) }
    return [
      RubricSheet.Rule(
        name: Wording(""),
        says: SheetWording.valid(
          validity.years, others, from: validity.from.map(words)),
        citation: citation(validity.citation), mark: nil)
    ]
  }
}
