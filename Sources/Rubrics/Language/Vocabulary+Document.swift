package import Diagnostics

extension Vocabulary {
  /// The key table as Markdown: one section for each construct, one row for each key.
  package func keyTable(in language: Language) -> String {
    func word(_ en: String, _ zh: String) -> String {
      Wording(en: en, zh: zh).text(in: language)
    }
    var text = ""
    for construct in constructs {
      text += "### \(construct.name)\n\n\(construct.summary.text(in: language))\n\n"
      text += word(
        "| key | takes | must | meaning |\n", "| 键 | 写什么 | 必写 | 含义 |\n")
      text += "|---|---|---|---|\n"
      for key in construct.keys {
        let names = ([key.name] + key.aliases).map { "`\($0)`" }.joined(
          separator: word(" or ", " 或 "))
        text += "| \(names) | \(key.kind.wording.text(in: language)) | "
        if case .required = key.presence { text += word("yes", "是") }
        text += " | \(key.summary.text(in: language)) |\n"
      }
      text += "\n"
    }
    return text
  }
}

extension Kind {
  /// What may be written, for the table of keys.
  var wording: Wording {
    switch self {
    case .feel: Wording(en: "FEEL", zh: "FEEL 表达式")
    case .tests: Wording(en: "FEEL unary tests", zh: "FEEL 条件")
    case .text: Wording(en: "text", zh: "文字")
    case .wording: Wording(en: "text, or `{zh: …, en: …}`", zh: "文字，或 `{zh: …, en: …}`")
    case .number: Wording(en: "number", zh: "数字")
    case .count: Wording(en: "whole number", zh: "整数")
    case .boolean: Wording("`true`, `false`")
    case .date: Wording(en: "date", zh: "日期")
    case .identifier: Wording(en: "identifier", zh: "标识")
    case .cell: Wording(en: "cell", zh: "单元格")
    case .choice(let words): Wording(words.map { "`\($0)`" }.joined(separator: ", "))
    case .record(let name): Wording(en: "a *\(name)*", zh: "*\(name)*")
    case .variant(let names):
      Wording(en: "one of ", zh: "以下之一：").followed(
        by: Wording(names.map { "*\($0)*" }.joined(separator: ", ")))
    case .list(let member): Wording(en: "list of: ", zh: "列表：").followed(by: member.wording)
    case .map(let member): Wording(en: "name: ", zh: "名称: ").followed(by: member.wording)
    case .either(let kinds):
      kinds.dropFirst().reduce(kinds[0].wording) {
        $0.followed(by: Wording(en: ", or ", zh: "，或 ")).followed(by: $1.wording)
      }
    case .anything: Wording(en: "anything", zh: "任意")
    }
  }
}

extension Wording {
  fileprivate func followed(by other: Wording) -> Wording {
    Wording(en: en + other.en, zh: zh + other.zh)
  }
}
