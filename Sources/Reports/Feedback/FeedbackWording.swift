import Diagnostics
import Values

/// What pages say to those who answer for others.
enum FeedbackWording {
  static let advice = Wording(en: "Advice", zh: "改进建议")
  static let adviceOfPanels = Wording(en: "What assessors advise", zh: "评审方写给本方的建议")
  static let earlierAdvice = Wording(en: "What became of earlier advice", zh: "以往建议的落实")
  static let state = Wording(en: "State", zh: "落实情况")
  static let answersFor = Wording(en: "Answers for", zh: "涉及对象")
  static let because = Wording(en: "Duty behind it", zh: "背后的职责")
  static let cost = Wording(en: "Points", zh: "分值")
  static let costs = Wording(
    en: "What was not done in time, and whom it kept from points", zh: "拖欠和缺位使各对象少得的分")
  static let excusedPoints = Wording(en: "Excused", zh: "免责的分")
  static let faults = Wording(en: "What they lost, and who answers for it", zh: "各对象失分汇总与责任")
  static let item = Wording(en: "Item", zh: "指标")
  static let kind = Wording(en: "Feedback to those who answer for others", zh: "给责任方的反馈")
  static let link = Wording(en: "What this round gives back", zh: "本轮反馈")
  static let lostPoints = Wording(en: "Lost", zh: "失去的分")
  static let lost = Wording(en: "Lost", zh: "失分")
  static let ownResult = Wording(en: "Own result", zh: "自身得分")
  static let round = Wording(en: "Round", zh: "轮次")
  static let subjects = Wording(en: "Subjects", zh: "对象")
  static let unscored = Wording(en: "Without a result so far", zh: "尚无结果")
  static let whom = Wording(en: "Whom", zh: "对象")
  static let own = Wording(en: "its own", zh: "由对象自身承担")
  static let nothingOwed = Wording(
    en: "No point was lost or excused because of what should have come from here.",
    zh: "没有一分因本方应做、应给而未做、未给而失去或免责。")
  static let nothingLost = Wording(en: "No point was lost.", zh: "没有失分。")
  static let note = Wording(
    en: "Made of the reports of those concerned; it ranks nobody and changes no result.",
    zh: "由各对象的报告汇总而成，不用于排名，也不改变任何结果。")
  static let introduction = Wording(
    en:
      "An excused point is not charged to the other and counts here. A lost one stays lost there: something is missing that was to come from here, or the excuse would have cost even more.",
    zh: "免责的分不由对方承担，记在本方。失去的分仍记在对方：缺少本方应提供的材料，或者免责反而更不利。")

  static func count(_ feedback: Feedback) -> Wording {
    Wording(
      en: "Answers for \(feedback.count) of this round", zh: "本轮涉及 \(feedback.count) 个对象")
  }

  /// The sum in one sentence.
  static func sum(_ feedback: Feedback) -> Wording {
    Wording(
      en:
        "\(feedback.excused.text) points excused and \(feedback.lost.text) lost, at \(feedback.costCount) of \(feedback.count)",
      zh:
        "涉及 \(feedback.count) 个对象中的 \(feedback.costCount) 个：免责 \(feedback.excused.text) 分，失去 \(feedback.lost.text) 分"
    )
  }

  static func state(_ followUp: Feedback.FollowUp) -> Wording {
    switch followUp.state {
    case .done: Wording(en: "done", zh: "已落实")
    case .partly: Wording(en: "done in part", zh: "部分落实")
    case .notDone: Wording(en: "not done", zh: "未落实")
    }
  }

  /// `3 of 5 done`.
  static func followed(_ followUps: [Feedback.FollowUp]) -> Wording {
    let done = followUps.count { $0.state == .done }
    return Wording(
      en: "\(done) of \(followUps.count) done", zh: "\(followUps.count) 条中 \(done) 条已落实")
  }

  static func kind(_ cost: Feedback.Cost) -> Wording {
    let words =
      switch cost.kind {
      case .excused: Wording(en: "excused", zh: "免责")
      case .lost: Wording(en: "lost", zh: "失去")
      }
    return cost.isOpen
      ? Wording(en: "perhaps \(words.en)", zh: "可能\(words.zh)") : words
  }

  static func synthesis(_ synthesis: Feedback.Synthesis) -> Wording {
    let excused =
      synthesis.excused.high == .zero
      ? Wording("")
      : Wording(
        en: ", \(synthesis.excused.text) excused", zh: "，免责 \(synthesis.excused.text) 分")
    return Wording(
      en: "\(synthesis.count) scored, \(synthesis.lost.text) points lost\(excused.en)",
      zh: "\(synthesis.count) 个有结果，共失 \(synthesis.lost.text) 分\(excused.zh)")
  }

  /// `3 of 5`.
  static func share(_ fault: Feedback.Fault) -> Wording {
    Wording(
      en: "\(fault.lostCount) of \(fault.count)", zh: "\(fault.count) 个中 \(fault.lostCount) 个")
  }

  static func excused(_ fault: Feedback.Fault) -> Wording? {
    guard fault.excusedCount > 0 else { return nil }
    return Wording(
      en: "\(fault.excused.text) excused at \(fault.excusedCount)",
      zh: "另有 \(fault.excusedCount) 个免责 \(fault.excused.text) 分")
  }

  /// `town: Funds paid (1)`.
  static func duty(_ duty: Feedback.Duty) -> Wording {
    let title = duty.title ?? Wording(duty.item)
    let role = role(duty.role)
    guard duty.count > 0 else {
      return Wording(
        en: "may be \(role.en): \(title.en) (not in this round)",
        zh: "可由\(role.zh)承担：\(title.zh)（本轮没有）")
    }
    return Wording(
      en: "\(role.en): \(title.en) (\(duty.count))", zh: "\(role.zh)：\(title.zh)（\(duty.count) 次）")
  }

  /// Roles that everybody knows have a name; any other is said as it is written.
  static func role(_ role: String) -> Wording {
    roles[role] ?? Wording(role)
  }

  private static let roles = [
    "bureau": Wording(en: "bureau", zh: "主管部门"), "town": Wording(en: "town", zh: "镇（街道）"),
    "finance": Wording(en: "finance", zh: "财政部门"),
    "community": Wording(en: "community", zh: "社区"),
    "operator": Wording(en: "operator", zh: "承接机构"),
    "evaluator": Wording(en: "evaluator", zh: "评估机构"),
    "supervisor": Wording(en: "supervisor", zh: "督导方"),
    "station": Wording(en: "station", zh: "社工站"),
  ]
}
