import Diagnostics

extension Diagnostic {
  static func expectedColon(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-colon", at: place,
      Wording(
        en: "the key `\(key)` needs a colon and a value", zh: "键 `\(key)` 后面要有冒号和值"),
      label: Wording(en: "a colon belongs here", zh: "此处应有冒号"),
      help: Wording(en: "write `\(key): …`", zh: "写成 `\(key): …`"))
  }

  static func expectedDots(_ found: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-dots", at: place,
      Wording(en: "a range needs `..` between its ends", zh: "区间两端之间要有 `..`"),
      label: Wording(en: "`..` belongs here", zh: "此处应为 `..`"),
      help: Wording(
        en: "write `]1..5]`; a list opens with `[`", zh: "区间写成 `]1..5]`；列表以 `[` 开头"))
  }

  static func expectedExpression(_ found: String?, at place: Place) -> Diagnostic {
    let headline =
      found.map {
        Wording(en: "a value is missing before `\($0)`", zh: "`\($0)` 之前缺少一个值")
      } ?? Wording(en: "the expression ends where a value belongs", zh: "表达式在应有值的地方结束了")
    return Diagnostic(
      "expected-expression", at: place, headline,
      label: Wording(en: "a value belongs here", zh: "此处应有一个值"),
      help: Wording(
        en: "write a value, a name or a bracket here, or remove what stands before it",
        zh: "请在此写值、名称或括号，或删去前面多余的部分"))
  }

  static func expectedName(_ found: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-name", at: place,
      found.map { Wording(en: "a name belongs where `\($0)` stands", zh: "`\($0)` 处应为名称") }
        ?? Wording(en: "the expression ends where a name belongs", zh: "表达式在应有名称的地方结束了"),
      label: Wording(en: "a name belongs here", zh: "此处应为名称"),
      help: Wording(
        en: "write a name: letters, digits and `_`, with a letter first",
        zh: "请写名称：字母、数字和 `_`，以字母开头"))
  }

  static func expectedType(_ found: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-type", at: place,
      found.map { Wording(en: "`\($0)` is not the name of a type", zh: "`\($0)` 不是类型名") }
        ?? Wording(en: "the expression ends where a type belongs", zh: "表达式在应有类型的地方结束了"),
      label: Wording(en: "a type belongs here", zh: "此处应为类型"),
      help: Wording(
        en: "write a type such as `number`, `string`, `date`, `list<number>` or `Any`",
        zh: "写一个类型，例如 `number`、`string`、`date`、`list<number>`、`Any`"))
  }

  static func expressionTooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      "expression-too-deep", at: place,
      Wording(
        en: "the expression is nested more than \(Reader.maximumDepth) levels deep",
        zh: "表达式嵌套超过 \(Reader.maximumDepth) 层"),
      label: Wording(en: "too deep", zh: "过深"),
      help: Wording(
        en: "give parts of it names of their own, or use `sum([…])` for a long sum",
        zh: "把其中几部分单独命名；很长的加法用 `sum([…])`"))
  }

  static func expressionTooLong(at place: Place) -> Diagnostic {
    Diagnostic(
      "expression-too-long", at: place,
      Wording(
        en: "the expression is longer than \(Reader.maximumLength) bytes",
        zh: "表达式长度超过 \(Reader.maximumLength) 字节"),
      help: Wording(en: "give parts of it names of their own", zh: "把其中几部分单独命名"))
  }

  static func foreignOperator(
    _ found: String, instead meant: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "foreign-operator", at: place,
      Wording(en: "FEEL has no operator `\(found)`", zh: "FEEL 没有运算符 `\(found)`"),
      label: Wording(en: "not FEEL", zh: "不是 FEEL 写法"),
      help: Wording(en: "write `\(meant)`", zh: "改写为 `\(meant)`")
    ).remedied(by: .replacing(found, by: meant, at: place))
  }

  static func fullWidthPunctuation(
    _ found: String, instead meant: String, share: (percent: String, share: String)? = nil,
    at place: Place
  ) -> Diagnostic {
    let help =
      meant == "%"
      ? percent(share)
      : Wording(en: "write `\(meant)`", zh: "改写为 `\(meant)`")
    return Diagnostic(
      "full-width-punctuation", at: place,
      Wording(
        en: "`\(found)` is typed in full width, which FEEL does not read as a sign",
        zh: "`\(found)` 是全角符号，FEEL 不认"),
      label: Wording(en: "full-width", zh: "全角"), help: help
    ).remedied(by: meant == "%" ? nil : .replacing(found, by: meant, at: place))
  }

  static func missingWord(_ word: String, after opening: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "missing-word", at: place,
      Wording(en: "`\(opening)` has no `\(word)`", zh: "`\(opening)` 缺少 `\(word)`"),
      label: Wording(en: "`\(word)` belongs here", zh: "此处应有 `\(word)`"),
      help: pattern(of: opening).map { Wording(en: "write `\($0)`", zh: "写成 `\($0)`") })
  }

  private static func pattern(of word: String) -> String? {
    switch word {
    case "if": "if … then … else …"
    case "for": "for x in … return …"
    case "some", "every": "\(word) x in … satisfies …"
    case "between": "… between … and …"
    case "instance": "… instance of …"
    default: nil
    }
  }

  static func mixedArguments(at place: Place) -> Diagnostic {
    Diagnostic(
      "mixed-arguments", at: place,
      Wording(
        en: "a call has either named arguments or none", zh: "一次调用的参数要么都写名称，要么都不写"),
      label: Wording(en: "mixed here", zh: "此处混用"),
      help: Wording(en: "name all of the arguments, or none", zh: "给所有参数写名称，或都不写"))
  }

  static func numberOutOfReach(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "number-out-of-reach", at: place,
      Wording(
        en: "`\(text)` is outside the numbers that FEEL has", zh: "`\(text)` 超出 FEEL 的数值范围"),
      label: Wording(en: "too large", zh: "数值过大"),
      help: Wording(
        en: "write a number with at most 34 digits and an exponent from -6000 to 6000",
        zh: "请写不超过 34 位、指数在 -6000 至 6000 之间的数"))
  }

  static func singleQuotes(_ content: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "single-quotes", at: place,
      Wording(en: "FEEL writes strings in double quotes", zh: "FEEL 的字符串用双引号"),
      label: Wording(en: "single quotes", zh: "单引号"),
      help: Wording(en: "write `\"\(content)\"`", zh: "改写为 `\"\(content)\"`"))
  }

  static func unclosedBracket(_ bracket: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "unclosed-bracket", at: place,
      Wording(en: "`\(bracket)` is never closed", zh: "`\(bracket)` 没有闭合"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      help: Wording(
        en: "close it behind the last part that belongs into it",
        zh: "请在最后一个内容之后补上右括号"))
  }

  static func unclosedComment(at place: Place) -> Diagnostic {
    Diagnostic(
      "unclosed-comment", at: place,
      Wording(en: "the comment is never closed", zh: "注释没有结束"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      help: Wording(en: "close it with `*/`", zh: "用 `*/` 结束注释"))
  }

  static func unclosedString(at place: Place) -> Diagnostic {
    Diagnostic(
      "unclosed-string", at: place,
      Wording(
        en: "the string is not closed before its line ends", zh: "字符串到行末仍未结束"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      help: Wording(
        en: "close it with `\"`; a new line in a string is written `\\n`",
        zh: "用 `\"` 结束；字符串里的换行写成 `\\n`"))
  }

  /// How so many per cent are written.
  private static func percent(_ share: (percent: String, share: String)?) -> Wording {
    guard let (percent, share) = share else {
      return Wording(en: "write `0.8` for 80 percent", zh: "百分之八十写成 `0.8`")
    }
    return Wording(
      en: "write `\(share)` for \(percent) percent; where the unit is %, `\(percent)`",
      zh: "百分之 \(percent) 写成 `\(share)`；单位是 % 的，写 `\(percent)`")
  }

  static func unexpectedCharacter(
    _ scalar: Unicode.Scalar, share: (percent: String, share: String)? = nil, at place: Place
  ) -> Diagnostic {
    var help = NameCharacters.halfWidth(of: scalar).map {
      Wording(en: "write `\($0)`", zh: "改写为 `\($0)`")
    }
    if scalar == "%" || scalar == "％" {
      help = percent(share)
    } else if scalar == "!" {
      help = Wording(en: "write `not(…)`, or `!=` for unequal", zh: "否定写 `not(…)`，不等写 `!=`")
    }
    return Diagnostic(
      "unexpected-character", at: place,
      Wording(
        en: "`\(Character(scalar))` has no meaning in FEEL",
        zh: "`\(Character(scalar))` 在 FEEL 里没有意义"),
      label: Wording(en: "not FEEL", zh: "不是 FEEL 写法"), help: help)
  }

  static func unexpectedText(_ found: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "unexpected-text", at: place,
      Wording(
        en: "the expression is complete before `\(found ?? "")`",
        zh: "表达式在 `\(found ?? "")` 之前已经完整"),
      label: Wording(en: "does not belong here", zh: "多余的部分"),
      help: found.flatMap(lowerCase)
        ?? Wording(
          en: "join the parts with an operator, or remove the rest",
          zh: "用运算符连接两部分，或删去多余部分"))
  }

  /// `A AND b` is one unknown name for FEEL, whose words are in lower case.
  static func lowerCase(of name: String) -> Wording? {
    let words = name.split(separator: " ").map { (written: $0, meant: $0.lowercased()) }
    let keyword = words.first {
      $0.written != $0.meant && NameCharacters.keywords.contains($0.meant)
    }?.meant
    guard let keyword else { return nil }
    return Wording(
      en: "FEEL writes `\(keyword)` in lower case", zh: "FEEL 的 `\(keyword)` 要小写")
  }
}
