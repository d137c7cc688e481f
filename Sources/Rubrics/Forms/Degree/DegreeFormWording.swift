import Diagnostics
import Values

extension DegreeForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let who = speech.panel(degree.panel)
    let part = degree.scale == .one ? "" : " ÷ \(degree.scale)"
    let head = Wording(
      en: """
        \(FormWording.capitalized(who.name.en)) picks a band and a value in it, with a reason; \(who.way.en); \
        points = \(points) × value\(part).
        """,
      zh: """
        由\(who.name.zh)定档并在档内给值，写明理由；\(who.way.zh)；\
        得分 = \(points) × 程度值\(part)。
        """)
    var above: Number?
    let bands = degree.bands.map { band in
      let title = band.title ?? Wording(band.id)
      let top =
        above.map { Wording(en: "to below \($0)", zh: "至 \($0)（不含）") }
        ?? Wording(en: "to \(degree.scale)", zh: "至 \(degree.scale)")
      above = band.atLeast
      return FormWording.bullet(
        Wording(
          en: "\(title.en): \(band.atLeast) \(top.en)", zh: "\(title.zh)：\(band.atLeast) \(top.zh)")
      )
    }
    return [head] + bands + who.lines
  }
}
