import Diagnostics
import Rubrics
import Values

/// What derivations say of earlier results and of grades over again.
extension Wording {
  static func firstTime(_ grade: Wording) -> Wording {
    Wording(
      en: "a first evaluation gives \(grade.en) at most", zh: "首次评估最高为\(grade.zh)")
  }

  static func moved(from grade: Wording, up: Int?, down: Int?) -> Wording {
    var en: [String] = []
    var zh: [String] = []
    if let up {
      en.append(up == 0 ? "may not rise yet" : "may rise by \(up) at most")
      zh.append(up == 0 ? "尚不能升级" : "最多升 \(up) 级")
    }
    if let down {
      en.append("may fall by \(down) at most")
      zh.append("最多降 \(down) 级")
    }
    if en.isEmpty { return .movedFreely }
    return Wording(
      en: "from \(grade.en), it \(en.joined(separator: " and "))",
      zh: "上次为\(grade.zh)，\(zh.joined(separator: "，"))")
  }

  static let movedFreely = Wording(en: "history sets no limit here", zh: "历史结果对此没有限制")
  static let noMovement = Wording(en: "no rule on the movement of grades", zh: "没有等级升降的规定")
  static let pastLeftOut = Wording(
    en: "earlier results were not handed over, so its movement is open",
    zh: "没有提供历史结果，升降待定")
  static let pastUndated = Wording(
    en: "the last rating has no date, so it is not known whether it may rise",
    zh: "上次评定没有日期，能否升级不明")
  static let pastUnknown = Wording(
    en: "the last grade is none of this rubric, so its movement is open",
    zh: "上次等级不是本细则的等级，升降限度待定")

  static func reEvaluated(_ rule: ReEvaluation) -> Wording {
    rule.says ?? Wording(en: "the limit of a re-evaluation", zh: "复评的等级上限")
  }
}
