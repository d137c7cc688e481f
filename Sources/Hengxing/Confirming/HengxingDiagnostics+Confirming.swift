import Diagnostics
import Rubrics

extension Diagnostic {
  static func notConfirmed(_ rubric: Rubric) -> Diagnostic {
    let count = rubric.questions.count
    let first = rubric.questions.first
    return Diagnostic(
      "not-confirmed", at: first?.place ?? .file(rubric.path),
      Wording(
        en:
          "`\(rubric.id)` leaves \(count) question\(count == 1 ? "" : "s") open, so it gives no final result",
        zh: "`\(rubric.id)` 还有 \(count) 处待确认，不能出正式结果"),
      label: Wording(en: "not answered yet", zh: "尚未确认"),
      help: Wording(
        en:
          "`hengxing check` lists the questions: write the rules as answered and remove the lines of `to confirm`; to see how things stand meanwhile, add `--mode self`",
        zh: "用 `hengxing check` 列出全部问题，按答复改好写法，删去 `to confirm` 里的各行；想先看看大致结果，请加 `--mode self`"))
  }
}
