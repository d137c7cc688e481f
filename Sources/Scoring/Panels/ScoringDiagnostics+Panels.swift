import Diagnostics
import Rubrics
import Values

/// What is said about assessors and their marks.
extension Diagnostic {
  static func markOfRecused(
    _ why: Wording, by: String, item: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "mark-of-recused", .warning, at: place,
      Wording(
        en: "the mark of `\(by)` for `\(item)` does not count: \(why.en)",
        zh: "`\(by)` 对 `\(item)` 的评分不计：\(why.zh)"),
      help: Wording(
        en: "let somebody else mark the item, or correct the declared tie and its date",
        zh: "请另请评审人评分；若所申报的关系或日期有误，请更正"))
  }

  static func markScaleUnknown(
    _ text: String, _ readings: (Number, Number)?, by: String, item: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "mark-scale-unknown", .warning, at: place,
      Wording(
        en: "the mark `\(text)` of `\(by)` for `\(item)` has two readings on its scale",
        zh: "`\(by)` 对 `\(item)` 的评分 `\(text)` 在该量表上有两种读法"),
      notes: readings.map { [.twoReadings(text, $0)] } ?? [],
      help: Wording(
        en: "write the mark without the sign; until then the item is unknown",
        zh: "请写不带百分号的分数；更正之前该项按未知处理"))
  }

  static func namesAlike(
    _ one: String, _ other: String, at place: Place?, first: Place?
  ) -> Diagnostic {
    Diagnostic(
      "names-alike", .warning, at: place,
      Wording(
        en: "`\(one)` and `\(other)` differ only in blanks, width or case, and may be one or two",
        zh: "`\(one)` 与 `\(other)` 只差空格、全半角或大小写，不能确定是一个还是两个"),
      notes: first.map {
        [Wording(en: "the other stands at \($0.description)", zh: "另一处在 \($0.description)")]
      } ?? [],
      help: Wording(
        en:
          "write the name alike in both places, or declare `same: [width, case, space]` for the panel",
        zh: "请统一写法；确为同一人时，可在细则的评审组声明 `same: [width, case, space]`"))
  }

  static func noConsensus(_ role: String, item: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "no-consensus", .warning, at: place,
      Wording(
        en: "the marks of `\(role)` for `\(item)` differ, and all must agree",
        zh: "`\(role)` 对 `\(item)` 的评分不一致，而细则要求一致"),
      help: Wording(
        en: "discuss the item, and let everybody hand in a later judgement with the agreed mark",
        zh: "请就该指标商议，由各评审人提交日期较后的一致评分"))
  }

  static func reasonMissing(by: String, item: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "reason-missing", .warning, at: place,
      Wording(
        en: "the mark of `\(by)` for `\(item)` does not count: it has no reason",
        zh: "`\(by)` 对 `\(item)` 的评分不计：没有写明理由"),
      help: Wording(
        en: "write why: `{mark: …, reason: …}`", zh: "请写明理由：`{mark: …, reason: …}`"))
  }

  static func severalMarks(_ count: Int, _ role: String, item: String, at place: Place?)
    -> Diagnostic
  {
    Diagnostic(
      "several-marks", .warning, at: place,
      Wording(
        en: "\(count) marks of `\(role)` stand for `\(item)`, where exactly one is expected",
        zh: "`\(role)` 对 `\(item)` 有 \(count) 份评分，应有且只有一份"),
      help: Wording(
        en: "keep one, or let the rubric say how several become one: `statistic:`",
        zh: "请只保留一份；或在细则中用 `statistic:` 规定如何合并"))
  }

  static func standInForPresent(
    _ who: String, by: String, item: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "stand-in-for-present", .warning, at: place,
      Wording(
        en: "the mark of `\(by)` for `\(item)` does not count: `\(who)` is there",
        zh: "`\(by)` 对 `\(item)` 的评分不计：`\(who)` 本人已评分"),
      help: Wording(
        en: "remove the stand-in's judgement, or that of whom it stands in for",
        zh: "请删去候补的评判，或删去被代替人的评判"))
  }

  static func thirdReaderCalled(
    _ column: Panel.Column, _ spread: Number?, item: String, at place: Place?
  ) -> Diagnostic {
    let apart = spread?.shortText ?? "–"
    let limit = column.spread?.limit.percentText ?? "–"
    let reader = column.spread?.reader ?? ""
    return Diagnostic(
      "third-reader-called", .warning, at: place,
      Wording(
        en: "the marks for `\(item)` lie \(apart) apart, more than \(limit) of the scale",
        zh: "`\(item)` 的评分相差 \(apart)，超过量表的 \(limit)"),
      help: Wording(
        en: "let a third reader hand in a judgement with `role: \(reader)`",
        zh: "请由第三人提交 `role: \(reader)` 的评判"))
  }

  static func tieWithoutRule(_ tie: Tie, at place: Place?) -> Diagnostic {
    Diagnostic(
      "tie-without-rule", .warning, at: place,
      Wording(
        en:
          "`\(tie.of)` declares a tie to \(tie.name.en), and no rule of recusal covers it; the marks count",
        zh: "`\(tie.of)` 申报了与\(tie.name.zh)的关系，细则的回避规定没有涉及，评分照计"),
      help: Wording(
        en: "decide whether it matters, and add a rule to `recusal:` if it does",
        zh: "请判断是否影响公正；如有影响，请在细则的 `recusal:` 中规定"))
  }

  static func tooFewAssessors(
    _ count: Int, of needed: Int, _ role: String, item: String, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "too-few-assessors", .warning, at: place,
      Wording(
        en: "\(count) of at least \(needed) marks of `\(role)` count for `\(item)`",
        zh: "`\(item)` 至少需要 `\(role)` 的 \(needed) 份评分，可计入的有 \(count) 份"),
      help: Wording(
        en: "hand in the missing judgements; until then the item is unknown",
        zh: "请补交评判；此前该指标按未知处理"))
  }

  static func totalIncomplete(
    _ by: String, _ role: String, _ panel: String, _ items: [String], at place: Place?
  ) -> Diagnostic {
    let shown = items.prefix(6).map { "`\($0)`" }
    let more = items.count > 6
    return Diagnostic(
      "total-incomplete", .warning, at: place,
      Wording(
        en:
          "the total of `\(by)` as `\(role)` of `\(panel)` is unknown: no mark counts for \(shown.joined(separator: ", "))\(more ? " and others" : "")",
        zh:
          "`\(by)`（`\(panel)` 的 `\(role)`）总分未知：\(shown.joined(separator: "、"))\(more ? " 等" : "")没有可计入的评分"
      ),
      help: Wording(
        en: "let the assessor mark these too, or take the other marks back",
        zh: "请该评审人补评这些指标，或撤回其余评分"))
  }

  static func unknownRole(_ role: String, among known: [String], at place: Place?) -> Diagnostic {
    Diagnostic(
      "unknown-role", .warning, at: place,
      Wording(
        en: "nobody judges as `\(role)` in this rubric; its marks do not count",
        zh: "本细则中没有以 `\(role)` 身份评判的人，其评分不计"),
      notes: [
        Wording(
          en: "roles: \(known.map { "`\($0)`" }.joined(separator: ", "))",
          zh: "可用的身份：\(known.map { "`\($0)`" }.joined(separator: "、"))")
      ],
      help: known.isEmpty
        ? Wording(en: "correct the role of the judgement", zh: "请更正评判里的身份")
        : remedy(for: role, among: known)
    ).remedied(by: .nearest(to: role, among: known, at: place))
  }
}
