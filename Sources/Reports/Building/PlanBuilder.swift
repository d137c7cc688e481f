import Diagnostics
import FEEL
import Rubrics
package import Scoring

extension PlanFace {
  package init(_ plan: PortfolioOutline) {
    let rubric = plan.rubric
    self.init(
      rubric: rubric.id, edition: rubric.edition, title: rubric.title, language: rubric.language,
      isFused: plan.isFused,
      tables: plan.tables.map { use in
        let names = use.declaration.columns.map(\.name)
        return TableLine(
          name: use.declaration.name,
          title: use.declaration.title ?? Wording(use.declaration.name),
          aggregates: use.aggregates.map(ValueText.oneLine), columns: use.columns,
          passedOver: names.filter { !use.columns.contains($0) }, keptFor: use.keptFor)
      },
      refusals: plan.refusals.map {
        Refusal(
          expression: ValueText.oneLine($0.expression),
          reason: Reason(words: $0.reason, place: $0.place.description))
      },
      figures: zip(plan.figures, rubric.figures).map { part, figure in
        let expression: String? =
          if case .expression(let plan) = figure.value {
            ValueText.oneLine(plan.passage.text)
          } else { nil }
        return Self.part(part, expression)
      },
      items: plan.items.map { Self.part($0, nil) },
      conditions: plan.conditions.map { Self.part($0, nil) },
      rest: plan.rest.map(Self.reason),
      comparison: plan.comparison.map {
        Comparison(
          parts: $0.parts.map { Self.part($0, nil) }, rest: $0.rest.map(Self.reason))
      })
  }

  private static func part(_ part: PortfolioOutline.Part, _ expression: String?) -> Part {
    Part(
      id: part.id, title: part.title, expression: expression,
      way: part.reason == nil ? "columns" : "rows", reason: part.reason.map(reason))
  }

  private static func reason(_ reason: PortfolioOutline.Reason) -> Reason {
    let words = Wording(
      en: ValueText.oneLine(reason.words.en), zh: ValueText.oneLine(reason.words.zh))
    return Reason(words: words, place: reason.place?.description)
  }
}
