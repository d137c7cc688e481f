import Diagnostics
import Values

extension FormulaForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(value)
    return [
      Wording(
        en: (lost ? "Points lost" : "Points") + " = \(value.en), kept within \(low) to \(high).",
        zh: (lost ? "扣分" : "得分") + " = \(value.zh)，限于 \(low) 至 \(high) 分。")
    ]
  }
}
