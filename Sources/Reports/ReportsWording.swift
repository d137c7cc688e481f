import Diagnostics
import Values

/// The words of the reports, sorted by name.
enum ReportsWording {
  static let above = Wording(en: "Above", zh: "上级")
  static let advice = Wording(en: "What would help", zh: "改进建议")
  static let allInputs = Wording(en: "What was read", zh: "读到了什么")
  static let appeal = Wording(
    en: "Every number leads to its rule and its rows; whoever disagrees can name the line.",
    zh: "每个数字都连着它的规则和它的数据行；有异议时，请指明是哪一行。"
  )
  static let bands = Wording(en: "Grades of this rubric", zh: "等级划分")
  static let below = Wording(en: "Those below", zh: "下级")
  static let calculation = Wording(en: "How every item came out", zh: "逐项计算过程")
  static let changed = Wording(en: "after", zh: "之后")
  static let conditions = Wording(en: "Conditions", zh: "条件")
  static let counted = Wording(en: "counted", zh: "计入")
  static let decisionNote = Wording(
    en:
      "A recommendation by the published policy; a person decides, and records a departure with its reason.",
    zh: "这是依公开政策得出的建议；由人作出决定，与建议不一致时须写明理由。"
  )
  static let digests = Wording(en: "What this report was computed from", zh: "本报告的计算依据")
  static let documents = Wording(en: "Documents", zh: "材料")
  static let earned = Wording(en: "Earned", zh: "得分")
  static let evidence = Wording(en: "Evidence", zh: "证据")
  static let excusedBy = Wording(en: "excused by", zh: "免责依据")
  static let fictional = Wording(en: "fictional sample", zh: "虚构示例")
  static let figures = Wording(en: "Figures", zh: "中间指标")
  static let file = Wording(en: "File", zh: "文件")
  static let formula = Wording(en: "Formula", zh: "算式")
  static let grade = Wording(en: "Grade", zh: "等级")
  static let holds = Wording(en: "Holds", zh: "内容")
  static let item = Wording(en: "Item", zh: "指标")
  static let judgements = Wording(en: "Judgements", zh: "评委打分")
  static let markDate = Wording(en: "Date", zh: "日期")
  static let missing = Wording(en: "What is missing", zh: "还缺什么")
  static let missingIntroduction = Wording(
    en: "Not known is not zero. Each line holds up the items behind it.",
    zh: "不知道不等于零分。每一行后面是因此定不下来的指标。"
  )
  static let base = Wording(en: "Base of the rubric", zh: "细则底本")
  static let money = Wording(en: "Money", zh: "资金")
  static let none = Wording(en: "none", zh: "无")
  static let notApplicable = Wording(en: "not applicable", zh: "不适用")
  static let notCounted = Wording(en: "kept, not counted", zh: "留存，不计入")
  static let notices = Wording(en: "Notes on the evidence", zh: "证据中的问题")
  static let notShown = Wording(en: "not shown", zh: "未提供")
  static let operation = Wording(en: "Run by", zh: "运营方式")
  static let optional = Wording(en: "optional", zh: "可选")
  static let order = Wording(en: "Order of evaluation", zh: "计算次序")
  static let period = Wording(en: "Period", zh: "评估期")
  static let asOf = Wording(en: "As of", zh: "截止日")
  static let thirdReaderMark = Wording(en: "third reader", zh: "复评")
  static let points = Wording(en: "Points", zh: "分值")
  static let privateValue = Wording(en: "not shown (private)", zh: "不公开")
  static let reasons = Wording(en: "Reasons", zh: "理由")
  static let recommendation = Wording(en: "Recommended decision", zh: "建议的决定")
  static let region = Wording(en: "Region", zh: "地区")
  static let report = Wording(en: "Evaluation report", zh: "评估报告")
  static let rubric = Wording(en: "Rubric", zh: "评分细则")
  static let roundIndex = Wording(en: "Round of evaluation", zh: "本轮评估总览")
  static let scaleChart = Wording(en: "the score on the scale of the grades", zh: "得分在等级尺度上的位置")
  static let score = Wording(en: "Score", zh: "得分")
  static let scoreTable = Wording(en: "Score table", zh: "评分表")
  static let sealAssessor = Wording(en: "Evaluating agency (seal)", zh: "评估机构（盖章）")
  static let sealDate = Wording(en: "Date", zh: "日期")
  static let sealSubject = Wording(en: "Evaluated party (signature)", zh: "被评估方（签字）")
  static let sectionsChart = Wording(en: "points by section", zh: "各部分得分")
  static let sources = Wording(en: "Sources", zh: "出处")
  static let status = Wording(en: "Status", zh: "状态")
  static let subject = Wording(en: "Subject", zh: "评估对象")
  static let table = Wording(en: "Table", zh: "数据表")
  static let taken = Wording(en: "Results taken over", zh: "引用的评估结果")
  static let unknown = Wording(en: "unknown", zh: "未知")
  static let usedBy = Wording(en: "Used by", zh: "用于")
  static let value = Wording(en: "Value", zh: "取值")
  static let where_ = Wording(en: "Where", zh: "出处位置")
  static let withoutExcuses = Wording(en: "without excuses", zh: "不计免责时")

  /// A heading of the index: the first level is the highest.
  static func level(_ number: Int) -> Wording {
    Wording(en: "Level \(number)", zh: "第 \(number) 级")
  }

  static func faultCount(_ count: Int) -> Wording {
    Wording(en: "\(count) faults in the evidence", zh: "证据中有 \(count) 处问题")
  }

  static func missingCount(_ count: Int) -> Wording {
    Wording(en: "\(count) things missing", zh: "缺 \(count) 项")
  }

  /// The mark beside an item.
  static func mark(
    _ outcome: Report.ItemLine.Outcome, _ kind: Report.SectionLine.Kind = .section
  ) -> Wording {
    switch (kind, outcome) {
    case (.bonus, .none): return Wording(en: "none", zh: "未加分")
    case (.deductions, .full): return Wording(en: "nothing deducted", zh: "未扣分")
    case (.deductions, .none): return Wording(en: "deducted", zh: "扣分")
    default: break
    }
    return switch outcome {
    case .full: Wording(en: "full", zh: "满分")
    case .part: Wording(en: "part", zh: "部分得分")
    case .none: Wording(en: "no points", zh: "未得分")
    case .unknown: Wording(en: "unknown", zh: "未知")
    case .excused: Wording(en: "excused", zh: "免责")
    case .void: Wording(en: "void", zh: "作废")
    case .notApplicable: Wording(en: "not applicable", zh: "不适用")
    }
  }

  static func basis(_ word: String) -> Wording {
    switch word {
    case "source": Wording(en: "source", zh: "出自原文")
    case "paraphrase": Wording(en: "paraphrase", zh: "转述原文")
    case "local": Wording(en: "local decision", zh: "本地规定")
    case "illustrative": Wording(en: "illustrative", zh: "示例")
    default: Wording(word)
    }
  }

  static func basisOf(rule: String, points: String, in language: Language) -> String {
    switch language {
    case .en: "rule: \(basis(rule).en) · points: \(basis(points).en)"
    case .zh: "规则：\(basis(rule).zh) · 分值：\(basis(points).zh)"
    }
  }

  static func basisSums(_ rubric: Report.RubricFace) -> Wording {
    Wording(
      en: """
        Of \(rubric.points) points, \(rubric.pointsWithSourcedRule) rest on a condition from a source, \
        \(rubric.pointsWithSourcedValue) on a point value from a source; the rest is local or illustrative.
        """,
      zh: """
        在 \(rubric.points) 分中，\(rubric.pointsWithSourcedRule) 分的评分条件有出处，\
        \(rubric.pointsWithSourcedValue) 分的分值有出处，其余为本地规定或示例。
        """
    )
  }

  static func status(_ verdict: Report.Verdict) -> Wording {
    if verdict.status == .notEvaluated, let words = verdict.words { return words }
    switch verdict.status {
    case .evaluated: return Wording(en: "evaluated", zh: "已评定")
    case .passedAgain: return Wording(en: "passed on re-evaluation", zh: "复评通过")
    case .failedAgain: return Wording(en: "failed on re-evaluation", zh: "复评未通过")
    case .open: return Wording(en: "open", zh: "未定")
    case .notEvaluated: return Wording(en: "not evaluated", zh: "不予评估")
    case .rejected: return Wording(en: "rejected", zh: "退回")
    case .notHandedIn: return Wording(en: "not handed in yet", zh: "未交")
    }
  }

  /// What the verdict means, in one sentence.
  static func summary(_ verdict: Report.Verdict, scale: Number?) -> Wording? {
    guard let score = verdict.score else { return nil }
    let of = scale.map { Wording(en: " of \($0)", zh: "（满分 \($0)）") } ?? Wording("")
    if verdict.mayNotBeEvaluated == true {
      return Wording(
        en: "\(ifEvaluated.en): \(score.text)\(of.en).",
        zh: "\(ifEvaluated.zh)：得 \(score.text) 分\(of.zh)。")
    }
    guard !score.isPoint else {
      return Wording(en: "Scored \(score.text)\(of.en).", zh: "得 \(score.text) 分\(of.zh)。")
    }
    guard let best = verdict.best, let worst = verdict.worst, best.id != worst.id else {
      return Wording(
        en: "Between \(score.text)\(of.en): what is missing moves the score within these bounds.",
        zh: "得分在 \(score.text) 之间\(of.zh)：补齐缺项后，得分落在这个区间内。"
      )
    }
    return Wording(
      en: """
        Between \(score.text)\(of.en): at least “\(worst.title.en)”, at most “\(best.title.en)”.
        """,
      zh: "得分在 \(score.text) 之间\(of.zh)：至少为“\(worst.title.zh)”，最高可到“\(best.title.zh)”。"
    )
  }

  static let sealMode = Wording(en: "Mode", zh: "计分方式")
  static func mode(_ mode: String) -> Wording {
    mode == "self"
      ? Wording(en: "self-assessment (interval)", zh: "自评（区间）")
      : Wording(en: "final (file closed)", zh: "终评（材料已截止）")
  }
}
