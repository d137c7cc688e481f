import Diagnostics

/// What is said about Word documents.
extension Diagnostic {
  static func notATextDocument(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-a-text-document", at: .file(path),
      Wording(en: "the file is not a `.docx` document", zh: "这不是 `.docx` 文档"),
      help: Wording(
        en: "open it in Word, WPS or LibreOffice, and save it as `.docx`",
        zh: "请用 Word、WPS 或 LibreOffice 打开，另存为 `.docx`"),
      meaning: .unreadable)
  }

  static func unreadableTextDocument(_ why: Wording, _ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-text-document", at: .file(path),
      Wording(en: "the document cannot be read: \(why.en)", zh: "文档无法读取：\(why.zh)"),
      help: Wording(
        en:
          "open it in Word, WPS or LibreOffice, look whether all is there, save it as `.docx`",
        zh: "请用 Word、WPS 或 LibreOffice 打开，核对内容完整后另存为 `.docx`"),
      meaning: .unreadable)
  }
}
