package import Diagnostics
import FEEL
package import Rubrics
import Values

/// An expression over rows that no pass over columns computes, and why; the row evaluator computes it, with all rows kept.
package struct Refusal: Sendable {
  package let expression: String
  package let place: Place
  package let reason: Wording
}

/// How the aggregates of a rubric are computed for a portfolio, for whoever wants to show it.
package struct PortfolioPlan: Sendable {
  /// An aggregate that a pass over the columns of its table computes while the rows come by.
  package struct Fused: Sendable {
    package let table: String
    package let expression: String
    package let place: Place
  }

  package let fused: [Fused]
  package let refusals: [Refusal]

  package init(_ rubric: Rubric) {
    let figures = FusedFigures(rubric)
    var fused: [Fused] = []
    var refusals = figures.refusals
    var questions = rubric.tables.map(TableQuestions.init)
    for (number, aggregate) in figures.aggregates.enumerated() {
      let expression = String(aggregate.plan.text(of: aggregate.plan.step))
      let place = aggregate.plan.place(of: aggregate.plan.step)
      if questions[aggregate.table].add(aggregate, number: number, hasColumn: { _ in true }) {
        fused.append(
          Fused(table: rubric.tables[aggregate.table].name, expression: expression, place: place))
      } else {
        refusals.append(Refusal(expression: expression, place: place, reason: .nestedTooDeep))
      }
    }
    self.fused = fused
    self.refusals = refusals
  }
}

extension Refusal {
  /// Why `step`, which looks at rows, is left to the row evaluator.
  init(_ step: Step, of plan: Plan, in rubric: Rubric) {
    expression = String(plan.text(of: step))
    place = plan.place(of: step)
    reason = Self.reason(step, in: rubric)
  }

  private static func reason(_ step: Step, in rubric: Rubric) -> Wording {
    switch step.form {
    case .filter: .filterBeyondItsRow
    case .path(let source, _, _): reason(source, in: rubric)
    case .input: .rowsAsTheyAre
    case .for: .loop
    case .some, .every: .quantifierBeyondItsRow
    case .decisionTable: .decisionTable
    default: .otherForm
    }
  }
}

extension Wording {
  fileprivate static let filterBeyondItsRow = Wording(
    en: "the filter looks at more than cells of its row and facts, or its result is used as it is",
    zh: "筛选条件用到了本行单元格和事实以外的内容，或直接使用了筛选结果")
  fileprivate static let rowsAsTheyAre = Wording(
    en: "the rows are used as they are, or by a function that no pass computes",
    zh: "直接使用了各行，或使用了逐列计算不支持的函数")
  fileprivate static let loop = Wording(en: "a loop makes a list of the rows", zh: "循环把各行列成清单")
  fileprivate static let quantifierBeyondItsRow = Wording(
    en: "the condition looks at more than cells of its row and facts",
    zh: "条件用到了本行单元格和事实以外的内容")
  static let decisionTable = Wording(
    en: "a decision table looks at the rows", zh: "决策表用到了各行")
  static let usedByItems = Wording(
    en:
      "an item looks at the rows itself; a figure under `define:` could be computed while they come by",
    zh: "指标直接用到了各行；改用 `define:` 下的中间数，即可边读边算")
  fileprivate static let otherForm = Wording(
    en: "no pass over columns computes this form", zh: "逐列计算不支持这种写法")
  fileprivate static let nestedTooDeep = Wording(
    en:
      "a part of the condition is constant, mixes cells and facts in more than a comparison, or nests too deep",
    zh: "条件含有常量部分，或单元格与事实不只是相比较，或嵌套过深")
}
