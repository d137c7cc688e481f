import Diagnostics
import Rubrics
import Values

/// Sentences for results that are taken over.
extension SheetWording {
  static func imported(
    _ rule: ImportRule, _ value: Wording, _ dated: Wording, scale: Wording?, lost: Bool
  ) -> [Wording] {
    let grades = Wording(
      en: rule.grades.map { "`\($0.grade)`: \(points($0.points, lost: lost).en)" }
        .joined(separator: "; "),
      zh: rule.grades.map { "`\($0.grade)`：\(points($0.points, lost: lost).zh)" }
        .joined(separator: "；"))
    let how = scale ?? grades
    var lines = [
      Wording(
        en: "By \(value.en), given by \(rule.from.en): \(how.en).",
        zh: "按\(rule.from.zh)给出的\(value.zh)换算：\(how.zh)。")
    ]
    if let validity = rule.validity { lines.append(expiry(validity, dated)) }
    return lines
  }

  private static func expiry(_ validity: ImportRule.Validity, _ dated: Wording) -> Wording {
    let one = validity.count == 1
    let unit: Wording =
      switch validity.unit {
      case .years: Wording(en: one ? "year" : "years", zh: "年")
      case .months: Wording(en: one ? "month" : "months", zh: "个月")
      case .days: Wording(en: one ? "day" : "days", zh: "天")
      }
    let then: Wording =
      switch validity.ifExpired {
      case .unknown: Wording(en: "it stays open", zh: "留待查明")
      case .zero: Wording(en: "it earns nothing", zh: "不得分")
      case .notApplicable: Wording(en: "it does not apply", zh: "不适用")
      }
    return Wording(
      en: "It counts for \(validity.count) \(unit.en) from \(dated.en); after that \(then.en).",
      zh: "自\(dated.zh)起 \(validity.count) \(unit.zh)内有效；过期\(then.zh)。")
  }
}
