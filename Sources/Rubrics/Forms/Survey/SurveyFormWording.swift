import Diagnostics
import Values

extension SurveyForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let scale = rule.scale.words(worth: points)
    let what: Wording
    switch rule.statistic {
    case .share(let plan):
      let answer = speech.words(plan)
      what = Wording(en: "the share of answers where \(answer.en)", zh: "符合“\(answer.zh)”的答卷比例")
    case .mean(let plan):
      let answer = speech.words(plan)
      what = Wording(en: "the mean of \(answer.en)", zh: "“\(answer.zh)”的平均值")
    }
    return [
      Wording(
        en: "By \(what.en), of at least \(rule.respondents) answers: \(scale.en).",
        zh: "按\(what.zh)（有效答卷不少于 \(rule.respondents) 份）：\(scale.zh)。")
    ]
  }
}
