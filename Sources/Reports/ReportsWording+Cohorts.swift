import Diagnostics
import Rubrics

/// With whom somebody is compared, and where they stand.
extension ReportsWording {
  static let cohort = Wording(en: "Compared with the cohort", zh: "同组比较")
  static let cohortNumber = Wording(en: "Number of the cohort", zh: "同组数值")
  static let comparedWithNobody = Wording(
    en: "Scored without its round, and so compared with nobody.", zh: "未随本轮一并计分，因此未与任何对象比较。")
  static let place = Wording(en: "Place", zh: "名次")
  static let tiesTitle = Wording(en: "Ties", zh: "并列")

  static func meanOfItem(_ title: Wording) -> Wording {
    Wording(en: "\(title.en): mean of the cohort", zh: "\(title.zh)：同组平均")
  }

  static func members(peers: (name: Wording, value: String?)?, count: String?) -> Wording {
    let among = peers.map { peers -> Wording in
      let (en, zh) = peers.value.map { (" (\($0))", "（\($0)）") } ?? ("", "")
      return Wording(en: " with the same \(peers.name.en)\(en)", zh: "、\(peers.name.zh)相同\(zh)")
    }
    guard let count else {
      return Wording(
        en: "It is not known who its peers are.", zh: "尚不清楚同组是哪些对象。")
    }
    return Wording(
      en:
        "Admitted subjects of this round under this rubric and edition\(among?.en ?? ""): \(count), itself included.",
      zh: "本轮按本细则、本版次评估\(among?.zh ?? "")的对象，含本对象共 \(count) 个。")
  }

  static func size(_ state: Report.CohortFace.State, _ rule: Cohort) -> Wording {
    let asked = Wording(
      en: "At least \(rule.atLeast) are asked for", zh: "至少 \(rule.atLeast) 个才比较")
    let fewer =
      switch rule.ifFewer {
      case .unknown: Wording(en: "what rests on comparison stays open", zh: "比较类指标待定")
      case .compare: Wording(en: "they are compared all the same", zh: "仍照常比较")
      case .notApplicable: Wording(en: "comparison does not apply", zh: "比较类指标不适用")
      }
    switch state {
    case .enough: return Wording(en: asked.en + ".", zh: asked.zh + "。")
    case .maybeFewer:
      return Wording(
        en: "\(asked.en), and it is not certain that there are: with fewer, \(fewer.en).",
        zh: "\(asked.zh)，是否达到尚不确定；不足时\(fewer.zh)。")
    case .fewer:
      return Wording(
        en: "\(asked.en); there are fewer: \(fewer.en).", zh: "\(asked.zh)，现不足：\(fewer.zh)。")
    case .alone:
      return Wording(
        en: "What rests on comparison stays open until the round is scored.",
        zh: "比较类指标待整轮计分后确定。")
    }
  }

  static func standing(_ place: Report.CohortFace.Place) -> Wording {
    let shared =
      place.sharing.map {
        $0 > 1 ? Wording(en: ", shared by \($0)", zh: "（\($0) 个并列）") : Wording("")
      }
      ?? Wording("")
    return Wording(
      en: "place \(place.place) of \(place.among)\(shared.en)",
      zh: "第 \(place.place) 名，共 \(place.among) 个对象\(shared.zh)")
  }

  static func ties(_ ties: RankRule.Ties) -> Wording {
    switch ties {
    case .better:
      Wording(
        en: "equal ones share the better place, and the next are skipped", zh: "并列取较前名次，其后名次跳过")
    case .mean:
      Wording(en: "equal ones get the mean of the points of their places", zh: "并列者平分所占名次的分数")
    }
  }
}
