/// A language that Hengxing speaks.
package enum Language: String, Sendable, CaseIterable, Codable {
  case en, zh
}

/// One sentence in both languages; only a renderer chooses.
package struct Wording: Sendable, Hashable, Codable {
  package let en: String
  package let zh: String

  package init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A wording that is the same in both languages: a name, a number, a citation.
  package init(_ same: String) {
    self.init(en: same, zh: same)
  }

  /// The wording before what it labels: `Grade: `, `等级：`.
  package func label(in language: Language) -> String {
    text(in: language) + (language == .zh ? "：" : ": ")
  }

  package func text(in language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}
