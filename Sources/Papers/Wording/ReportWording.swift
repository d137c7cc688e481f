import Reports

/// What the evaluation report says.
enum ReportWording {
  static let name = "评估报告"
  static let contents = "目　录"

  static let round = "评估项目"
  static let subject = "被评估方"
  static let client = "委托单位"
  static let agency = "评估机构"
  static let rubric = "评分细则"
  static let period = "评估期"
  static let asOf = "材料截止日"
  static let number = "报告编号"
  static let submitted = "提交日期"

  static let overview = "一、评估概况"
  static let basis = "二、评估依据"
  static let results = "三、评分结果"
  static let details = "四、评分明细"
  static let gates = "五、一票否决与底线"
  static let problems = "六、主要问题与建议"
  static let open = "七、缺件与未决事项"
  static let decision = "八、评估建议与决定"
  static let annex = "附件　佐证材料清单"

  static func overview(_ subject: String, _ region: String?, _ period: String, _ asOf: String)
    -> String
  {
    let place = region.map { "（\($0)）" } ?? ""
    let time = period.isEmpty ? "" : "在评估期（\(period)）内"
    let until = asOf.isEmpty ? "" : "，材料截止日为\(asOf)"
    return "受委托，评估机构依据评分细则，对\(subject)\(place)\(time)的情况进行评估\(until)。"
  }
  static func mode(isSelf: Bool) -> String {
    isSelf
      ? "本次为自评：材料未齐的，得分以区间表示，不作为评定结果。"
      : "本次为终评：材料截止后按细则逐项计分，未知不等于零分，截止时仍缺的按细则规定处理。"
  }
  static func counts(_ sections: Int, _ items: Int, _ points: String) -> String {
    "细则共 \(sections) 个部分、\(items) 项指标，合计 \(points) 分。"
  }
  static let independence = "本报告由评分结果填写，所列得分、原因均可凭结果文件逐项追溯到材料原处；评委姓名和单个评分不列入本报告。"

  static func rubricLine(_ title: String, _ edition: String) -> String {
    "本次评估依据\(PapersWording.book(title, edition))。"
  }
  static func sourced(_ points: String, _ rules: String, _ values: String) -> String {
    "在 \(points) 分中，\(rules) 分的评分条件有公开出处，\(values) 分的分值有公开出处，其余为本地规定或示例。"
  }
  static let sources = "（一）出处"
  static let grades = "（二）等级标准"
  static let noSources = "细则没有列出出处。"

  static let verdict = "（一）结论"
  static let sections = "（二）各部分得分"
  static let sectionColumns = ["部分", "分值", "得分", "得分率"]
  static let total = "总分"
  static let itemColumns = ["指标", "分值", "得分", "扣分原因"]
  static func sectionRow(_ title: String, _ points: String, _ earned: Report.Amount?) -> String {
    let earned = earned.map { "得 \(Said.bare($0)) 分" + ($0.isPoint ? "" : "，待定") } ?? "不计入"
    return "\(title)（\(points) 分，\(earned)）"
  }
  static let rounded = "注：得分超过两位小数的显示到两位，计算时不舍入；区间向外取整。"
  static let noItems = "细则没有指标。"
  static let noLoss = "没有确定的失分。"

  static func gates(_ asOf: String) -> String {
    asOf.isEmpty ? "各项底线的认定情况如下。" : "截至\(asOf)，各项底线的认定情况如下。"
  }
  static let gateColumns = ["事项", "认定情况", "对结果的影响"]
  static let noGates = "细则没有规定一票否决或底线。"

  static let mainProblems = "（一）主要问题与建议"
  static let otherCharges = "（二）不由被评估方承担的失分"
  static func problems(_ count: Int, _ shown: Int, _ points: String) -> String {
    let all = "共 \(count) 项指标失分，合计 \(points) 分"
    return count > shown ? "\(all)；失分最多的 \(shown) 项如下，其余见评分明细。" : "\(all)，如下。"
  }
  static func problem(_ title: String, _ points: String) -> String { "\(title)，扣 \(points) 分。" }
  static func advice(_ text: String) -> String { "建议：\(text)" }

  static let missing = "（一）缺件"
  static let questions = "（二）未决事项"
  static let notices = "（三）材料中的问题"
  static func closedMissing(isDraft: Bool) -> String {
    isDraft ? "以下材料补齐前，相关得分待定。" : "以下材料截止时仍缺，已按细则规定计分。"
  }
  static let nothingOpen = "没有缺件和未决事项。"
  static let missingColumns = ["序号", "缺什么", "影响的指标", "责任方"]
  static func place(_ sentence: String, _ place: String?) -> String {
    place.map { "\(sentence)（\($0)）" } ?? sentence
  }

  static let recommendation = "（一）建议"
  static let decided = "（二）决定"
  static func recommends(_ title: String, _ edition: String, _ actions: [String]) -> String {
    let what =
      switch actions.count {
      case 0: "尚不能提出建议"
      case 1: "建议：\(actions[0])"
      default: "待定，可能为：\(actions.joined(separator: "、"))"
      }
    return "依据\(PapersWording.book(title, edition))，\(what)。"
  }
  static let noPolicy = "本次评估没有附决定规则，以下由委托单位决定。"
  static let reasons = "理由："
  static let conditions = "条件："
  static let money = "金额："
  static let waits = "尚缺："
  static let agrees = "□ 采纳上述建议"
  /// The labels of the lines on which a person decides.
  static func decisionLabels(recommended: Bool) -> [String] {
    recommended ? ["□ 不采纳，决定为：", "与建议不一致的理由：", ""] : ["决定：", "理由：", ""]
  }
  static let decisionNote = "注：建议由规则得出，决定由人作出；与建议不一致时须写明理由。"

  static let fileColumns = ["序号", "材料名称", "类别", "文件", "用于指标", "份数", "页码", "核验"]
  static func judgements(_ count: Int) -> String { "另有评审意见 \(count) 份，由评估机构存档，不列入本清单。" }
  static let absent = "未见"
  static let seal = "（核对信息）"
  static func seal(_ engine: String, _ rubric: String, _ bundle: String?) -> String {
    let bundle = bundle.map { "；证据包摘要 \($0)" } ?? ""
    return "衡星 \(engine)；细则摘要 \(rubric)\(bundle)。"
  }
  static func and(_ items: [String], _ more: Int) -> String {
    items.joined(separator: "、") + (more > 0 ? "等 \(items.count + more) 项" : "")
  }
}
