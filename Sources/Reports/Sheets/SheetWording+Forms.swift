import Diagnostics
import Rubrics
import Values

/// What forms say that is the same for several.
extension SheetWording {
  static let byRules = Wording(en: "By this table:", zh: "按下表：")

  /// What a form gives of which there is nothing; a condition has its own words.
  static func ifEmpty(_ meaning: EmptyRule.Meaning, worth points: Number, lost: Bool) -> Wording {
    let gives: Wording
    switch meaning {
    case .value(let number):
      return Wording(
        en: "With nothing to compute from, the value counts as \(number).",
        zh: "没有可供计算的内容时，取值按 \(number) 计。")
    case .full: gives = FormWording.points(points, lost: lost)
    case .zero: gives = FormWording.points(.zero, lost: lost)
    case .notApplicable: gives = Wording(en: "it does not apply", zh: "不适用")
    case .unknown: gives = Wording(en: "it is unknown", zh: "按未知处理")
    }
    return Wording(
      en: "With nothing to compute from: \(gives.en).", zh: "没有可供计算的内容时：\(gives.zh)。")
  }

  /// A test of a decision table behind the input that it looks at, as an expression would have it.
  static func condition(_ input: String, _ test: String) -> String {
    let (input, test) = (ValueText.oneLine(input), ValueText.oneLine(test))
    if let first = test.first, "<>=!".contains(first) { return "\(input) \(test)" }
    if test.contains("?") { return test }
    let isPlain =
      test.hasPrefix("\"")
      && test.dropFirst().firstIndex(of: "\"") == test.index(before: test.endIndex)
    let isName =
      test.allSatisfy { $0.isLetter || $0.isNumber || "._- ".contains($0) } && !test.contains("..")
    return isPlain || isName
      ? "\(input) = \(test)"
      : "\(input) in \(test.contains(",") && !test.hasPrefix("not(") ? "(\(test))" : test)"
  }
}
