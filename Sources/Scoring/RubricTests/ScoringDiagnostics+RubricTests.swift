import Diagnostics
import Rubrics

/// What is said about a rubric test that fails.
extension Diagnostic {
  static func expectationFailed(
    _ name: String, expected: String, found: String, in test: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "expectation-failed", at: place,
      Wording(
        en: "`\(name)` came out as \(found), where \(expected) is expected",
        zh: "`\(name)` 得出 \(found)，预期为 \(expected)"),
      notes: [Wording(en: "in the test: \(test)", zh: "所在用例：\(test)")],
      help: Wording(
        en: "correct the rubric, or what the test expects",
        zh: "请更正细则，或更正用例的预期"))
  }

  static func expectationUnknown(
    _ name: String, among names: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "expectation-unknown", at: place,
      Wording(
        en: "the rubric has nothing that is named `\(name)`", zh: "细则中没有名为 `\(name)` 的内容"),
      help: remedy(for: name, among: names)
    ).remedied(by: .nearest(to: name, among: names, at: place))
  }
}
