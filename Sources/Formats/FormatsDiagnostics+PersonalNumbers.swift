package import Diagnostics

/// What is said about numbers that name a person; never the number.
extension Diagnostic {
  package static func personalNumber(
    _ kind: PersonalNumber, _ name: String, count: Int, at place: Place?
  ) -> Diagnostic {
    let more = count > 1 ? Wording(en: " (\(count) cells)", zh: "（\(count) 格）") : Wording("")
    return Diagnostic(
      "personal-number", .warning, at: place,
      Wording(
        en: "`\(name)` is not private and holds what looks like \(kind.wording.en)\(more.en)",
        zh: "`\(name)` 没有设为不公开，却含有像\(kind.wording.zh)的数字\(more.zh)"),
      help: Wording(
        en: "take the number out, or declare the column `private: true`",
        zh: "请删去号码，或把该列声明为 `private: true`"))
  }

  package static func personalNumberInName(
    _ kind: PersonalNumber, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "personal-number-in-name", .warning, at: place,
      Wording(
        en:
          "the name of a document holds what looks like \(kind.wording.en); reports show names of files",
        zh: "材料的文件名含有像\(kind.wording.zh)的数字，而报告会列出文件名"),
      help: Wording(
        en: "rename the file, and the line in `documents:`",
        zh: "请给文件改名，并改正 `documents:` 里的这一行"))
  }
}

extension PersonalNumber {
  fileprivate var wording: Wording {
    switch self {
    case .identity: Wording(en: "an identity number", zh: "身份证号")
    case .mobile: Wording(en: "a mobile number", zh: "手机号")
    case .bankCard: Wording(en: "a bank card number", zh: "银行卡号")
    }
  }
}
