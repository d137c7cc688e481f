import Diagnostics
import Formats

/// What is said about parties that are not always there.
extension Diagnostic {
  static func partyNotThere(
    _ role: String, _ item: String, _ ways: [Operation], at place: Place, says declared: Place
  ) -> Diagnostic {
    let words = ways.map { "`\($0.rawValue)`" }
    let tests = ways.map { "operation != \"\($0.rawValue)\"" }.joined(separator: " and ")
    return Diagnostic(
      "party-not-there", .warning, at: place,
      Wording(
        en:
          "`\(item)` needs `\(role)`, and there is none where `operation` is \(words.joined(separator: " or "))",
        zh: "`\(item)` 要用到 `\(role)`，而运营方式为 \(words.joined(separator: "、")) 时没有这一方"),
      label: Wording(en: "asked of nobody", zh: "无人可问"),
      help: Wording(
        en: "add `applies when: \(tests)`, or say in `accept` why it stands",
        zh: "请加上 `applies when: \(tests)`，或在 `accept` 里写明为何保留")
    ).pointing(at: .declared(declared))
  }
}
