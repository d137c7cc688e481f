/// What papers about a whole round say.
enum RoundWording {
  static let publicList = "公示名单"
  static let summary = "汇总报告"

  static func publicOpening(_ round: String, _ period: String) -> String {
    let time = period.isEmpty ? "" : "（评估期：\(period)）"
    return "现将\(round)\(time)结果予以公示。"
  }
  static let publicColumns = ["序号", "单位", "得分", "等级", "备注"]
  static let publicTime = "公示期：　　　　年　　月　　日至　　　　年　　月　　日。"
  static let objections = "对结果有异议的，请在公示期内以书面形式实名提出，并附依据。受理单位：　　　　　　；联系方式：　　　　　　。"
  static let publicDraft = "名单中有对象的结果尚未确定，本名单为未定稿，不得公示。"
  static let waiting = "待定"
  static let nobody = "没有可公示的对象。"

  static let overview = "一、总体情况"
  static let results = "二、评估结果"
  static let losses = "三、失分较多的指标"
  static let gates = "四、底线与未决事项"
  static let decisions = "五、建议与决定"

  static func counts(
    _ all: Int, settled: Int, open: Int, notHandedIn: Int, notEvaluated: Int, rejected: Int
  ) -> String {
    var text = "共 \(all) 个结果，其中已定 \(settled) 个"
    if open > 0 { text += "，未定 \(open) 个" }
    if notHandedIn > 0 { text += "，未交 \(notHandedIn) 个" }
    if notEvaluated > 0 { text += "，不予评定 \(notEvaluated) 个" }
    if rejected > 0 { text += "，材料退回 \(rejected) 个" }
    return text + "。"
  }
  static let resultColumns = ["序号", "评估对象", "得分", "等级", "名次", "建议的决定", "缺件"]
  static func grades(_ rubric: String, _ counts: [(grade: String, count: Int)]) -> String {
    let grades = counts.map { "\($0.grade) \($0.count) 个" }.joined(separator: "，")
    return grades.isEmpty ? "\(rubric)：没有已定的等级。" : "\(rubric)：\(grades)。"
  }
  static func mean(_ mean: String, _ count: Int) -> String { "已定的 \(count) 个平均 \(mean) 分。" }
  static let rankNote = "注：同一细则有两个以上对象、结果全部已定时才列名次，同分同名次。"
  static let lossColumns = ["指标", "失分的对象数", "失分合计"]
  static let noLosses = "没有确定的失分。"
  static let noGates = "没有触发底线或待定的事项。"
  static func concerning(_ subject: String, _ sentence: String) -> String {
    "\(subject)：\(sentence)"
  }
  static let decisionColumns = ["评估对象", "建议", "金额", "决定", "与建议不一致的理由"]
  static let noDecisions = "本轮没有附决定规则。"
  static let missingNone = "—"
}
