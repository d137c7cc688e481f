import Diagnostics

/// Stages, calendars, validity, and who answers for what.
extension ReportsWording {
  static let ofTheItem = Wording(en: "part of the item", zh: "所占比重")
  static let because = Wording(en: "because", zh: "理由")
  static let calendars = Wording(en: "Calendars", zh: "日程")
  static let chargedHere = Wording(en: "Charged here in others' stead", zh: "代为承担")
  static let chargedInstead = Wording(en: "Charged instead", zh: "由谁承担")
  static let excusedHere = Wording(en: "Not charged here", zh: "不由本方承担")
  static let noStage = Wording(en: "no such stage", zh: "无此阶段")
  static let nobody = Wording(en: "nobody", zh: "无人承担")
  static let notInTheRound = Wording(
    en: "not evaluated in this round, so nobody is charged", zh: "未参加本轮评估，因此无人承担")
  static let onAccountOf = Wording(en: "On account of", zh: "因何")
  static func progress(_ progress: RoundIndex.Progress) -> Wording {
    Wording(
      en:
        "Before the deadline: \(progress.handedIn) of \(progress.subjects) handed in, \(progress.complete) complete, \(progress.missing) things missing",
      zh:
        "截止之前：\(progress.subjects) 个对象已交 \(progress.handedIn) 个，材料齐全 \(progress.complete) 个，共缺 \(progress.missing) 项"
    )
  }

  static let responsibility = Wording(en: "Responsibility", zh: "责任归因")
  static let responsibilityIntroduction = Wording(
    en: "The same fact counts once: where it excuses one side, it is charged to the other.",
    zh: "同一事实只计一次：使一方免责的，由另一方承担。")
  static let stage = Wording(en: "Stage", zh: "阶段")
  static let stillOpen = Wording(en: "still open", zh: "尚待确定")
  static let validUntil = Wording(en: "Valid until", zh: "有效期至")

  static func calendar(_ line: Report.CalendarLine) -> Wording {
    let missed = line.terms.filter { $0.state == .missed }.map(\.name)
    let open = line.terms.filter { $0.state == .open }.map(\.name)
    let each = Wording(
      en: "at least \(line.atLeast) in each of \(line.terms.count) terms",
      zh: "共 \(line.terms.count) 期，每期至少 \(line.atLeast) 次")
    if line.terms.isEmpty {
      return Wording(en: "the period is not known", zh: "评估期不明")
    }
    var en = [each.en]
    var zh = [each.zh]
    if !missed.isEmpty {
      en.append("missing: \(missed.joined(separator: ", "))")
      zh.append("缺 \(missed.joined(separator: "、"))")
    }
    if !open.isEmpty {
      en.append("not known: \(open.joined(separator: ", "))")
      zh.append("不明：\(open.joined(separator: "、"))")
    }
    if missed.isEmpty, open.isEmpty {
      en.append("none missed")
      zh.append("没有缺期")
    }
    if line.outsideCount > 0 {
      en.append("\(line.outsideCount) outside the terms")
      zh.append("\(line.outsideCount) 次不在期内")
    }
    if line.undatedCount > 0 {
      en.append("\(line.undatedCount) without a date")
      zh.append("\(line.undatedCount) 条没有日期")
    }
    return Wording(en: en.joined(separator: "; "), zh: zh.joined(separator: "；"))
  }

  static func state(_ state: Report.CalendarLine.State) -> Wording {
    switch state {
    case .kept: Wording(en: "kept", zh: "已完成")
    case .missed: Wording(en: "missed", zh: "缺")
    case .open: Wording(en: "not known", zh: "不明")
    }
  }

  /// What is wrong, or open, about a charge.
  static func remark(on charge: Report.ChargeLine) -> Wording? {
    if charge.isOpen { return stillOpen }
    switch charge.isCharged {
    case false?:
      return Wording(
        en: "nothing was lost there, so in fact nobody is charged", zh: "对方该项并未失分，实际无人承担")
    case nil where charge.side != .nobody && charge.other != nil:
      return Wording(en: "whether it lost points there is open", zh: "对方该项是否失分尚待确定")
    default: return nil
    }
  }
}
