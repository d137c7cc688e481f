import Diagnostics
import Rubrics
import Values

/// Sentences for forms that look at the results of others.
extension SheetWording {
  static func childrenAll(
    _ rubric: String, _ bar: ChildrenRule.Bar, worth points: Number
  ) -> [Wording] {
    let reach = Self.reach(bar)
    let earned = Self.points(points)
    return [
      Wording(
        en:
          "If everyone below, evaluated by `\(rubric)`, reaches \(reach.en): \(earned.en); otherwise none.",
        zh: "所辖各下级（按 `\(rubric)` 评估）全部达到\(reach.zh)：\(earned.zh)，否则 0 分。")
    ]
  }

  static func childrenMean(_ rubric: String, _ weight: String?, _ scale: Wording) -> [Wording] {
    let by = weight.map { Wording(en: ", weighted by `\($0)`", zh: "按“\($0)”加权的") }
    return [
      Wording(
        en: "By the mean score of those below (`\(rubric)`)\(by?.en ?? ""): \(scale.en).",
        zh: "按各下级（`\(rubric)`）\(by?.zh ?? "")平均得分：\(scale.zh)。")
    ]
  }

  static func childrenShare(
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

  static func childrenWorst(_ rubric: String, _ scale: Wording) -> [Wording] {
    [
      Wording(
        en: "By the worst score of those below (`\(rubric)`): \(scale.en).",
        zh: "按各下级（`\(rubric)`）中的最差得分：\(scale.zh)。")
    ]
  }

  static func childrenWorstGrade(
    _ rubric: String, _ grades: [(String, Number)]
  ) -> [Wording] {
    let en = grades.map { "`\($0.0)`: \(Self.points($0.1).en)" }.joined(separator: "; ")
    let zh = grades.map { "`\($0.0)`：\(Self.points($0.1).zh)" }.joined(separator: "；")
    return [
      Wording(
        en: "By the worst grade of those below (`\(rubric)`): \(en).",
        zh: "按各下级（`\(rubric)`）中的最差等级：\(zh)。")
    ]
  }

  static func noChildren(_ what: ChildrenRule.IfNone) -> Wording {
    switch what {
    case .unknown: Wording(en: "With nobody below it stays open.", zh: "没有下级的，留待查明。")
    case .fail: Wording(en: "With nobody below it earns nothing.", zh: "没有下级的，不得分。")
    case .notApplicable: Wording(en: "With nobody below it does not apply.", zh: "没有下级的，不适用。")
    }
  }

  static func rank(_ rule: RankRule, _ value: Wording, worth points: Number) -> [Wording] {
    var en: [String] = []
    var zh: [String] = []
    var next = Number.one
    for line in rule.lines {
      if rule.isShare {
        let share = (line.upTo.multiplied(by: Number(100)) ?? line.upTo).description
        en.append("the first \(share)%: \(Self.points(line.points).en)")
        zh.append("前 \(share)%：\(Self.points(line.points).zh)")
        continue
      }
      let places = next == line.upTo ? "\(line.upTo)" : "\(next)–\(line.upTo)"
      en.append("place \(places): \(Self.points(line.points).en)")
      zh.append("第 \(places) 名：\(Self.points(line.points).zh)")
      next = line.upTo.adding(.one) ?? line.upTo
    }
    switch rule.others {
    case .points(let rest):
      en.append("otherwise \(Self.points(rest).en)")
      zh.append("其余 \(Self.points(rest).zh)")
    case .proRata(let most):
      en.append("the others \(points) x own / first, at most \(most)")
      zh.append("其余按与第一名之比折算（满分 \(points)，不超过 \(most) 分）")
    }
    let best =
      rule.highIsBest
      ? Wording(en: "high is best", zh: "高者为优") : Wording(en: "low is best", zh: "低者为优")
    let ties =
      rule.ties == .better
      ? Wording(
        en: "Equal ones share the better place, and the next are skipped.",
        zh: "并列者同取较前名次，其后名次顺延跳过。")
      : Wording(
        en: "Equal ones get the mean of the points of their places.", zh: "并列者平分所占名次的分数。")
    return [
      Wording(
        en:
          "By place within the cohort in \(value.en) (\(best.en)): \(en.joined(separator: "; ")).",
        zh: "按 \(value.zh) 在同组中的名次（\(best.zh)）：\(zh.joined(separator: "；"))。"),
      ties,
    ]
  }

  private static func reach(_ bar: ChildrenRule.Bar) -> Wording {
    switch bar {
    case .grade(let id, _): Wording(en: "the grade `\(id)`", zh: "等级 `\(id)`")
    case .score(let score): Wording(en: "\(score)", zh: " \(score) 分")
    }
  }
}
