import Diagnostics

/// What is said about who runs a subject.
extension Diagnostic {
  static func operationNotSaid(_ subject: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "operation-not-said", .warning, at: place,
      Wording(
        en: "nobody says who runs `\(subject)`, so whatever rests on `operation` is open",
        zh: "没有写明 `\(subject)` 的运营方式，凡取决于 `operation` 的都定不下来"),
      help: Wording(
        en:
          "add a line `operation: internal`, `external`, `composite` or `several` to its bundle or to the round",
        zh:
          "请在证据包或本轮文件里补上 `operation: internal`（内设）、`external`（外包）、`composite`（复合）或 `several`（多家）"))
  }

  static func operationsDiffer(
    _ subject: String, at place: Place?, other: Place?
  ) -> Diagnostic {
    Diagnostic(
      "operations-differ", at: place,
      Wording(
        en: "the round and the bundle say different things of who runs `\(subject)`",
        zh: "本轮文件与证据包写的 `\(subject)` 运营方式不同"),
      label: Wording(en: "not the same", zh: "不一致"),
      notes: [
        Wording(
          en: "until one is right, whatever rests on `operation` is open",
          zh: "在更正之前，凡取决于 `operation` 的都定不下来")
      ],
      help: Wording(
        en: "make them the same, or remove one of the two", zh: "请改成一致，或删去其中一处")
    ).pointing(at: other.map { .other($0) })
  }
}
