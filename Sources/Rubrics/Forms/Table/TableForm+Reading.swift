import Diagnostics
import FEEL
import Formats
import Values

extension TableForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let written = record.record("table"),
      let table = checker.ruleTable(
        written, in: checker.expressions, expecting: .number, nullIsAnswered: item.has("null"))
    else { return nil }
    if let points {
      for (index, rule) in table.plan.rules.enumerated() {
        guard let number = rule.outputs.first?.constantNumber else { continue }
        let place = table.rules[index].place
        if number > points {
          checker.diagnostics.report(
            .aboveFullMarks(number, points, at: place).pointing(at: checker.fullMarks))
        }
        if number.isNegative { checker.diagnostics.report(.belowZero(number, at: place)) }
      }
    }
    return TableForm(table: table)
  }
}
