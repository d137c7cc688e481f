import Diagnostics

/// The words of the desk of a round, sorted by name.
enum DeskWording {
  static let agreementDoor = Wording(en: "How far the assessors agree", zh: "评委一致性（供评估机构）")
  static let all = Wording(en: "all", zh: "全部")
  static let amount = Wording(en: "Contract", zh: "合同金额")
  static let below = Wording(en: "Stands below", zh: "上下级")
  static let closedTo = Wording(en: "to be given", zh: "待补")
  static let decision = Wording(en: "Decision", zh: "建议")
  static let field = Wording(en: "All on one scale", zh: "全部对象在同一尺度上")
  static let gradeStrip = Wording(en: "Grades", zh: "等级分布")
  static let handedIn = Wording(en: "handed in", zh: "已交")
  static let inOrderOf = Wording(en: "In the order of:", zh: "排序：")
  static let kind = Wording(en: "Rubric", zh: "细则")
  static let last = Wording(en: "Last time", zh: "上期")
  static let materials = Wording(en: "Stations and materials", zh: "各对象材料一览")
  static let mean = Wording(en: "mean", zh: "平均")
  static let missing = Wording(en: "Missing", zh: "缺件")
  static let none = Wording(en: "no grade", zh: "未定级")
  static let notHandedIn = Wording(en: "not handed in", zh: "未交")
  static let nothingToSettle = Wording(en: "Nothing is left to settle.", zh: "没有待处理的事项。")
  static let operatorName = Wording(en: "Contractor", zh: "承接机构")
  static let orderOfRound = Wording(en: "the round", zh: "文件次序")
  static let rank = Wording(en: "Place", zh: "名次")
  static let region = Wording(en: "Above", zh: "所属")
  static let rejected = Wording(en: "rejected", zh: "退回")
  static let reminder = Wording(en: "Reminder", zh: "催办页")
  static let settle = Wording(en: "To settle before signing", zh: "签发前须处理")
  static let settled = Wording(en: "settled", zh: "已定")
  static let signCounted = Wording(en: "Compiled by", zh: "统计")
  static let signIssued = Wording(en: "Issued by", zh: "签发")
  static let signReviewed = Wording(en: "Reviewed by", zh: "审核")
  static let table = Wording(en: "Results", zh: "结果一览")
  static let toEvaluate = Wording(en: "to evaluate", zh: "应评")
  static let weak = Wording(en: "Where most points were lost", zh: "失分较多的指标")
  static let weakCount = Wording(en: "Subjects", zh: "失分对象数")
  static let weakLost = Wording(en: "Points lost", zh: "失分合计")
  static let whole = Wording(en: "complete", zh: "材料齐全")
  static let things = Wording(en: "things missing", zh: "共缺项数")

  static func above(_ grade: Wording, _ points: String) -> Wording {
    Wording(
      en: "\(points) above the line of “\(grade.en)”", zh: "高出“\(grade.zh)”线仅 \(points) 分")
  }

  static func apart(_ item: Wording) -> Wording {
    Wording(en: "marks for “\(item.en)” lie too far apart", zh: "“\(item.zh)”评委分差超过上限")
  }

  static func below(_ grade: Wording, _ points: String) -> Wording {
    Wording(
      en: "\(points) below the line of “\(grade.en)”", zh: "距“\(grade.zh)”线仅差 \(points) 分")
  }

  static func gate(_ step: String) -> Wording {
    switch step {
    case "vetoes": Wording(en: "veto", zh: "否决")
    case "caps": Wording(en: "cap", zh: "封顶")
    case "downgrades": Wording(en: "lowered", zh: "降级")
    case "admission": Wording(en: "not admitted", zh: "不予评定")
    case "floors": Wording(en: "floor", zh: "底线")
    default: Wording(step)
    }
  }

  static func missing(_ count: Int) -> Wording { Wording(en: "\(count)", zh: "缺 \(count)") }

  static func agreement(_ face: AgreementFace) -> Wording {
    let low = face.items.filter(\.isLow)
    let high = face.items.filter { !$0.isLow && $0.coefficients["interval"]?.alpha != nil }
    let over = face.discussed.count(where: \.isOverLimit)
    var en: [String] = []
    var zh: [String] = []
    func names(_ items: [AgreementFace.ItemLine]) -> Wording {
      let shown = items.prefix(3)
      let more = items.count > 3
      return Wording(
        en: shown.map { "“\($0.title.en)”" }.joined(separator: ", ") + (more ? " …" : ""),
        zh: shown.map { "“\($0.title.zh)”" }.joined(separator: "、") + (more ? "等" : ""))
    }
    if !high.isEmpty {
      en.append("they agree on \(names(high).en)")
      zh.append("对\(names(high).zh)一致")
    }
    if !low.isEmpty {
      en.append("they do not agree on \(names(low).en)")
      zh.append("对\(names(low).zh)不一致")
    }
    if high.isEmpty, low.isEmpty {
      en.append("too few marks are shared to say")
      zh.append("共同评分太少，无从比较")
    }
    en.append(over == 0 ? "nothing has to be discussed" : "\(over) to discuss")
    zh.append(over == 0 ? "没有须商议的" : "须商议 \(over) 处")
    let count = face.assessors.count
    return Wording(
      en: "\(face.title.en): of \(count) assessors: " + en.joined(separator: "; ") + ".",
      zh: "\(face.title.zh)：\(count) 位评委" + zh.joined(separator: "，") + "。")
  }
}
