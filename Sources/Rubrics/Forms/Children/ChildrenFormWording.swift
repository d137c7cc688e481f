import Diagnostics
import Values

extension ChildrenForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let below = rule.rubric
    var lines: [Wording]
    switch rule.take {
    case .all(let bar): lines = Self.all(below, bar, worth: points)
    case .share(let bar, let scale):
      lines = Self.share(below, bar, rule.weight?.fact, scale.words(worth: points))
    case .worstScore(let scale): lines = Self.worst(below, scale.words(worth: points))
    case .worstGrade(let grades):
      lines = Self.worstGrade(below, grades.map { ($0.grade, $0.points) })
    case .mean(let scale): lines = Self.mean(below, rule.weight?.fact, scale.words(worth: points))
    }
    lines.append(Self.noChildren(rule.ifNone))
    return lines
  }

  private static func all(
    _ rubric: String, _ bar: ChildrenRule.Bar, worth points: Number
  ) -> [Wording] {
    let reach = Self.reach(bar)
    let earned = FormWording.points(points)
    return [
      Wording(
        en:
          "If everyone below, evaluated by `\(rubric)`, reaches \(reach.en): \(earned.en); otherwise none.",
        zh: "所辖各下级（按 `\(rubric)` 评估）全部达到\(reach.zh)：\(earned.zh)，否则 0 分。")
    ]
  }

  private static func mean(_ rubric: String, _ weight: String?, _ scale: Wording) -> [Wording] {
    let by = weight.map { Wording(en: ", weighted by `\($0)`", zh: "按“\($0)”加权的") }
    return [
      Wording(
        en: "By the mean score of those below (`\(rubric)`)\(by?.en ?? ""): \(scale.en).",
        zh: "按各下级（`\(rubric)`）\(by?.zh ?? "")平均得分：\(scale.zh)。")
    ]
  }

  private static func share(
    _ rubric: String, _ bar: ChildrenRule.Bar, _ weight: String?, _ scale: Wording
  ) -> [Wording] {
    let reach = Self.reach(bar)
    let by = weight.map { Wording(en: ", weighted by `\($0)`", zh: "（按“\($0)”加权）") }
    return [
      Wording(
        en:
          "By the share of those below (`\(rubric)`) that reach \(reach.en)\(by?.en ?? ""): \(scale.en).",
        zh: "按各下级（`\(rubric)`）达到\(reach.zh)的比例\(by?.zh ?? "")：\(scale.zh)。")
    ]
  }

  private static func worst(_ rubric: String, _ scale: Wording) -> [Wording] {
    [
      Wording(
        en: "By the worst score of those below (`\(rubric)`): \(scale.en).",
        zh: "按各下级（`\(rubric)`）中的最差得分：\(scale.zh)。")
    ]
  }

  private static func worstGrade(
    _ rubric: String, _ grades: [(String, Number)]
  ) -> [Wording] {
    let en = grades.map { "`\($0.0)`: \(FormWording.points($0.1).en)" }.joined(separator: "; ")
    let zh = grades.map { "`\($0.0)`：\(FormWording.points($0.1).zh)" }.joined(separator: "；")
    return [
      Wording(
        en: "By the worst grade of those below (`\(rubric)`): \(en).",
        zh: "按各下级（`\(rubric)`）中的最差等级：\(zh)。")
    ]
  }

  private static func noChildren(_ what: ChildrenRule.IfNone) -> Wording {
    switch what {
    case .unknown: Wording(en: "With nobody below it stays open.", zh: "没有下级的，留待查明。")
    case .fail: Wording(en: "With nobody below it earns nothing.", zh: "没有下级的，不得分。")
    case .notApplicable: Wording(en: "With nobody below it does not apply.", zh: "没有下级的，不适用。")
    }
  }

  private static func reach(_ bar: ChildrenRule.Bar) -> Wording {
    switch bar {
    case .grade(let id, _): Wording(en: "the grade `\(id)`", zh: "等级 `\(id)`")
    case .score(let score): Wording(en: "\(score)", zh: " \(score) 分")
    }
  }
}
