import Diagnostics
import FEEL
import Values

/// What is said of points between break points: on the sheet, in derivations, of mistakes.
extension InterpolateForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(value)
    let head = Wording(
      en: "By \(value.en), in proportion between two points\(lost ? " (points lost)" : ""):",
      zh: "按\(value.zh)计，两点之间按内插法\(lost ? "扣分" : "计分")：")
    let points = breaks.map { point in
      Wording(
        en: "\(point.value.description): \(point.points.description)",
        zh: "\(point.value.description)：\(point.points.description) 分")
    }
    guard let first = breaks.first?.value, let last = breaks.last?.value else { return [head] }
    return [head, Wording.end(.under(first), below)] + points + [Wording.end(.over(last), above)]
  }
}

extension Wording {
  static func between(_ low: Number, _ high: Number) -> Wording {
    Wording(
      en: "between \(low.description) and \(high.description), in proportion",
      zh: "\(low.description) 至 \(high.description) 之间，按内插法")
  }

  fileprivate static func end(_ words: Wording, _ points: Number) -> Wording {
    Wording(
      en: "\(words.en): \(points.description)", zh: "\(words.zh)：\(points.description) 分")
  }

  static func over(_ number: Number) -> Wording {
    Wording(en: "more than \(number.description)", zh: "高于 \(number.description)")
  }

  static func under(_ number: Number) -> Wording {
    Wording(en: "less than \(number.description)", zh: "低于 \(number.description)")
  }
}

extension Diagnostic {
  static func oneBreakPoint(at place: Place) -> Diagnostic {
    Diagnostic(
      "one-break-point", at: place,
      Wording(en: "one point makes no line", zh: "只有一个点，连不成线"),
      help: Wording(
        en: "give at least two: `between: {60: 0, 90: 10}`",
        zh: "至少写两个点：`between: {60: 0, 90: 10}`"))
  }
}
