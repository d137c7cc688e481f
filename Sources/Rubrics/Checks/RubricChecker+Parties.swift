import FEEL
import Formats
import Values

extension RubricChecker {
  /// A party of the round; whether there is one can rest on who runs the subject alone.
  mutating func party(_ entry: Written.Entry) -> PartyDeclaration? {
    guard let record = entry.value.record, let rubric = record.string("rubric") else { return nil }
    let declared = Declaration.operation(at: entry.key.place)
    var lint = ExpressionLint()
    lint.words[0] = declared.words
    let expressions = Expressions(
      Scope([Scope.Entry(declared.name, declared.shape, slot: 0)]), tables: [], lint)
    let when = record.scalar("when").flatMap {
      expressions.plan($0, expecting: .boolean, into: &diagnostics)
    }
    reportConstant(when, at: record.scalar("when")?.place ?? record.place)
    return PartyDeclaration(
      role: entry.key.text, title: record.wording("title"), rubric: rubric, when: when,
      place: entry.key.place)
  }
}
