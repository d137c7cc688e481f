import Diagnostics
import FEEL
import Rubrics
import Values

extension SheetBuilder {
  /// Every figure with its whole rule: what is signed has to be on the page.
  var figures: RubricSheet.RuleList {
    RubricSheet.RuleList(
      title: SheetWording.figuresTitle, rules: rubric.figures.flatMap { lines(of: $0) })
  }

  private func lines(of figure: Figure) -> [RubricSheet.Rule] {
    let name = figure.title ?? Wording(figure.name)
    var first: [Wording] = figure.says.map { [$0] } ?? []
    var rest: [RubricSheet.Rule] = []
    var grid: RubricSheet.Grid?
    switch figure.value {
    case .expression(let plan):
      first.append(SheetWording.equals(words(plan), unit: figure.unit))
    case .table(let table):
      grid = self.grid(of: table)
      if let grid {
        first += sentences(around: grid, of: table, lost: false)
      } else {
        first.append(SheetWording.byTable(table))
        rest = cells(of: table)
      }
    case .calendar(let rule): first.append(SheetWording.calendar(rule, words(rule.over)))
    }
    if case .value(let number)? = figure.ifEmpty?.meaning {
      first.append(SheetWording.nothingCounts(as: number))
    }
    if let rounding = figure.rounding { first.append(SheetWording.rounded(rounding)) }
    let mark = figure.basis.map { RubricSheet.Mark(rule: $0.rawValue, points: nil) }
    let says = Wording(
      en: first.map(\.en).joined(separator: " "), zh: first.map(\.zh).joined())
    return [
      RubricSheet.Rule(
        name: name, says: says, citation: citation(figure.citation), mark: mark, grid: grid)
    ] + rest
  }

  /// A line for each rule of a table: its tests, and what it gives.
  private func cells(of table: RuleTable) -> [RubricSheet.Rule] {
    var lines = table.rules.map { rule -> RubricSheet.Rule in
      let tests = zip(table.inputs, rule.tests).compactMap { input, test -> String? in
        test.text == "-" ? nil : SheetWording.condition(input.text, test.text)
      }
      let when =
        tests.isEmpty ? SheetWording.anything : Wording("`\(tests.joined(separator: ", "))`")
      let gives = rule.outputs.map { ValueText.oneLine($0.text) }.joined(separator: ", ")
      var says = SheetWording.gives(when, gives)
      if let words = rule.says {
        says = Wording(en: "\(says.en)  \(words.en)", zh: "\(says.zh)　\(words.zh)")
      }
      return RubricSheet.Rule(
        name: Wording(""), says: FormWording.bullet(says), citation: citation(rule.citation),
        mark: nil)
    }
    if let otherwise = table.otherwise {
      let says = SheetWording.gives(SheetWording.elsewhere, ValueText.oneLine(otherwise.text))
      lines.append(
        RubricSheet.Rule(
          name: Wording(""), says: FormWording.bullet(says), citation: nil, mark: nil))
    }
    return lines
  }
}
