/// What notices and certificates say.
enum NoticeWording {
  static let rectification = "整改通知书"
  static let ledger = "整改台账"
  static let certificate = "评估结果证明"
  static let reminder = "缺件催办"

  // Rectification.
  static func opening(_ round: String, _ rubric: String) -> String {
    "经\(round)依据\(rubric)评估，结果如下，请按本通知整改。"
  }
  static let anyRound = "本次评估"
  static let time = "一、整改时间"
  static let content = "二、整改内容"
  static let demands = "三、整改要求"
  static func time(_ hasConditions: Bool) -> String {
    "自收到本通知之日起　　　日内（　　　　年　　月　　日前）完成整改，并提交书面整改报告。"
      + (hasConditions ? "第三部分另有期限的，从其规定。" : "")
  }
  static func lost(_ count: Int, _ points: String) -> String {
    "共 \(count) 项指标失分，合计 \(points) 分："
  }
  static func gate(_ sentence: String) -> String { "底线事项——\(sentence)" }
  static func item(_ number: Int, _ title: String, _ points: String, _ reason: String) -> String {
    "\(number). \(title)，扣 \(points) 分：\(reason)。"
  }
  static let itemsShown = 30
  static func more(_ count: Int) -> String { "其余 \(count) 项见整改台账。" }
  static let demandLines = [
    "对照整改台账逐项整改，写明责任人和完成期限。",
    "整改完成后提交书面整改报告，附佐证材料。",
    "对扣分有异议的，在规定期限内书面提出，并附依据。",
  ]
  static let receipt = "送达回执：本通知已于　　　　年　　月　　日收到。"
  static let ledgerColumns = [
    "序号", "问题", "依据", "扣分", "整改要求", "责任人", "期限", "整改佐证", "验收结论", "验收人、日期",
  ]

  // Certificate.
  static let certificateNumber = "编号：　　　　　　"
  static func certified(_ subject: String, _ round: String, _ period: String, _ rubric: String)
    -> String
  {
    let time = period.isEmpty ? "" : "（评估期：\(period)）"
    return "\(subject)参加\(round)\(time)，依据\(rubric)评估，结果为："
  }
  static let herebyCertified = "特此证明。"
  static let certificateNote = "注：本证明由评分结果填写，经评估机构盖章后生效。"
  static let fictionalNote = "注：本证明为虚构示例，不作证明之用。"

  // Reminder.
  static func asks(_ round: String, _ asOf: String) -> String {
    let until = asOf.isEmpty ? "" : "材料截止日为\(asOf)。"
    return "\(round)尚缺下列材料或评分，补齐前结果不能确定。\(until)请于　　　　年　　月　　日前补齐。"
  }
  static func rejected(_ words: String) -> String { "材料已退回，未予计分。\(words)" }
  static let columns = ["序号", "缺什么", "影响的指标", "涉及分值"]
  static let notices = "材料中读不清的地方"
  static let stakeNote = "注：涉及分值为补齐后得分还可能变动的幅度，一项指标缺几样材料的，各行重复计。"
  static let others = "其他各方"
}
