import Diagnostics
import FEEL
import Rubrics
import Values
import WorkbookWriting

extension Declaration {
  /// What files call it first.
  var fileName: String { headers.first ?? name }

  /// What may be entered for it, and what is said beside the cell.
  func rule(rows: ClosedRange<Int>, column: Int, in language: Language) -> EntryRule {
    EntryRule(
      rows: rows, columns: column...column, allowedEntry(in: language),
      prompt: demand(in: language), isStrict: isListed)
  }

  private var isListed: Bool { allowed?.isEmpty == false || plainShape == .boolean }

  private var plainShape: Shape {
    if case .optional(let inner) = shape { inner } else { shape }
  }

  /// Its unit as people write it; other words stay as they are.
  func unitText(in language: Language) -> String {
    guard let unit else { return "" }
    let words = ["CNY": "元", "d": "天", "h": "小时", "min": "分钟", "m2": "平方米"]
    return language == .zh ? words[unit] ?? unit : unit
  }

  var isDate: Bool { plainShape == .date }

  /// Whether a form asks for a day.
  package var isDay: Bool { isDate }

  var isNumber: Bool { if case .number = plainShape { true } else { false } }

  private func allowedEntry(in language: Language) -> EntryRule.Allowed {
    if let allowed, !allowed.isEmpty { return .list(allowed) }
    switch plainShape {
    case .boolean:
      let yes = booleans?.yes.first ?? Wording(en: "yes", zh: "是").text(in: language)
      let no = booleans?.no.first ?? Wording(en: "no", zh: "否").text(in: language)
      return .list([yes, no])
    case .number:
      let bounds = mustBe.flatMap { WrittenBounds($0.passage.text) }
      return .number(low: bounds?.low, high: bounds?.high, isWhole: isWhole)
    case .date: return .date
    default: return .anything
    }
  }

  /// What is asked for, in a line: title, type, unit, allowed values.
  func demand(in language: Language) -> String {
    var parts: [String] = []
    if let title { parts.append(title.text(in: language)) }
    parts.append(typeText(in: language))
    if unit != nil {
      parts.append(
        Wording(en: "unit: ", zh: "单位：").text(in: language) + unitText(in: language))
    }
    if let allowed, !allowed.isEmpty {
      parts.append(
        Wording(en: "one of ", zh: "可填：").text(in: language)
          + allowed.joined(separator: language == .zh ? "、" : ", "))
    }
    if let mustBe {
      let text = mustBe.passage.text
      parts.append(
        WrittenBounds(text)?.wording.text(in: language)
          ?? Wording(en: "must be ", zh: "条件：").text(in: language) + text)
    }
    if isPrivate {
      parts.append(
        Wording(en: "private: it reaches no report", zh: "个人信息，不会出现在报告里").text(in: language))
    }
    return parts.joined(separator: language == .zh ? "；" : "; ")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func typeText(in language: Language) -> String {
    switch plainShape {
    case .boolean: Wording(en: "yes or no", zh: "是或否").text(in: language)
    case .number where isWhole: Wording(en: "a whole number", zh: "整数").text(in: language)
    case .number: Wording(en: "a number", zh: "数字").text(in: language)
    case .date: Wording(en: "a date, as 2024-03-01", zh: "日期，如 2024-03-01").text(in: language)
    case .string: Wording(en: "text", zh: "文字").text(in: language)
    case .time: Wording(en: "a time, as 14:30", zh: "时刻，如 14:30").text(in: language)
    case .dateTime:
      Wording(en: "a day and a time, as 2024-03-01 14:30", zh: "日期和时刻，如 2024-03-01 14:30")
        .text(in: language)
    case .dayTimeDuration, .yearMonthDuration:
      Wording(en: "a length of time", zh: "时长").text(in: language)
    default: Wording(en: "as it was agreed", zh: "按约定填写").text(in: language)
    }
  }
}
