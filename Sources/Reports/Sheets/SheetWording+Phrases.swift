import Diagnostics
import FEEL
import Values

/// The words of the printed sheet.
enum SheetWording {
  static let documentColumns: [String: Wording] = [
    "dated": Wording(en: "date", zh: "日期"), "file": Wording(en: "file", zh: "文件"),
    "from": Wording(en: "begin", zh: "起始日"), "to": Wording(en: "end", zh: "终止日"),
    "pages": Wording(en: "number of pages", zh: "页数"),
  ]
  static let periodEnd = Wording(en: "the end of the period", zh: "评估期末")
  static let periodStart = Wording(en: "the beginning of the period", zh: "评估期初")
  static let total = Wording(en: "the total", zh: "总分")

  static func aggregate(_ name: String, _ column: Wording, of table: Wording) -> Wording {
    let words: (String, String) =
      switch name {
      case "sum": ("sum", "合计")
      case "min": ("least", "最小值")
      case "max": ("greatest", "最大值")
      default: ("mean", "平均值")
      }
    return Wording(
      en: "the \(words.0) of “\(column.en)” in “\(table.en)”",
      zh: "“\(table.zh)”中“\(column.zh)”的\(words.1)")
  }

  static func all(_ terms: [Wording], isInner: Bool) -> Wording {
    joined(terms, " and ", "，且", isInner: isInner)
  }

  static func any(_ terms: [Wording], isInner: Bool) -> Wording {
    joined(terms, " or ", "，或", isInner: isInner)
  }

  private static func joined(
    _ terms: [Wording], _ en: String, _ zh: String, isInner: Bool
  ) -> Wording {
    let words = Wording(
      en: terms.map(\.en).joined(separator: en), zh: terms.map(\.zh).joined(separator: zh))
    return isInner ? bracketed(words) : words
  }

  static func arithmetic(
    _ sign: Operator.Arithmetic, _ left: Wording, _ right: Wording
  ) -> Wording {
    let mark =
      switch sign {
      case .add: "+"
      case .subtract: "−"
      case .multiply: "×"
      case .divide: "÷"
      case .power: "^"
      }
    return Wording(en: "\(left.en) \(mark) \(right.en)", zh: "\(left.zh) \(mark) \(right.zh)")
  }

  static func between(_ value: Wording, _ low: Wording, _ high: Wording) -> Wording {
    Wording(
      en: "\(value.en) is from \(low.en) to \(high.en)",
      zh: "\(value.zh)在 \(low.zh) 至 \(high.zh) 之间（含）")
  }

  static func bracketed(_ words: Wording) -> Wording {
    Wording(en: "(\(words.en))", zh: "（\(words.zh)）")
  }

  static func column(_ column: Wording, of table: Wording) -> Wording {
    Wording(en: "“\(column.en)” of “\(table.en)”", zh: "“\(table.zh)”的“\(column.zh)”")
  }

  static func compare(
    _ sign: Operator.Comparison, _ left: Wording, _ right: Wording, _ isTime: Bool
  ) -> Wording {
    let words: (String, String) =
      switch sign {
      case .equal: ("is", "为")
      case .unequal: ("is not", "不为")
      case .less: isTime ? ("is before", "早于") : ("is less than", "小于")
      case .atMost: isTime ? ("is no later than", "不晚于") : ("is at most", "不超过")
      case .greater: isTime ? ("is after", "晚于") : ("is more than", "大于")
      case .atLeast: isTime ? ("is no earlier than", "不早于") : ("is at least", "不少于")
      }
    return Wording(
      en: "\(left.en) \(words.0) \(right.en)",
      zh: "\(left.zh)\(words.1)\(right.zh.first?.isASCII == true ? " " : "")\(right.zh)")
  }

  static func count(_ table: Wording) -> Wording {
    Wording(en: "the number of rows of “\(table.en)”", zh: "“\(table.zh)”的条数")
  }

  static func count(_ table: Wording, where condition: Wording) -> Wording {
    Wording(
      en: "the number of rows of “\(table.en)” where \(condition.en)",
      zh: "“\(table.zh)”中符合“\(condition.zh)”的条数")
  }

  /// `max(0, a - b)` is a difference that does not fall below 0.
  static func extreme(_ left: Wording, _ right: Wording, isGreater: Bool) -> Wording {
    if isGreater, left.en == "0" {
      return Wording(en: "\(right.en) (not below 0)", zh: "\(right.zh)（不低于 0）")
    }
    return Wording(
      en: "the \(isGreater ? "greater" : "smaller") of \(left.en) and \(right.en)",
      zh: "\(left.zh) 与 \(right.zh) 中较\(isGreater ? "大" : "小")者")
  }

  static func everyRow(_ table: Wording, _ condition: Wording) -> Wording {
    Wording(
      en: "in every row of “\(table.en)”, \(condition.en)",
      zh: "“\(table.zh)”每一条都符合：\(condition.zh)")
  }

  static func isThere(_ value: Wording, _ isThere: Bool) -> Wording {
    isThere
      ? Wording(en: "there is “\(value.en)”", zh: "有“\(value.zh)”")
      : Wording(en: "there is no “\(value.en)”", zh: "无“\(value.zh)”")
  }

  static func negative(_ value: Wording) -> Wording {
    Wording(en: "−\(value.en)", zh: "−\(value.zh)")
  }

  static func not(_ condition: Wording) -> Wording {
    Wording(en: "not: \(condition.en)", zh: "并非“\(condition.zh)”")
  }

  static func someRow(_ table: Wording, _ condition: Wording) -> Wording {
    Wording(
      en: "in at least one row of “\(table.en)”, \(condition.en)",
      zh: "“\(table.zh)”至少有一条符合：\(condition.zh)")
  }

  /// A constant; `nil` for kinds that nobody writes in a sentence.
  static func value(_ value: Value) -> Wording? {
    switch value {
    case .number(let number): Wording(number.description)
    case .string(let string): Wording(en: "“\(string)”", zh: "“\(string)”")
    case .boolean(true): Wording(en: "yes", zh: "是")
    case .boolean(false): Wording(en: "no", zh: "否")
    case .date(let date): Wording("\(date)")
    default: nil
    }
  }
}
