import Diagnostics
import Values

extension ImportForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(rule.value)
    let how = scaleWords(worth: points, lost: lost)
    var lines = [
      Wording(
        en: "By \(value.en), given by \(rule.from.en): \(how.en).",
        zh: "按\(rule.from.zh)给出的\(value.zh)换算：\(how.zh)。")
    ]
    if let validity = rule.validity, let day = rule.lastDay ?? rule.dated {
      lines.append(Self.expiry(validity, speech.words(day)))
    }
    return lines
  }

  private func scaleWords(worth points: Number, lost: Bool) -> Wording {
    if case .score(let scale) = rule.scale { return scale.words(worth: points) }
    let grades = rule.grades.map { ($0.grade, FormWording.points($0.points, lost: lost)) }
    return Wording(
      en: grades.map { "`\($0.0)`: \($0.1.en)" }.joined(separator: "; "),
      zh: grades.map { "`\($0.0)`：\($0.1.zh)" }.joined(separator: "；"))
  }

  private static func expiry(_ validity: ImportRule.Validity, _ day: Wording) -> Wording {
    let then: Wording =
      switch validity.ifExpired {
      case .unknown: Wording(en: "it stays open", zh: "留待查明")
      case .zero: Wording(en: "it earns nothing", zh: "不得分")
      case .notApplicable: Wording(en: "it does not apply", zh: "不适用")
      }
    switch validity.term {
    case .until:
      return Wording(
        en: "It counts until \(day.en); after that \(then.en).", zh: "有效至\(day.zh)；过期\(then.zh)。")
    case .length(let length):
      let unit = unit(length.unit, isOne: length.count == 1)
      return Wording(
        en: "It counts for \(length.count) \(unit.en) from \(day.en); after that \(then.en).",
        zh: "自\(day.zh)起 \(length.count) \(unit.zh)内有效；过期\(then.zh)。")
    }
  }

  private static func unit(_ unit: ImportRule.Unit, isOne: Bool) -> Wording {
    switch unit {
    case .years: Wording(en: isOne ? "year" : "years", zh: "年")
    case .months: Wording(en: isOne ? "month" : "months", zh: "个月")
    case .days: Wording(en: isOne ? "day" : "days", zh: "天")
    }
  }
}
