package import Diagnostics
package import Values

extension Shape {
  /// The shape as messages name it.
  package var words: Wording {
    switch self {
    case .any: Wording(en: "any value", zh: "任意值")
    case .null: Wording(en: "null", zh: "空值")
    case .boolean: Wording(en: "a truth value", zh: "真假值")
    case .number: Wording(en: "a number", zh: "数字")
    case .string: Wording(en: "a string", zh: "字符串")
    case .date: Wording(en: "a date", zh: "日期")
    case .time: Wording(en: "a time", zh: "时间")
    case .dateTime: Wording(en: "a date and time", zh: "日期时间")
    case .dayTimeDuration: Wording(en: "a duration of days and time", zh: "天时时长")
    case .yearMonthDuration: Wording(en: "a duration of years and months", zh: "年月时长")
    case .list(.context): Wording(en: "a table", zh: "表")
    case .list: Wording(en: "a list", zh: "列表")
    case .context: Wording(en: "a context", zh: "上下文")
    case .range: Wording(en: "a range", zh: "区间")
    case .function: Wording(en: "a function", zh: "函数")
    case .optional(let inner): inner.words
    }
  }
}
