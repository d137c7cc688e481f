import Diagnostics
import FEEL
import Values

extension CheckForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let condition = speech.words(condition)
    let earned = FormWording.points(points, lost: lost)
    let nothing = FormWording.points(.zero, lost: lost)
    let first = Wording(
      en: "If \(condition.en): \(earned.en); otherwise \(nothing.en).",
      zh: "\(condition.zh)：\(earned.zh)，否则 \(nothing.zh)。")
    return [first] + [whenEmpty].compactMap(\.self)
  }

  private var whenEmpty: Wording? {
    switch ifEmpty {
    case .full: Wording(en: "An empty list counts as met.", zh: "名单为空，视为符合。")
    case .zero: Wording(en: "An empty list counts as not met.", zh: "名单为空，视为不符合。")
    case .notApplicable: Wording(en: "With an empty list it does not apply.", zh: "名单为空，不适用。")
    case .unknown: Wording(en: "With an empty list it is unknown.", zh: "名单为空，按未知处理。")
    case .value, nil: nil
    }
  }
}

extension Wording {
  static let holds = Wording(en: "the condition holds", zh: "条件成立")
  static let fails = Wording(en: "the condition does not hold", zh: "条件不成立")
}
