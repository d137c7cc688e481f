import Diagnostics

/// What the JSON reader says.
extension Diagnostic {
  static func jsonControlCharacter(at place: Place) -> Diagnostic {
    Diagnostic(
      "json-control-character", at: place,
      Wording(en: "a string holds a control character", zh: "字符串里有控制字符"),
      label: Wording(en: "not allowed unescaped", zh: "须转义"),
      help: Wording(en: "write a line break as `\\n`, a tab as `\\t`", zh: "换行写作 `\\n`，制表符写作 `\\t`")
    )
  }

  static func jsonDuplicateKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "json-duplicate-key", at: place,
      Wording(en: "the key `\(key)` stands twice in one object", zh: "同一对象里键 `\(key)` 出现了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "remove or rename one of the two",
        zh: "请删去或改名其中一个"))
  }

  static func jsonEscape(at place: Place) -> Diagnostic {
    Diagnostic(
      "json-escape", at: place,
      Wording(en: "JSON knows no such escape", zh: "JSON 没有这种转义写法"),
      label: Wording(en: "unknown escape", zh: "无法识别的转义"),
      help: Wording(en: "write `\\\\` for a backslash", zh: "反斜线请写作 `\\\\`"))
  }

  static func jsonNumber(at place: Place) -> Diagnostic {
    Diagnostic(
      "json-number", at: place,
      Wording(en: "this is not a number of JSON, or too large", zh: "这不是 JSON 的数字，或数值过大"),
      label: Wording(en: "not a number", zh: "不是数字"),
      help: Wording(
        en: "write a plain decimal, as in `12.5`",
        zh: "请写普通小数，如 `12.5`"))
  }

  static func jsonTooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "json-too-deep", at: place,
      Wording(
        en: "arrays and objects nest deeper than \(limit) levels", zh: "数组和对象的嵌套超过 \(limit) 层"),
      label: Wording(en: "one level too many", zh: "多出一层"),
      help: Wording(
        en: "nest less deeply",
        zh: "请减少嵌套"))
  }

  static func jsonUnclosedString(at place: Place) -> Diagnostic {
    Diagnostic(
      "json-unclosed-string", at: place,
      Wording(en: "a string is not closed", zh: "字符串没有结束"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      help: Wording(en: "add the closing quote", zh: "请补上右引号"))
  }

  static func jsonUnexpected(_ expected: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      "json-unexpected", at: place,
      Wording(en: "\(expected.en) was expected here", zh: "这里应为\(expected.zh)"),
      label: Wording(en: "something else", zh: "与此不符"),
      help: Wording(
        en: "write \(expected.en) here",
        zh: "请在这里写\(expected.zh)"))
  }
}

extension Wording {
  static let jsonArrayEnd = Wording(en: "`,` or `]`", zh: " `,` 或 `]`")
  static let jsonColon = Wording(en: "`:`", zh: " `:`")
  static let jsonEnd = Wording(en: "the end of the text", zh: "文本结尾")
  static let jsonKey = Wording(en: "a key in double quotes", zh: "双引号里的键")
  static let jsonObjectEnd = Wording(en: "`,` or `}`", zh: " `,` 或 `}`")
  static let jsonValue = Wording(en: "a value", zh: "一个值")
}
