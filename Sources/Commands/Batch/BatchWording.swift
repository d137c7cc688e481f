import Diagnostics

extension UsageMistake {
  static let groupsWithoutSummary = UsageMistake(
    wording: Wording(
      en: "`--by` groups a summary: give `--summary FILE` too",
      zh: "`--by` 用来给汇总分组，请同时写 `--summary 文件`"
    )
  )

  static func notASummary(_ path: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--summary \(path)` does not say which form: .txt, .json, .html, or - for the screen",
        zh: "`--summary \(path)` 没有写明形式：.txt、.json、.html，- 为屏幕"
      )
    )
  }

  static func notATableOption(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--table \(text)` does not say which table the file is: `--table NAME=FILE`",
        zh: "`--table \(text)` 没有写明是哪张表：`--table 表名=文件`"
      )
    )
  }

  static func notWithKept(_ option: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--from` scores what was kept, so `--\(option)` has no place beside it",
        zh: "`--from` 只用已保存的内容计分，不能同时写 `--\(option)`"
      )
    )
  }
}
