import Diagnostics

/// Sentences about rounds that stand in reports.
enum RoundWording {
  static let awaited = Wording(
    en: "Nothing has been handed in yet. There is time until the deadline of the round.",
    zh: "还没有提交材料。请在本轮截止日前提交。")
  static let noBundle = Wording(
    en:
      "The evidence bundle could not be read, so nothing was scored. Hand it in again; the reason stands below.",
    zh: "证据包无法读取，未予计分。原因见下，请改正后重新提交。"
  )

  static func noRubric(_ name: String) -> Wording {
    Wording(
      en:
        "The rubric `\(name)` could not be used, so nothing was scored. This is not the subject's fault.",
      zh: "评分细则“\(name)”无法使用，未予计分。这不是被评估方的责任。"
    )
  }

  static func provenance(_ source: String?, year: String?) -> Wording? {
    let parts = [source, year].compactMap { $0 }
    return parts.isEmpty ? nil : Wording(parts.joined(separator: ", "))
  }
}
