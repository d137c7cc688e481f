import Diagnostics
import FEEL
import Rubrics
import Values

extension SheetBuilder {
  /// A table that was written as a grid, its words called by `name`; `nil` of tables that are lists of rules.
  func grid(of table: RuleTable, naming name: (String) -> Wording? = { _ in nil })
    -> RubricSheet.Grid?
  {
    guard let crossTab = table.crossTab else { return nil }
    let downCount = crossTab.down.inputs.count
    let columns = crossTab.across.headers.indices
    let titles = zip(table.inputs, table.plan.inputs).map { title(of: $1.value, written: $0.text) }
    return RubricSheet.Grid(
      down: Array(titles.prefix(downCount)), across: Array(titles.dropFirst(downCount)),
      columns: (downCount..<table.inputs.count).map { input in
        columns.map { head(of: table, rule: $0, input: input) }
      },
      rows: crossTab.down.headers.enumerated().map { index, header in
        let first = index * columns.count
        return RubricSheet.Grid.Row(
          heads: (0..<downCount).map { head(of: table, rule: first, input: $0) },
          cells: columns.map { cell(of: table, rule: first + $0, name) },
          remark: remark(of: header))
      })
  }

  /// The sentences above and below a grid.
  func sentences(around grid: RubricSheet.Grid, of table: RuleTable, lost: Bool) -> [Wording] {
    let below = table.otherwise.map {
      SheetWording.gives(SheetWording.elsewhere, ValueText.oneLine($0.text))
    }
    return [SheetWording.byGrid(grid, lost: lost)] + [below].compactMap(\.self)
  }

  private func title(of step: Step, written text: String) -> Wording {
    if case .input(let slot) = step.form, let title = SheetPhrase.title(ofSlot: slot, in: rubric) {
      return title
    }
    return Wording("`\(ValueText.oneLine(text))`")
  }

  /// A test at the head of a row or a column.
  private func head(of table: RuleTable, rule: Int, input: Int) -> Wording {
    let match = table.plan.rules[rule].tests[input]
    if match.tests.isEmpty { return SheetWording.anyValue }
    let numbers = Reduction(tested: nil, locals: [table.plan.inputs[input].slot]).numbers(match)
    if let numbers, !numbers.intervals.isEmpty {
      return SheetWording.any(numbers.intervals.map(FormWording.interval), isInner: false)
    }
    let words = match.tests.compactMap { test in
      if case .member(let step) = test {
        step.constantValue.flatMap(SheetWording.option)
      } else {
        nil
      }
    }
    guard words.count == match.tests.count, !match.isNegated else {
      return Wording("`\(ValueText.oneLine(table.rules[rule].tests[input].text))`")
    }
    return SheetWording.any(words, isInner: false)
  }

  private func cell(of table: RuleTable, rule: Int, _ name: (String) -> Wording?) -> Wording {
    let written = ValueText.oneLine(table.rules[rule].outputs.first?.text ?? "")
    guard let value = table.plan.rules[rule].outputs.first?.constantValue else {
      return Wording("`\(written)`")
    }
    switch value {
    case .number(let number): return Wording(number.description)
    case .string(let word): return name(word) ?? Wording(word)
    case .null: return Wording("—")
    default: return SheetWording.value(value) ?? Wording("`\(written)`")
    }
  }

  private func remark(of header: CrossTab.Header) -> Wording? {
    let citation = citation(header.citation).map { Wording(en: "(\($0.en))", zh: "（\($0.zh)）") }
    let words = [header.says, citation].compactMap(\.self)
    return words.isEmpty
      ? nil
      : Wording(
        en: words.map(\.en).joined(separator: " "), zh: words.map(\.zh).joined())
  }
}
