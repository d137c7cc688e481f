import Diagnostics

extension UsageMistake {
  static let fromIsForRubrics = UsageMistake(
    wording: Wording(
      en: "`--from` reads a rubric: `hengxing new rubric ID --from SHEET`",
      zh: "`--from` 用来读出细则：`hengxing new rubric 标识 --from 评分表`"))

  static func notAnID(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`\(text)` is no id: letters, digits, `_`, `-` and `.` only",
        zh: "`\(text)` 不能用作标识：只能有字母、数字、`_`、`-`、`.`"
      )
    )
  }
}
