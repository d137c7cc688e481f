import Diagnostics
import Values

extension Wording {
  // MARK: why there is no formula

  static let tooManyDigits = Wording(
    en: "a value: more digits than a spreadsheet keeps exactly", zh: "此处为数值：位数超出电子表格能准确保存的范围")
  static let divisorNotPositive = Wording(
    en: "a value: divided by what is not above zero", zh: "此处为数值：除数不大于零")
  static let noSuchFormula = Wording(
    en: "a value: the expression has no counterpart in a spreadsheet", zh: "此处为数值：该表达式在电子表格里没有对应的写法"
  )
  static let privateCells = Wording(
    en: "a value: it rests on cells that are not shown", zh: "此处为数值：所依据的内容不公开")
  static let emptyCells = Wording(
    en: "a value: it looks at cells that are empty", zh: "此处为数值：涉及空单元格")
  static let byTable = Wording(
    en: "a value: a decision table gives it", zh: "此处为数值：由决策表得出")
  static let given = Wording(
    en: "a value: assessors, answers, other results or the comparison with others give it",
    zh: "此处为数值：由评委、问卷、其他结果或与同组比较得出")
  static let roundedOnTheWay = Wording(
    en: "a value: the engine rounds at the 34th digit on the way", zh: "此处为数值：引擎在计算途中保留 34 位数字")
  static let aList = Wording(en: "rows of a table, taken up below", zh: "若干行记录，供下面的式子使用")
  static let byStages = Wording(
    en: "a value: scored at several stages", zh: "此处为数值：分阶段评分后合成")
  static let notInSum = Wording(
    en: "does not apply, or is excused: in no sum", zh: "不适用或已免责，不计入合计")
  static let notCounted = Wording(
    en: "a value: void, closed, excused or standing in for an item that does not apply",
    zh: "此处为数值：作废、截止未知、免责，或不适用时按规定计分")
  static let isOpen = Wording(
    en: "not known yet: from – to", zh: "尚有未知，只能给出范围")
  static let restsOnValues = Wording(
    en: "a value: something below it is not known or no formula", zh: "此处为数值：下级项目尚有未知或不能列式")
  static let byHistory = Wording(
    en: "a value: earlier results decide", zh: "此处为数值：由以往结果决定")
  static let byFinding = Wording(
    en: "1 where it fires, by findings or by a condition that is no formula",
    zh: "触发为 1；依据认定事项，或不能列式的条件")
  static let tooLong = Wording(
    en: "a value: the formula is longer than a cell takes", zh: "此处为数值：公式超过单元格的长度限制")

  // MARK: evidence

  static let facts = Wording(en: "Facts", zh: "事实")
  static let factsTitle = Wording(en: "Facts as they were read", zh: "填报的事实")
  static let factHeads = [
    Wording(en: "fact", zh: "名称"), Wording(en: "unit", zh: "单位"), Wording(en: "as read", zh: "填报值"),
    Wording(en: "whole number", zh: "整数"), Wording(en: "divided by", zh: "除以"),
    Wording(en: "read at", zh: "出处"),
  ]
  static let periodStart = Wording(en: "first day of the period", zh: "评估期第一天")
  static let periodEnd = Wording(en: "last day of the period", zh: "评估期最后一天")
  static let asOf = Wording(en: "day of closing", zh: "材料截止日")
  static let line = Wording(en: "line", zh: "行号")

  static func hiddenFacts(_ count: Int) -> Wording {
    Wording(en: "Private facts left out: \(count).", zh: "不公开的事实 \(count) 项，未列出。")
  }

  static func hiddenColumns(_ count: Int) -> Wording {
    Wording(en: "Private columns left out: \(count).", zh: "不公开的列 \(count) 列，未列出。")
  }

  static func longTable(_ count: Int, _ file: String) -> Wording {
    Wording(
      en: "\(count) rows stay in \(file); what rests on them is a value.",
      zh: "共 \(count) 行，见 \(file)；依据它的数字为数值。")
  }

  /// A value that no formula looks at.
  static func shown(_ value: Value) -> Wording {
    switch value {
    case .null: Wording(en: "none", zh: "没有")
    case .unknown: Wording(en: "not known", zh: "未知")
    case .boolean(let flag): flag ? Wording(en: "yes", zh: "是") : Wording(en: "no", zh: "否")
    case .number(let number): Wording(number.description)
    case .string(let text): Wording(text)
    case .date(let date): Wording("\(date)")
    case .list(let list): rows(list)
    default: Wording(en: "see the report", zh: "见报告")
    }
  }

  private static func rows(_ list: List) -> Wording {
    guard case .rows(let selection) = list else {
      return Wording(en: "see the report", zh: "见报告")
    }
    return Wording(en: "\(selection.count) rows", zh: "\(selection.count) 行")
  }
}
