import Diagnostics
import Values

extension TableForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    [Wording(en: "By this table:", zh: "按下表：")] + speech.rules(table, lost)
  }
}
