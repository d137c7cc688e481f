import Diagnostics

extension UsageMistake {
  static func flagWithValue(_ name: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(en: "`--\(name)` takes no value", zh: "`--\(name)` 后面不跟值")
    )
  }

  static let formatWithoutPrint = UsageMistake(
    wording: Wording(
      en: "`--format html` and `docx` go with `--print`",
      zh: "`--format html`、`docx` 要和 `--print` 一起用")
  )

  static func missingArgument(_ synopsis: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "something is missing: `hengxing \(synopsis)`",
        zh: "命令不完整：`hengxing \(synopsis)`"
      )
    )
  }

  static func missingValue(_ name: String, _ placeholder: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--\(name)` needs a value: `--\(name) \(placeholder)`",
        zh: "`--\(name)` 需要一个值：`--\(name) \(placeholder)`"
      )
    )
  }

  static func notAChoice(_ name: String, _ value: String, _ words: [String]) -> UsageMistake {
    let listed = words.map { "`\($0)`" }.joined(separator: ", ")
    return UsageMistake(
      wording: Wording(
        en: "`--\(name)` cannot be `\(value)`; it is one of \(listed)",
        zh: "`--\(name)` 不能是 `\(value)`，可选：\(listed)"
      )
    )
  }

  static func optionTwice(_ name: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(en: "`--\(name)` stands twice", zh: "`--\(name)` 写了两次")
    )
  }

  static func unknownOption(_ name: String, of verb: Verb) -> UsageMistake {
    let offered = verb.options.map { "`--\($0.name)`" }.joined(separator: ", ")
    return UsageMistake(
      wording: Wording(
        en: "`\(verb.name)` has no option `--\(name)`; it has \(offered)",
        zh: "`\(verb.name)` 没有选项 `--\(name)`，它有：\(offered)"
      )
    )
  }

  static func unknownVerb(_ name: String) -> UsageMistake {
    let offered = Verb.all.map { "`\($0.name)`" }.joined(separator: ", ")
    return UsageMistake(
      wording: Wording(
        en: "there is no verb `\(name)`; there are \(offered)",
        zh: "没有命令 `\(name)`，可用的有：\(offered)"
      )
    )
  }
}

/// Headings of the help pages.
enum HelpWording {
  static let purpose = Wording(
    en: "Hengxing scores evidence against published rubrics and explains every number.",
    zh: "衡星：按公开的评分细则为证据材料打分，每个数字都说得清来历。"
  )
  static let usage = Wording(en: "Usage", zh: "用法")
  static let verbs = Wording(en: "Verbs", zh: "命令")
  static let options = Wording(en: "Options", zh: "选项")
  static let example = Wording(en: "Example", zh: "例子")
  static let exitCodes = Wording(
    en:
      "Exit codes: 0 done, 1 a fault was reported, 2 usage, 3 could not read or write, 130 interrupted",
    zh: "退出码：0 完成，1 报告了错误，2 用法不对，3 无法读写，130 被中断"
  )
  static let more = Wording(
    en: "`hengxing VERB --help` tells more. 中文：`hengxing --help --lang zh`",
    zh: "详见 `hengxing 命令 --help`。English: `hengxing --help --lang en`"
  )
  static func tryHelp(_ verb: String?) -> Wording {
    let command = ["hengxing", verb, "--help"].compactMap { $0 }.joined(separator: " ")
    return Wording(en: "`\(command)` shows what works", zh: "`\(command)` 列出可用的写法")
  }
}
