import Diagnostics
import FEEL
import Values

extension StepsForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let parts = lines.map {
      FormWording.line(
        FormWording.threshold($0.written, direction), FormWording.points($0.points, lost: lost))
    }
    let rest = FormWording.otherwise(FormWording.points(otherwise, lost: lost))
    return [FormWording.by(speech.words(value), parts + [rest])]
  }
}

extension LinesForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let parts = lines.map {
      FormWording.line(tested($0, speech), FormWording.points($0.points, lost: lost))
    }
    return [FormWording.by(speech.words(value), parts)]
  }

  static func tooMany(_ count: Int, at place: Place) -> Diagnostic {
    .tooMany(Wording(en: "lines", zh: "行"), count, mostLines, at: place)
  }

  private func tested(_ line: Line, _ speech: FormSpeech) -> Wording {
    let set = Reduction(tested: speech.tested).numbers(line.tests.step)
    guard let set, !set.intervals.isEmpty else { return Wording("`\(line.text)`") }
    let words = set.intervals.map(FormWording.interval)
    return words.count == 1 ? words[0] : speech.any(words)
  }
}

extension Wording {
  static func line(_ text: String) -> Wording {
    Wording(en: "the line `\(text)`", zh: "符合 `\(text)`")
  }
}
