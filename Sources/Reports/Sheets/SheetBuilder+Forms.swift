import Diagnostics
import FEEL
import Rubrics
import Values

extension SheetBuilder {
  /// What forms ask of this sheet.
  var speech: FormSpeech {
    FormSpeech(
      tested: rubric.index(of: .tested), words: { words($0) }, option: SheetWording.option,
      any: { SheetWording.any($0, isInner: false) }, table: { sentences(of: $0, lost: $1) },
      panel: { panel in
        let (name, way) = SheetWording.judges(panel)
        return (name, way, SheetWording.panel(panel))
      })
  }

  func words(_ plan: Plan) -> Wording { SheetPhrase.words(plan, in: rubric) }

  private func sentences(of table: RuleTable, lost: Bool) -> [Wording] {
    if let grid = grid(of: table) { return sentences(around: grid, of: table, lost: lost) }
    func points(_ output: String) -> Wording {
      Number(output).map { FormWording.points($0, lost: lost) } ?? Wording("`\(output)`")
    }
    let otherwise = table.otherwise.map { (SheetWording.elsewhere, points($0.text)) }
    let rules = table.rules.map { rule -> (Wording, Wording) in
      let points = points(rule.outputs.first?.text ?? "")
      if let says = rule.says { return (says, points) }
      let tests = zip(table.inputs, rule.tests).compactMap { input, test -> String? in
        test.text == "-" ? nil : SheetWording.condition(input.text, test.text)
      }
      let text = tests.joined(separator: ", ")
      return (text.isEmpty ? SheetWording.anything : Wording("`\(text)`"), points)
    }
    let lines = (rules + [otherwise].compactMap(\.self)).map {
      FormWording.bullet(FormWording.line($0.0, $0.1))
    }
    return [SheetWording.byRules] + lines
  }
}
