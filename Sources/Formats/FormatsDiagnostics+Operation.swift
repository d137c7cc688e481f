package import Diagnostics

/// What is said about a word for who runs a subject.
extension Diagnostic {
  package static func unknownOperation(
    _ written: String, _ severity: Severity = .error, at place: Place?
  ) -> Diagnostic {
    let words = Operation.allCases.map(\.rawValue)
    return Diagnostic(
      "unknown-operation", severity, at: place,
      Wording(
        en: "this is no word for who runs it, so whatever rests on `operation` is open",
        zh: "这不是运营方式的写法，凡取决于 `operation` 的都定不下来"),
      label: Wording(en: "not known", zh: "无法识别"),
      help: Wording(
        en: "write `internal`, `external`, `composite` or `several`",
        zh: "请写 `internal`（内设）、`external`（外包）、`composite`（复合）或 `several`（多家）")
    ).remedied(by: .nearest(to: written, among: words, at: place))
  }
}
