import Diagnostics
import Rubrics

/// The cohort on the sheet.
extension SheetWording {
  static let cohort = Wording(en: "Comparison within the cohort", zh: "同组比较")
  static let cohortMembers = Wording(en: "Who is compared", zh: "比较范围")
  static let cohortMeans = Wording(en: "Means of the cohort", zh: "同组平均分")
  static let cohortOrder = Wording(en: "Order", zh: "先后")
  static let cohortSize = Wording(en: "Least number", zh: "最少数量")
  static let cohortTies = Wording(en: "Ties", zh: "并列")
  static let cohortUnclear = Wording(en: "Numbers not known", zh: "数值不明")
  static let twoPasses = Wording(
    en: "Everybody is scored without comparison first; what is compared looks at that alone.",
    zh: "先各自计分，再作比较；比较只看各自计分的结果。")

  static func members(by peers: Wording?) -> Wording {
    guard let peers else {
      return Wording(
        en: "All admitted subjects of one round under this rubric and edition, oneself included.",
        zh: "同一轮中按本细则、本版次评估的全部对象，含自身。")
    }
    return Wording(
      en:
        "The admitted subjects of one round under this rubric and edition, oneself included, for whom \(peers.en) is the same.",
      zh: "同一轮中按本细则、本版次评估，且\(peers.zh)相同的对象，含自身。")
  }

  static func size(_ cohort: Cohort) -> Wording {
    switch cohort.ifFewer {
    case .unknown:
      Wording(
        en: "\(cohort.atLeast); with fewer, what rests on comparison stays open.",
        zh: "\(cohort.atLeast) 个；不足时，比较类指标待定。")
    case .compare:
      Wording(
        en: "\(cohort.atLeast); fewer are compared all the same.",
        zh: "\(cohort.atLeast) 个；不足时仍照常比较。")
    case .notApplicable:
      Wording(
        en: "\(cohort.atLeast); with fewer, comparison does not apply.",
        zh: "\(cohort.atLeast) 个；不足时，比较类指标不适用。")
    }
  }

  static func unclear(_ unclear: Cohort.Unclear) -> Wording {
    switch unclear {
    case .open:
      Wording(
        en: "Whoever has one may stand anywhere, and what rests on it stays open.",
        zh: "数值不明的对象可能居于任何名次，与之有关的结果待定。")
    case .leaveOut:
      Wording(
        en: "Whoever still has one when the file is closed is left out of the comparison.",
        zh: "到截止时数值仍不明的对象，不参与比较。")
    }
  }

  static func figure(_ figure: Cohort.Figure, of value: Wording) -> Wording {
    let unit = figure.unit.map { Wording(en: " (\($0))", zh: "（\($0)）") } ?? Wording("")
    return switch figure.statistic {
    case .mean:
      Wording(
        en: "The mean of \(value.en) over the cohort\(unit.en).",
        zh: "全组各对象\(value.zh)的平均值\(unit.zh)。"
      )
    case .min:
      Wording(
        en: "The least \(value.en) of the cohort\(unit.en).", zh: "全组各对象\(value.zh)的最小值\(unit.zh)。")
    case .max:
      Wording(
        en: "The greatest \(value.en) of the cohort\(unit.en).",
        zh: "全组各对象\(value.zh)的最大值\(unit.zh)。")
    case .place:
      Wording(
        en: "The place within the cohort by \(value.en), \(best(figure).en)\(unit.en).",
        zh: "按\(value.zh)在组内的名次，\(best(figure).zh)\(unit.zh)。")
    case .count:
      Wording(
        en: "How many of the cohort have \(value.en) and are compared\(unit.en).",
        zh: "组内有\(value.zh)、参加比较的对象数\(unit.zh)。")
    case .percentile:
      Wording(
        en:
          "The share of the cohort that is not better by \(value.en), \(best(figure).en)\(unit.en).",
        zh: "组内\(value.zh)不优于本对象的占比，\(best(figure).zh)\(unit.zh)。")
    }
  }

  /// Which numbers are best, and what becomes of equal ones.
  private static func best(_ figure: Cohort.Figure) -> Wording {
    let ties =
      figure.ties == .better
      ? ReportsWording.ties(.better)
      : Wording(en: "equal ones have the mean of their places", zh: "并列者取所占名次的平均")
    return figure.highIsBest
      ? Wording(en: "high is best; \(ties.en)", zh: "数大为优；\(ties.zh)")
      : Wording(en: "low is best; \(ties.en)", zh: "数小为优；\(ties.zh)")
  }

  static func ties(_ ties: RankRule.Ties, _ items: [Wording]) -> Wording {
    let rule = ReportsWording.ties(ties)
    let en = items.map(\.en).joined(separator: ", ")
    let zh = items.map(\.zh).joined(separator: "、")
    return Wording(en: "\(en): \(rule.en).", zh: "\(zh)：\(rule.zh)。")
  }

  static func means(_ items: [Wording]) -> Wording {
    let en = items.map(\.en).joined(separator: ", ")
    let zh = items.map(\.zh).joined(separator: "、")
    return Wording(
      en:
        "\(en): what those of the cohort earned to whom it applies; the mean of nobody is not known.",
      zh: "\(zh)：按同组中适用者所得的平均分计；无人适用时，平均分未知。")
  }
}
