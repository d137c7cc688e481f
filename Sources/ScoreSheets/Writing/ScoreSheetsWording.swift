import Diagnostics
import Values

/// What is asked of whoever issued a sheet.
extension Question {
  var wording: Wording {
    switch self {
    case .reading(let pattern):
      Wording(
        en: "is it scored as written under `score`? (read by the pattern `\(pattern)`)",
        zh: "计分办法读作：\(ScoreSheetsWording.reading(pattern))。是这个意思吗？")
    case .notUnderstood(let isEmpty):
      isEmpty
        ? Wording(
          en: "the sheet has no standard here; until there is one, assessors give marks",
          zh: "表上没有写评分标准，暂由评委打分；怎样计分？")
        : Wording(
          en:
            "how the standard is scored was not understood; until it is said, assessors give marks",
          zh: "没有读懂这条标准怎样计分，暂由评委打分；怎样计分？")
    case .lineIncluded(let value, let unit):
      Wording(
        en: "does exactly \(value)\(unit) belong to it? (taken to)",
        zh: "含不含正好 \(value)\(unit)？（暂按含）")
    case .onTheLine(let value, let unit):
      Wording(
        en: "exactly \(value)\(unit) stands in two lines; which counts? (taken: the higher)",
        zh: "正好 \(value)\(unit) 在两档里都有，算哪一档？（暂按高的一档）")
    case .gap(let low, let high, let unit):
      Wording(
        en: "what holds between \(low)\(unit) and \(high)\(unit)? (taken: the lower line)",
        zh: "\(low)\(unit) 与 \(high)\(unit) 之间怎么算？（暂按低的一档）")
    case .partOfUnit(let every, let unit):
      every == .one
        ? Wording(
          en: "how does less than one \(unit) count? (taken: not at all)",
          zh: "不足一\(unit)的怎么算？（暂按不计）")
        : Wording(
          en: "how does less than \(every)\(unit) count? (taken: not at all)",
          zh: "不足 \(every)\(unit) 的怎么算？（暂按不计）")
    case .floorUnsaid:
      Wording(
        en: "how much is lost at most? (taken: all points of the item)",
        zh: "最多扣到几分？（暂按扣完为止）")
    case .capUnsaid(let points):
      Wording(
        en: "how much is earned at most? (taken: \(points) points)",
        zh: "最多得几分？（暂按 \(points) 分封顶）")
    case .baseIsOne(let text):
      Wording(
        en: "how many is “\(text)”? (taken: one)", zh: "“\(text)”是指几个？（暂按 1 个起算）")
    case .belowBase(let value, let unit):
      Wording(
        en: "what do fewer than \(value)\(unit) earn? (taken: nothing)",
        zh: "不到 \(value)\(unit) 得几分？（暂按不得分）")
    case .restUnsaid:
      Wording(en: "what is earned otherwise? (taken: nothing)", zh: "其余情况得几分？（暂按不得分）")
    case .restIsAll:
      Wording(
        en: "is everything earned otherwise? (taken to)", zh: "没有这种情况的，得满分吗？（暂按得满分）")
    case .lossesTogether:
      Wording(
        en: "are the losses added up where several hold? (taken to)",
        zh: "几种扣分情形同时出现，是否累计？（暂按累计）")
    case .overHundred:
      Wording(
        en: "what does more than 100 percent earn? (taken: full marks)",
        zh: "超过 100% 的怎么算？（暂按满分封顶）")
    case .betweenDegrees:
      Wording(
        en: "may marks lie between those of two degrees? (taken to)",
        zh: "两档之间能不能给中间的分？（暂按可以）")
    case .whichOfSeveral:
      Wording(
        en: "do several of these add up, or does the highest count? (taken: the highest)",
        zh: "同时有几种的，累加还是取最高一种？（暂按取最高）")
    case .whoJudges:
      Wording(
        en: "who judges, and how do several marks become one? (taken: a panel's mean)",
        zh: "由谁打分，几位评委的分怎样合成？（暂按评委平均分）")
    case .vague(let word):
      Wording(
        en: "what makes it “\(word)”, and who says so?", zh: "怎样算“\(word)”，由谁认定？")
    case .amountsDiffer(let said, let worth):
      Wording(
        en: "the standard comes to \(said) points, the sheet gives \(worth); which holds?",
        zh: "标准里的分是 \(said) 分，分值写的是 \(worth) 分，以哪个为准？")
    case .partDiffers(let title, let said, let sum):
      Wording(
        en:
          "the sheet gives “\(title)” \(said) points, its items add up to \(sum); which holds? (taken: \(sum))",
        zh: "“\(title)”写的是 \(said) 分，所列各项合计 \(sum) 分，以哪个为准？（暂按 \(sum) 分）")
    case .partScaled(let title, let said, let sum):
      Wording(
        en:
          "“\(title)” is worth \(said) points and its items add up to \(sum): are they its shares? (taken to)",
        zh: "“\(title)”占 \(said) 分，所列各项合计 \(sum) 分，是否按比例折算？（暂按折算）")
    case .totalDiffers(let said, let sum):
      Wording(
        en:
          "the sheet gives a total of \(said), its parts add up to \(sum); which holds? (taken: \(sum))",
        zh: "表上总分写的是 \(said) 分，各部分合计 \(sum) 分，以哪个为准？（暂按 \(sum) 分）")
    case .notHundred(let sum):
      Wording(
        en: "the sheet adds up to \(sum) points; is that so?", zh: "全表合计 \(sum) 分，不是 100 分，对吗？")
    case .gradesUnsaid:
      Wording(
        en: "the sheet names no grades; which are there, and from how many points on?",
        zh: "表上没有写等级；分哪几等，各从多少分起？")
    case .belowGrades:
      Wording(
        en: "what is below the lowest grade called?", zh: "低于最低一等的叫什么？（暂写“未评等级”）")
    case .closing:
      Wording(
        en:
          "how is the total rounded, and what does an item earn for which nothing was handed in? (taken: to 0.01, nothing)",
        zh: "总分保留几位小数？到期没有交材料的项目怎么算？（暂按两位小数、记零分）")
    case .bonusCounts:
      Wording(
        en: "does the bonus count for the grade? (taken to)", zh: "加分计不计入定级？（暂按计入）")
    case .vetoDecided(let title):
      Wording(
        en: "“\(title)”: who finds it, and which grade is left? (taken: the lowest)",
        zh: "“\(title)”由谁认定，否决后评什么等级？（暂按最低一等）")
    case .tail(let text):
      Wording(
        en: "“\(text)” has no part in the scoring; should it?", zh: "“\(text)”没有体现在计分里，需要吗？")
    case .shareOfTarget(let target, let unit):
      Wording(
        en: "does what falls short of \(target)\(unit) earn its share of full marks? (taken to)",
        zh: "不到 \(target)\(unit) 的，按完成数占 \(target)\(unit) 的比例得分吗？（暂按这样算）")
    case .pointsUnsaid(let points):
      Wording(
        en: "the sheet gives no points for it (taken: \(points))",
        zh: "表上没有写这项的分值（暂写 \(points) 分）")
    case .headsGuessed(let zh, let en):
      Wording(
        en: "the table has no heads; is it read rightly? (taken: \(en))",
        zh: "表没有表头，各列读得对吗？（暂按：\(zh)）")
    case .pointsFromRest(let points):
      Wording(
        en: "the sheet gives no points for it (taken: \(points), what is left of its part)",
        zh: "表上没有写这项的分值（暂按本部分剩下的 \(points) 分）")
    }
  }
}

enum ScoreSheetsWording {
  /// A question with an answer that somebody has to write into the rule.
  static func answered(_ question: Wording, _ answer: Wording) -> Wording {
    Wording(
      en: "\(question.en) (answered: \(answer.en); write it into the rule)",
      zh: "\(question.zh)（答复：\(answer.zh)；请改写规则）")
  }

  static let whole = "全表"

  /// What columns without heads were taken for.
  static func taken(_ columns: [SheetHeader.Column]) -> Wording {
    let words = columns.map { column -> Wording in
      switch column.role {
      case .number: Wording(en: "number", zh: "序号")
      case .points: Wording(en: "points", zh: "分值")
      case .standard: Wording(en: "standard", zh: "评分标准")
      default: Wording(en: "item", zh: "项目")
      }
    }
    return Wording(
      en: zip(columns, words).map { "column \($0.number) \($1.en)" }.joined(separator: ", "),
      zh: zip(columns, words).map { "第 \($0.number) 列\($1.zh)" }.joined(separator: "，"))
  }

  static func isTotal(_ text: String) -> Bool {
    ["合计", "总计", "总分", "小计", "共计"].contains { ColumnRole.plain(text).hasPrefix($0) }
  }

  /// What the form of a pattern says, in a few words.
  static func reading(_ pattern: String) -> String {
    switch pattern {
    case "proportion": "按比例计分"
    case "each-of-several": "列出的几项各得各的分，加起来"
    case "each-more": "按数量计分，每多一个单位加分，到上限为止"
    case "gains": "几样各按数量得分，加起来，到上限为止"
    case "each-less": "从满分起，每少（或每发生）一个单位扣分"
    case "losses": "从满分起，按各种情形扣分"
    case "line": "过线得满分，不过线不得分"
    case "ladder": "按数值分档得分"
    case "degree": "由评委定档给分"
    case "parts": "组合分，各部分各得各的分，加起来"
    case "all-or-nothing": "符合得满分，不符合不得分"
    case "one-of-several": "几种情况取其中一种"
    default: "由评委打分"
    }
  }
}
