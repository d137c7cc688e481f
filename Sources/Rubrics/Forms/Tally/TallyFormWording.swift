import Diagnostics
import Values

extension TallyForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let count = lines.count
    let steps = thresholds.map {
      let isAll = $0.count == count
      return FormWording.line(
        Wording(
          en: isAll ? "all of them" : "\($0.count) or more",
          zh: isAll ? "全部符合" : "符合 \($0.count) 条及以上"),
        FormWording.points($0.points, lost: lost))
    }
    let words = FormWording.list(
      steps + [FormWording.otherwise(FormWording.points(otherwise, lost: lost))])
    return [Wording(en: "Of these \(count): \(words.en).", zh: "下列 \(count) 条中，\(words.zh)。")]
      + lines.map { FormWording.bullet($0.says ?? speech.words($0.when)) }
  }
}
