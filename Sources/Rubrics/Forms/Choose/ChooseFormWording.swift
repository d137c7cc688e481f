import Diagnostics
import FEEL
import Values

extension ChooseForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    var parts = options.map {
      FormWording.line(
        speech.option($0.value) ?? Wording($0.text), FormWording.points($0.points, lost: lost))
    }
    if let otherwise {
      parts.append(FormWording.otherwise(FormWording.points(otherwise, lost: lost)))
    }
    return [FormWording.by(speech.words(value), parts)]
  }
}

extension Wording {
  static func option(_ text: String) -> Wording {
    Wording(en: "option `\(text)`", zh: "选项 `\(text)`")
  }

  static let noOption = Wording(
    en: "no option holds: the rest", zh: "不属于所列选项：按其余计")
}
