import Diagnostics
import Values

extension PartsForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    [Wording(en: "The sum of:", zh: "下列各项相加：")]
      + parts.map {
        FormWording.bullet(
          FormWording.line($0.says, FormWording.points($0.points, lost: lost)))
      }
  }
}
