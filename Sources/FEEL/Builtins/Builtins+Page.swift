package import Diagnostics

extension Builtins {
  /// The page of all functions in Markdown: signatures, what they give, examples.
  package static func page(in language: Language) -> String {
    var page = ""
    write(Wording(en: "# The functions of FEEL", zh: "# FEEL 函数"), in: language, to: &page)
    write(
      Wording(
        en: """
          Every example is run by the tests. A text is counted by characters, a list from 1.
          A wrong argument gives null with a reason; square brackets mark what may be left out.
          """,
        zh: """
          每个例子都由测试运行。文本按字符计数，列表从 1 数起。
          参数不合要求时得到空值及原因；方括号内的参数可以省略。
          """), in: language, to: &page)
    for family in families {
      page += "\n## \(family.title.text(in: language))\n"
      for entry in entries(of: family) { write(entry, in: language, to: &page) }
    }
    return page
  }

  /// Overloads that say the same stand under one heading.
  private static func entries(of family: Family) -> [[Builtin]] {
    var entries: [[Builtin]] = []
    for builtin in family.members {
      if let last = entries.last?.last, last.name == builtin.name, last.summary == builtin.summary {
        entries[entries.count - 1].append(builtin)
      } else {
        entries.append([builtin])
      }
    }
    return entries
  }

  private static func write(_ entry: [Builtin], in language: Language, to page: inout String) {
    let separator = language == .zh ? "、" : ", "
    page += "\n### " + entry.map { "`\($0.signature)`" }.joined(separator: separator) + "\n\n"
    if let summary = entry.first?.summary { page += summary.text(in: language) + "\n" }
    let examples = entry.flatMap(\.examples)
    if examples.isEmpty { return }
    page += "\n"
    for example in examples { page += "    \(example.expression)  =>  \(example.result)\n" }
  }

  private static func write(_ wording: Wording, in language: Language, to page: inout String) {
    if !page.isEmpty { page += "\n" }
    page += wording.text(in: language) + "\n"
  }
}

extension Builtin {
  /// The name with its parameters, as a call would be written.
  package var signature: String {
    var signature = name + "("
    var open = 0
    for (index, parameter) in parameters.enumerated() {
      if parameter.isOptional {
        signature += index == 0 ? "[" : "[, "
        open += 1
      } else if index > 0 {
        signature += ", "
      }
      signature += parameter.name
      if parameter.isVariadic { signature += ", …" }
    }
    return signature + String(repeating: "]", count: open) + ")"
  }
}
