import Diagnostics
import FEEL
import Formats
import Values

extension CheckForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let condition = checker.plan(record, "check", expecting: .boolean) else { return nil }
    return CheckForm(
      condition: condition,
      ifEmpty: record.string("if empty").flatMap(EmptyRule.Meaning.init(written:)),
      ranges: checker.rangedLists(condition).compactMap(\.list))
  }
}
