import Diagnostics
import Values

extension JudgeForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let step = judge.step.map { Wording(en: " in steps of \($0)", zh: "，以 \($0) 为间隔") }
    let isScaled = !judge.low.isZero || judge.high != points
    let scaled =
      isScaled
      ? Wording(en: ", scaled to \(points) points", zh: "，折算为 \(points) 分") : Wording("")
    let who = speech.panel(judge.panel)
    let head = Wording(
      en: """
        \(FormWording.capitalized(who.name.en)) marks from \(judge.low) to \(judge.high)\(step?.en ?? ""); \
        \(who.way.en)\(scaled.en).
        """,
      zh: """
        由\(who.name.zh)在 \(judge.low) 至 \(judge.high) 之间打分\(step?.zh ?? "")；\
        \(who.way.zh)\(scaled.zh)。
        """)
    let bands = judge.bands.map {
      FormWording.bullet(
        Wording(
          en: "\($0.atLeast) or more: \($0.says.en)", zh: "\($0.atLeast) 及以上：\($0.says.zh)"))
    }
    return [head] + who.lines + bands
  }
}
