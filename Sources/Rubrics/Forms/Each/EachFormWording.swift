import Diagnostics
import FEEL
import Values

extension EachForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(value)
    let base = FormWording.points(basePoints, lost: lost)
    let more = FormWording.points(step.points)
    let below = FormWording.points(belowBase, lost: lost)
    let unit =
      step.units == .started
      ? Wording(en: "started", zh: "增（不足也算）") : Wording(en: "full", zh: "满")
    return [
      Wording(
        en: """
          By \(value.en): \(baseAt) gives \(base.en), each \(unit.en) \(step.every) above it \
          \(more.en) more, up to \(cap); below \(baseAt) \(below.en).
          """,
        zh: """
          按\(FormWording.quoted(value))：达到 \(baseAt) \(lost ? "" : "得 ")\(base.zh)，\
          每再\(unit.zh) \(step.every) 加 \(more.zh)，最多 \(cap) 分；不到 \(baseAt) \(lost ? "" : "得 ")\(below.zh)。
          """)
    ]
  }

  /// What a derivation says.
  var counted: Wording {
    let (at, every) = (baseAt.description, step.every.description)
    let (base, more) = (basePoints.description, step.points.description)
    return Wording(
      en: "\(base) from \(at), \(more) for each further \(every), at most \(cap.description)",
      zh: "达到 \(at) 计 \(base) 分，每增加 \(every) 加 \(more) 分，最多 \(cap.description) 分")
  }
}

extension Wording {
  static let belowBase = Wording(en: "below the base", zh: "未达到起算数")
}
