import Diagnostics

/// What the YAML reader says.
extension Diagnostic {
  static func yamlAlias(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-alias", at: place,
      Wording(en: "an alias stands for text from elsewhere", zh: "此处用别名代替了别处的内容"),
      label: Wording(en: "an alias", zh: "别名"),
      help: Wording(
        en: "write the value out; text that begins with `*` goes in quotes",
        zh: "请把值完整写出；以 `*` 开头的文字要加引号"))
  }

  static func yamlAnchor(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-anchor", at: place,
      Wording(en: "an anchor names this value for reuse", zh: "此处用锚点给值起了名，供别处引用"),
      label: Wording(en: "an anchor", zh: "锚点"),
      help: Wording(
        en: "remove the anchor; text that begins with `&` goes in quotes",
        zh: "请去掉锚点；以 `&` 开头的文字要加引号"))
  }

  static func yamlBlockIndicator(_ indicator: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-block-indicator", at: place,
      Wording(
        en: "`\(indicator)` at the start of a value begins a block of text",
        zh: "值开头的 `\(indicator)` 表示后面是一段文字块"),
      label: Wording(en: "begins a block", zh: "文字块的开头"),
      help: Wording(
        en:
          "put the whole value in quotes, as in `'> 5'`, or write `|` and the value on the next line",
        zh: "请给整个值加引号，如 `'> 5'`，或先写 `|` 再把值写到下一行"))
  }

  static func yamlColonInText(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-colon-in-text", at: place,
      Wording(en: "a second `: ` stands in one value", zh: "一个值里又出现了 `: `"),
      label: Wording(en: "reads as another key", zh: "会被当作新的键"),
      help: Wording(
        en: "put the whole value in quotes, or write `|` and the value on the next line",
        zh: "请给整个值加引号，或先写 `|` 再把值写到下一行"))
  }

  static func yamlColonWithoutSpace(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-colon-without-space", at: place,
      Wording(en: "a colon without a space does not end a key", zh: "冒号后没有空格，不能作为键的结尾"),
      label: Wording(en: "no space follows", zh: "后面缺空格"),
      help: Wording(en: "put a space after the colon", zh: "请在冒号后加一个空格"))
  }

  static func yamlCommaEndsValue(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-comma-ends-value", at: place,
      Wording(
        en: "`\(key)` is a key without a value, because a comma ends a value inside `{ }`",
        zh: "在 `{ }` 里逗号会结束一个值，`\(key)` 因此成了没有值的键"),
      label: Wording(en: "a key of its own", zh: "单独成了键"),
      help: Wording(
        en: "put quotes around a text with a comma, or write one key per line",
        zh: "请给含逗号的文字加引号，或改为每行一个键"))
  }

  static func yamlComplexKey(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-complex-key", at: place,
      Wording(en: "a key is a list or a mapping", zh: "键写成了列表或映射"),
      label: Wording(en: "not a text", zh: "不是文字"),
      help: Wording(
        en: "write the key as text, in quotes if it begins with `[` or `{`",
        zh: "请把键写成文字；以 `[` 或 `{` 开头时要加引号"))
  }

  static func yamlControlCharacter(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-control-character", at: place,
      Wording(en: "the file holds a control character", zh: "文件里有控制字符"),
      label: Wording(en: "not printable", zh: "不可见字符"),
      help: Wording(
        en: "remove it; the file may not be a text",
        zh: "请删除它；这个文件也可能不是文本"))
  }

  static func yamlDashAfterKey(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-dash-after-key", at: place,
      Wording(en: "a list begins on the line of its key", zh: "列表写在了键的同一行"),
      label: Wording(en: "a list item", zh: "列表项"),
      help: Wording(
        en: "put each `- ` on a line of its own below the key",
        zh: "请把每个 `- ` 项另起一行写在键的下面"))
  }

  static func yamlDirective(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-directive", at: place,
      Wording(en: "the file begins with a YAML directive", zh: "文件以 YAML 指令开头"),
      label: Wording(en: "a directive", zh: "指令"),
      help: Wording(en: "remove the lines that begin with `%`", zh: "请删去以 `%` 开头的行"))
  }

  static func yamlDuplicateKey(_ key: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "yaml-duplicate-key", at: place,
      Wording(en: "the key `\(key)` stands twice in one mapping", zh: "同一映射里键 `\(key)` 出现了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: [Wording(en: "first at \(first.description)", zh: "第一次在 \(first.description)")],
      help: Wording(en: "remove or rename one of the two", zh: "请删去或改名其中一个")
    ).pointing(at: .first(first))
  }

  static func yamlEmpty(_ path: String) -> Diagnostic {
    Diagnostic(
      "yaml-empty", at: .file(path),
      Wording(en: "the file is empty", zh: "文件是空的"),
      help: Wording(
        en: "write its first key, or start from what `hengxing new` writes",
        zh: "请写上第一个键，或用 `hengxing new` 生成的文件起步"))
  }

  static func yamlEscape(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-escape", at: place,
      Wording(en: "YAML knows no such escape in double quotes", zh: "双引号里没有这种转义写法"),
      label: Wording(en: "unknown escape", zh: "无法识别的转义"),
      help: Wording(
        en: "write `\\\\` for a backslash, or use single quotes",
        zh: "反斜线请写作 `\\\\`，或改用单引号"))
  }

  static func yamlFullWidthColon(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-full-width-colon", at: place,
      Wording(en: "a full-width colon does not end a key", zh: "全角冒号不能作为键的结尾"),
      label: Wording(en: "full-width colon", zh: "全角冒号"),
      help: Wording(en: "write `: `, a colon and a space", zh: "请写成半角冒号加空格 `: `")
    ).remedied(by: .replacing(exactly: "：", by: ": ", at: place))
  }

  static func yamlIndentation(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-indentation", at: place,
      Wording(en: "this line is indented unlike its neighbours", zh: "这一行的缩进与前后不一致"),
      label: Wording(en: "unexpected column", zh: "列的位置不对"),
      help: Wording(
        en: "indent all keys of one mapping by the same number of spaces",
        zh: "同一映射的键要用同样数目的空格缩进"))
  }

  static func yamlKeyWithoutColon(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-key-without-colon", at: place,
      Wording(
        en: "a line stands where a key was expected, but has no `: `", zh: "这里应是一个键，但这一行没有 `: `"),
      label: Wording(en: "no colon", zh: "缺冒号"),
      help: Wording(
        en: "write `key: value`, or indent the line if it continues the text above",
        zh: "请写成 `键: 值`；如果是上一行文字的延续，请增加缩进"))
  }

  static func yamlReservedCharacter(_ character: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-reserved-character", at: place,
      Wording(en: "a value cannot begin with `\(character)`", zh: "值不能以 `\(character)` 开头"),
      label: Wording(en: "reserved by YAML", zh: "YAML 保留字符"),
      help: Wording(
        en: "put the value in quotes",
        zh: "请给值加引号"))
  }

  static func yamlSeveralDocuments(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-several-documents", at: place,
      Wording(en: "a second document begins in this file", zh: "文件里出现了第二个文档"),
      label: Wording(en: "begins here", zh: "从这里开始"),
      help: Wording(
        en: "put it in a file of its own, or remove the `---`", zh: "请另存为单独的文件，或删去 `---`"))
  }

  static func yamlSyntax(_ problem: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", at: place,
      Wording(en: "the YAML cannot be read from here on", zh: "从这里起无法按 YAML 读取"),
      label: Wording(en: "stopped here", zh: "到此为止"),
      notes: [Wording(en: "libyaml: \(problem)", zh: "libyaml：\(problem)")],
      help: Wording(
        en:
          "look at this line and the one before it: indentation, quotes and brackets; texts with `: ` or ` #` need quotes",
        zh: "请检查这一行和上一行的缩进、引号和括号；含 `: ` 或 ` #` 的文字要加引号"))
  }

  static func yamlTab(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-tab", at: place,
      Wording(en: "a tab stands where YAML takes only spaces", zh: "此处用了制表符，YAML 只接受空格"),
      label: Wording(en: "a tab", zh: "制表符"),
      help: Wording(
        en: "indent with spaces",
        zh: "请用空格缩进"))
  }

  static func yamlTag(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-tag", at: place,
      Wording(en: "a tag gives this value a type", zh: "此处用标签指定了值的类型"),
      label: Wording(en: "a tag", zh: "标签"),
      help: Wording(
        en: "remove the tag; text that begins with `!` goes in quotes",
        zh: "请去掉标签；以 `!` 开头的文字要加引号"))
  }

  static func yamlTextAfterBracket(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-text-after-bracket", at: place,
      Wording(en: "text follows a closed list or mapping", zh: "列表或映射结束后还有文字"),
      label: Wording(en: "behind the bracket", zh: "括号之后"),
      help: Wording(
        en: "an expression that begins with `[` or `{` goes in single quotes, or below a `|`",
        zh: "以 `[` 或 `{` 开头的表达式要放在单引号里，或写在 `|` 的下一行"))
  }

  static func yamlTextAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-text-after-quote", at: place,
      Wording(en: "text follows a closed quote", zh: "引号结束后还有文字"),
      label: Wording(en: "behind the quote", zh: "引号之后"),
      help: Wording(
        en: "put the whole value in single quotes, as in `'\"RN\" = role'`, or below a `|`",
        zh: "请给整个值加单引号，如 `'\"RN\" = role'`，或写在 `|` 的下一行"))
  }

  static func yamlTooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-too-deep", at: place,
      Wording(
        en: "lists and mappings nest deeper than \(limit) levels", zh: "列表和映射的嵌套超过 \(limit) 层"),
      label: Wording(en: "one level too many", zh: "多出一层"),
      help: Wording(
        en: "nest less deeply; brackets that do not belong there may be the reason",
        zh: "请减少嵌套；也可能是多写了括号"))
  }

  static func yamlTooManyNodes(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-too-large", at: place,
      Wording(en: "the file holds more than \(limit) values", zh: "文件里的值超过 \(limit) 个"),
      label: Wording(en: "reading stopped here", zh: "读到这里为止"),
      help: Wording(
        en: "split the file",
        zh: "请拆成几个文件"))
  }

  static func yamlUnclosedBracket(_ bracket: String, at place: Place, seen: Place) -> Diagnostic {
    Diagnostic(
      "yaml-unclosed-bracket", at: place,
      Wording(
        en: "a `\(bracket)` is not closed where it should be", zh: "`\(bracket)` 没有在应当结束的地方结束"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      notes: [
        Wording(
          en: "the list ends or needs a comma before \(seen.description)",
          zh: "在 \(seen.description) 之前应结束或加逗号")
      ],
      help: Wording(
        en: "separate items by commas and close the bracket",
        zh: "请用逗号分隔各项，并补上右括号"))
  }

  static func yamlUnclosedQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-unclosed-quote", at: place,
      Wording(en: "a quote is not closed", zh: "引号没有结束"),
      label: Wording(en: "opened here", zh: "从这里开始"),
      help: Wording(
        en: "add the closing quote",
        zh: "请补上右引号"))
  }
}
