package import Diagnostics

/// An option of the command line, described once: parsing, help and completion all read it here.
package struct Option: Sendable {
  package enum Kind: Sendable {
    /// Present or not.
    case flag
    /// Followed by a value, named as help shows it.
    case value(String)
    /// Followed by one of these words.
    case choice([String])
  }

  package let name: String
  package let kind: Kind
  package let summary: Wording
  /// May stand more than once.
  package let isRepeatable: Bool

  package init(_ name: String, _ kind: Kind, _ summary: Wording, isRepeatable: Bool = false) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRepeatable = isRepeatable
  }

  /// `--out DIR`, `--lang zh|en`, `--strict`.
  var spelling: String {
    switch kind {
    case .flag: "--\(name)"
    case .value(let placeholder): "--\(name) \(placeholder)"
    case .choice(let words): "--\(name) \(words.joined(separator: "|"))"
    }
  }
}

extension Option {
  static let help = Option("help", .flag, Wording(en: "print this page", zh: "显示本页"))
  static let language = Option(
    "lang", .choice(["zh", "en"]),
    Wording(
      en: "language of the screen and the reports (default: the rubric's)",
      zh: "屏幕与报告的语言（默认用评分细则的语言）"
    )
  )
  static let strict = Option(
    "strict", .flag,
    Wording(en: "warnings and unknowns end with exit code 1", zh: "有警告或未知时以退出码 1 结束")
  )
  static let force = Option(
    "force", .flag, Wording(en: "replace files that stand there", zh: "替换已有的同名文件"))
  static func format(_ words: [String]) -> Option {
    Option("format", .choice(words), Wording(en: "form of the output", zh: "输出的形式"))
  }
}
