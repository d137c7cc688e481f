import Diagnostics
import Values

extension TableForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    speech.table(table, lost)
  }
}
