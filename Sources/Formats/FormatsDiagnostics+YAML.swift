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
      help: Wording(en: "remove or rename one of the two", zh: "请删去或改名其中一个"))
  }

  static func yamlEmpty(_ path: String) -> Diagnostic {
    Diagnostic(
      "yaml-empty", at: .file(path),
      Wording(en: "the file is empty", zh: "文件是空的"))
  }

  static func yamlFullWidthColon(at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-full-width-colon", at: place,
      Wording(en: "a full-width colon does not end a key", zh: "全角冒号不能作为键的结尾"),
      label: Wording(en: "full-width colon", zh: "全角冒号"),
      help: Wording(en: "write `: `, a colon and a space", zh: "请写成半角冒号加空格 `: `"))
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
      notes: [Wording(en: "libyaml: \(problem)", zh: "libyaml：\(problem)")])
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

  static func yamlTooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-too-deep", at: place,
      Wording(
        en: "lists and mappings nest deeper than \(limit) levels", zh: "列表和映射的嵌套超过 \(limit) 层"),
      label: Wording(en: "one level too many", zh: "多出一层"))
  }

  static func yamlTooManyNodes(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "yaml-too-large", at: place,
      Wording(en: "the file holds more than \(limit) values", zh: "文件里的值超过 \(limit) 个"),
      label: Wording(en: "reading stopped here", zh: "读到这里为止"))
  }
}
