import Diagnostics
import Rubrics
import Values

/// Titles, remarks and the legend of the sheet.
extension SheetWording {
  static let accepted = Wording(en: "Kept on purpose", zh: "有意保留的安排")
  static let anything = Wording(en: "anything else", zh: "其余情形")
  static let basisTitle = Wording(en: "Basis", zh: "依据")
  static let gradeTable = Wording(en: "How the grade follows", zh: "定级规则")
  static let indicator = Wording(en: "Item", zh: "指标")
  static let marking = Wording(en: "Scoring", zh: "计分")
  static let material = Wording(en: "Material", zh: "材料")
  static let number = Wording(en: "No.", zh: "序号")
  static let scaled = Wording(
    en: "Earns its points × earned ÷ applicable.", zh: "得分 = 本部分分值 × 得分 ÷ 适用分。")
  static let sign = Wording(en: "Issuing body (seal)", zh: "发布单位（盖章）")
  static let signReviewer = Wording(en: "Reviewed by", zh: "审核人（签字）")
  static let sourcesTitle = Wording(en: "Sources", zh: "依据文件")
  static let together = Wording(en: "Rules taken together", zh: "几项规则合在一起")
  static let totalTitle = Wording(en: "Total", zh: "总分")

  static let legend: [(String, Wording)] = [
    ("source", Wording(en: "stated by the source", zh: "出自原文")),
    ("paraphrase", Wording(en: "the source in other words", zh: "转述原文")),
    ("local", Wording(en: "a decision of the place", zh: "本地规定")),
    ("illustrative", Wording(en: "an example, no source", zh: "示例，无出处")),
  ]

  /// A kind of basis as one mark: for the rule, then for the points.
  static func mark(_ kind: String) -> Wording {
    switch kind {
    case "source": Wording(en: "S", zh: "原")
    case "paraphrase": Wording(en: "P", zh: "述")
    case "local": Wording(en: "L", zh: "定")
    default: Wording(en: "X", zh: "例")
    }
  }

  static let legendTitle = Wording(
    en: "Marks: the first for the rule, the second for the points", zh: "标记：前者指规则，后者指分值")

  static func applies(_ condition: Wording, _ otherwise: NotApplicable) -> Wording {
    let rest: Wording =
      switch otherwise {
      case .drop: Wording(en: "its points leave the sum", zh: "分值不计入")
      case .full: Wording(en: "full marks", zh: "按满分计")
      case .block: Wording(en: "the result waits", zh: "结果暂缓")
      case .cohortMean: Wording(en: "the mean of its cohort", zh: "取同组平均分")
      }
    return Wording(
      en: "Applies when \(condition.en); otherwise \(rest.en).",
      zh: "适用条件：\(condition.zh)；不适用时\(rest.zh)。")
  }

  static func atMost(_ grade: Wording) -> Wording {
    Wording(en: "at most \(grade.en)", zh: "最高为“\(grade.zh)”")
  }

  static func basis(_ sums: BasisSums) -> Wording {
    Wording(
      en: """
        Of \(sums.points) points, \(sums.sourcedRule) rest on a condition from a source and \
        \(sums.sourcedPoints) on a value from a source.
        """,
      zh: "共 \(sums.points) 分：条件有出处的 \(sums.sourcedRule) 分，分值有出处的 \(sums.sourcedPoints) 分。")
  }

  static func bonus(_ bonus: Bonus) -> Wording {
    Wording(
      en: """
        At most \(bonus.cap) points; \(bonus.mayLiftGrade ? "counts for the grade" : "does not lift the grade").
        """,
      zh: "最多加 \(bonus.cap) 分，\(bonus.mayLiftGrade ? "计入定级" : "不用于提升等级")。")
  }

  static func clip(_ clip: Total.Clip) -> Wording {
    let en = [clip.low.map { "not below \($0)" }, clip.high.map { "not above \($0)" }]
    let zh = [clip.low.map { "不低于 \($0) 分" }, clip.high.map { "不高于 \($0) 分" }]
    return Wording(
      en: "In the end " + en.compactMap { $0 }.joined(separator: " and ") + ".",
      zh: "总分" + zh.compactMap { $0 }.joined(separator: "，") + "。")
  }

  /// A warning that was accepted, as people would call it.
  static func acceptance(_ code: String, about name: Wording?) -> Wording {
    let words: (String, String) =
      switch code {
      case "asked-again-at-a-stage": ("asked again at another stage", "另一阶段再次要求")
      case "asked-twice": ("asked for under two names", "以两种名称要求")
      case "cannot-all-be-met": ("rules that cannot all be met", "几项规则不可能都满足")
      case "counts-outweigh-outcomes": ("counts outweigh outcomes", "数量和材料重于成效")
      case "document-decides-nothing": ("a document that decides nothing", "材料不影响等级")
      case "listed-twice": ("listed twice", "重复列出")
      case "nobody-can-change": ("nobody can change it", "被评估方无法改变")
      case "papers-outweigh-the-rest": ("papers outweigh the rest", "只看材料的分值过半")
      default: (code, code)
      }
    guard let name else { return Wording(en: words.0, zh: words.1) }
    return Wording(en: "\(words.0): \(name.en)", zh: "\(words.1)：\(name.zh)")
  }

  static func excuse(_ reason: Wording, _ consequence: Excuse.Consequence) -> Wording {
    let what: Wording =
      switch consequence {
      case .drop: Wording(en: "its points leave the sum", zh: "分值不计入")
      case .full: Wording(en: "full marks", zh: "按满分计")
      case .cohortMean: Wording(en: "the mean of its cohort", zh: "取同组平均分")
      case .mean: Wording(en: "the mean of the section", zh: "按本部分平均得分率计")
      }
    return Wording(
      en: "Excused (\(what.en)): \(sentence(reason.en, "."))",
      zh: "免责（\(what.zh)）：\(sentence(reason.zh, "。"))")
  }

  static func sentence(_ text: String, _ stop: String) -> String {
    text.hasSuffix(".") || text.hasSuffix("。") || text.hasSuffix("`") ? text : text + stop
  }

  static func finding(_ title: Wording) -> Wording {
    Wording(en: "confirmed: \(title.en)", zh: "经认定：\(title.zh)")
  }

  /// Only inputs of another party are worth a line: everybody's own facts are the sheet itself.
  static func given(_ fact: Declaration) -> Wording? {
    let title = fact.title ?? Wording(fact.name)
    switch fact.origin {
    case .bundle, .round, .subject: return nil
    case .reference: return Wording(en: "reference: \(title.en)", zh: "参考数据：\(title.zh)")
    case .party(let party):
      return Wording(en: "from `\(party)`: \(title.en)", zh: "由 `\(party)` 提供：\(title.zh)")
    case .result(let taken): return result(taken, title)
    }
  }

  static func marks(_ role: Wording) -> Wording {
    Wording(
      en: "marks of \(role.en), with reasons",
      zh: "\(role.zh)\(role.zh.last?.isASCII == true ? " " : "")的评分及理由")
  }

  /// What an item asks for that has neither papers nor tables: entries of a form.
  static func entries(_ titles: [Wording]) -> Wording {
    Wording(
      en: "entries: " + titles.map(\.en).joined(separator: ", "),
      zh: "填报：" + titles.map(\.zh).joined(separator: "、"))
  }

  static func option(_ value: Value) -> Wording? {
    switch value {
    case .boolean: Self.value(value)
    case .string(let string): Wording(string)
    default: nil
    }
  }

  static func needs(_ items: [Wording], _ quantity: Wording, _ amount: Wording) -> Wording {
    Wording(
      en: """
        Full marks for \(items.map { "“\($0.en)”" }.joined(separator: ", ")) together need \(quantity.en) of at \
        least \(amount.en).
        """,
      zh: """
        \(items.map { "“\($0.zh)”" }.joined(separator: "、"))都得满分，\(quantity.zh)至少要 \(amount.zh)。
        """)
  }

  static func optional(_ title: Wording) -> Wording {
    Wording(en: "\(title.en) (optional)", zh: "\(title.zh)（可选）")
  }

  static func rounded(_ rounding: Rounding) -> Wording {
    let mode: Wording =
      switch rounding.mode {
      case .halfUp: Wording(en: "half up", zh: "四舍五入")
      case .halfEven: Wording(en: "half to even", zh: "四舍六入五成双")
      case .halfDown: Wording(en: "half down", zh: "五舍六入")
      case .up: Wording(en: "away from zero", zh: "进一（远离零）")
      case .down: Wording(en: "toward zero", zh: "去尾（趋近零）")
      case .floor: Wording(en: "down", zh: "向下取整")
      case .ceiling: Wording(en: "up", zh: "向上取整")
      }
    return Wording(
      en: "Rounded to \(rounding.step), \(mode.en).", zh: "精确到 \(rounding.step)，\(mode.zh)。")
  }

  static func totalFormula(_ formula: Wording) -> Wording {
    Wording(en: "Total = \(formula.en).", zh: "总分 = \(formula.zh)。")
  }

  static func void(_ reason: Wording) -> Wording {
    Wording(en: "Zero: \(sentence(reason.en, "."))", zh: "记零分：\(sentence(reason.zh, "。"))")
  }

  static func whenClosed(_ closing: Closing) -> Wording {
    switch closing {
    case .zero: Wording(en: "What is unknown at closing earns 0.", zh: "截止时仍未知的，记 0 分。")
    case .drop: Wording(en: "What is unknown at closing leaves the sum.", zh: "截止时仍未知的，分值不计入。")
    case .proved:
      Wording(
        en: "What is unknown at closing counts as far as it is beyond doubt.",
        zh: "截止时仍未知的，按已能确定的部分计。")
    case .open: Wording(en: "While it is unknown there is no score.", zh: "未知期间不出分。")
    }
  }

  static func whenNull(_ meaning: NullMeaning) -> Wording {
    switch meaning {
    case .unknown: Wording(en: "Where nothing can be computed it is unknown.", zh: "算不出结果时按未知处理。")
    case .notApplicable:
      Wording(en: "Where nothing can be computed it does not apply.", zh: "算不出结果时不适用。")
    case .zero: Wording(en: "Where nothing can be computed: 0.", zh: "算不出结果时记 0 分。")
    }
  }

  static func withScore(_ limit: Wording, _ score: Number) -> Wording {
    Wording(en: "\(limit.en), score \(score)", zh: "\(limit.zh)，总分记 \(score)")
  }
}
