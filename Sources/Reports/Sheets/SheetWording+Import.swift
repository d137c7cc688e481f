import Diagnostics
import Rubrics
import Values

/// Sentences for results that are taken over.
extension SheetWording {
  static func imported(
    _ rule: ImportRule, _ value: Wording, dated: Wording?, until: Wording?, scale: Wording?,
    lost: Bool
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
    if let validity = rule.validity, let day = until ?? dated {
      lines.append(expiry(validity, day))
    }
    return lines
  }

  /// A result that another rubric gave, in this round or earlier.
  static func result(_ taken: TakenResult, _ title: Wording) -> Wording {
    let rubric = taken.rubric.map { " `\($0)`" } ?? ""
    switch taken.giver {
    case .history:
      return Wording(en: "from earlier results: \(title.en)", zh: "取自历史结果：\(title.zh)")
    case .round(nil):
      return Wording(
        en: "from the result by\(rubric) in this round: \(title.en)",
        zh: "取自本轮\(rubric) 的结果：\(title.zh)")
    case .round(let role?):
      return Wording(
        en: "from the result of `\(role)` by\(rubric) in this round: \(title.en)",
        zh: "取自 `\(role)` 本轮按\(rubric) 的结果：\(title.zh)")
    }
  }

  private static func expiry(_ validity: ImportRule.Validity, _ day: Wording) -> Wording {
    let then: Wording =
      switch validity.ifExpired {
      case .unknown: Wording(en: "it stays open", zh: "留待查明")
      case .zero: Wording(en: "it earns nothing", zh: "不得分")
      case .notApplicable: Wording(en: "it does not apply", zh: "不适用")
      }
    switch validity.term {
    case .until:
      return Wording(
        en: "It counts until \(day.en); after that \(then.en).", zh: "有效至\(day.zh)；过期\(then.zh)。")
    case .length(let length):
      let unit = unit(length.unit, isOne: length.count == 1)
      return Wording(
        en: "It counts for \(length.count) \(unit.en) from \(day.en); after that \(then.en).",
        zh: "自\(day.zh)起 \(length.count) \(unit.zh)内有效；过期\(then.zh)。")
    }
  }

  private static func unit(_ unit: ImportRule.Unit, isOne: Bool) -> Wording {
    switch unit {
    case .years: Wording(en: isOne ? "year" : "years", zh: "年")
    case .months: Wording(en: isOne ? "month" : "months", zh: "个月")
    case .days: Wording(en: isOne ? "day" : "days", zh: "天")
    }
  }
}
