import Diagnostics
import Values

extension ScoreSheet {
  /// What one sentence of a standard is read as: the pattern, the lines below `score:`, and a line for each open question.
  package static func sentence(_ text: String, worth: Int) -> [String] {
    var context = FormContext(
      rule: Rule(text, worth: Number(worth)), worth: Number(worth), title: "本项", kind: .item,
      names: FactNames())
    let form = SentencePattern.read(&context)
    return [form.pattern] + form.score
      + form.questions.dropFirst(form.pattern == "not-understood" ? 0 : 1).map {
        "? " + $0.wording.zh
      }
  }
}
