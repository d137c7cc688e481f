import Diagnostics
import Values

/// What to write instead, where that is known.
extension Diagnostic {
  /// How the other side would be written so that it can be compared with the first.
  static func comparable(
    _ one: (shape: Shape, text: String), _ other: (shape: Shape, text: String)
  ) -> Wording? {
    let bare = other.text.trimmingQuotes
    switch one.shape.withoutNull {
    case .date:
      let parts = bare.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }),
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
        CalendarDate(year: year, month: month, day: day) != nil
      else { return nil }
      let text = parts.map { $0.count < 2 ? "0" + $0 : String($0) }.joined(separator: "-")
      return Wording(en: "write `@\"\(text)\"`", zh: "请写 `@\"\(text)\"`")
    case .boolean where other.shape.withoutNull == .string && bare != other.text:
      let no: Set<String> = ["否", "无", "不", "没有", "no", "n", "false", "×"]
      return no.contains(bare.lowercased())
        ? Wording(en: "write `not(\(one.text))`", zh: "请写 `not(\(one.text))`")
        : Wording(
          en: "it is true or false by itself: write `\(one.text)` or `not(\(one.text))`",
          zh: "它本身就是真假值：请写 `\(one.text)` 或 `not(\(one.text))`")
    default: return nil
    }
  }

  /// `not x` is one unknown name for FEEL, where `not` is a function.
  static func negation(of name: String) -> Wording? {
    guard name.hasPrefix("not ") else { return nil }
    let negated = "not(\(name.dropFirst(4)))"
    return Wording(en: "write `\(negated)`", zh: "请写 `\(negated)`")
  }

  /// What spreadsheets and other languages call a function.
  private static let functionsElsewhere: [String: String] = [
    "average": "mean", "avg": "mean", "平均": "mean", "平均值": "mean", "求和": "sum", "合计": "sum",
    "total": "sum", "计数": "count", "counta": "count", "len": "string length",
    "length": "string length", "size": "count", "最大值": "max", "最大": "max", "最小值": "min",
    "最小": "min", "中位数": "median", "取整": "floor", "int": "floor", "trunc": "round down",
    "round": "round half up", "roundup": "round up", "rounddown": "round down",
    "四舍五入": "round half up",
    "stdev": "stddev", "unique": "distinct values", "upper": "upper case", "lower": "lower case",
    "left": "substring", "right": "substring", "mid": "substring", "find": "contains",
    "search": "contains", "includes": "contains", "包含": "contains", "sumif": "sum",
    "countif": "count",
    "averageif": "mean", "绝对值": "abs", "pow": "exp", "power": "exp", "mod": "modulo",
    "concat": "string join", "concatenate": "string join", "datevalue": "date", "today": "as of",
  ]

  static func elsewhere(_ name: String) -> Wording? {
    let name = name.lowercased()
    guard let meant = functionsElsewhere[name] else { return nil }
    switch name {
    case "sumif", "countif", "averageif":
      return Wording(
        en: "write `\(meant)` over a filter: `\(meant)(table[condition])`",
        zh: "请对筛选结果用 `\(meant)`：`\(meant)(表[条件])`")
    case "pow", "power": return Wording(en: "write `x ** y`", zh: "请写 `x ** y`")
    case "today": return Wording(en: "the day of the evaluation is `as of`", zh: "评估日期写 `as of`")
    default: return Wording(en: "FEEL calls it `\(meant)`", zh: "FEEL 里叫 `\(meant)`")
    }
  }
}

extension String {
  /// Without the quotes of a string.
  fileprivate var trimmingQuotes: String {
    count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
