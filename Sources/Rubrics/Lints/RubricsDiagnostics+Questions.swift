import Diagnostics

/// What is said about questions that wait for an answer.
extension Diagnostic {
  static func toConfirm(_ question: OpenQuestion) -> Diagnostic {
    let (en, zh) =
      question.item.map { ("`\($0)` waits for an answer", "`\($0)` 有待确认") }
      ?? ("the rubric waits for an answer", "细则有待确认")
    return Diagnostic(
      "to-confirm", .warning, at: question.place,
      Wording(en: "\(en): \(question.says.en)", zh: "\(zh)：\(question.says.zh)"),
      help: Wording(
        en: "ask who issued the rule, write it as answered, and remove the line",
        zh: "请向制表的单位问清，按答复改好写法，再删去这一行"))
  }
}
