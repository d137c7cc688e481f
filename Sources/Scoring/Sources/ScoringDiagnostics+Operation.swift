import Diagnostics
import Formats

/// What is said about who runs a subject.
extension Diagnostic {
  static func operationAmongFacts(
    _ fact: String, _ word: Operation?, of subject: String, at place: Place?
  ) -> Diagnostic {
    let line = "`operation: \(word?.rawValue ?? "internal")`"
    return Diagnostic(
      "operation-among-facts", .warning, at: place,
      Wording(
        en:
          "`\(fact)` of `\(subject)` stands among the facts, where nobody looks for who runs it",
        zh: "`\(subject)` 的 `\(fact)` 写在 `facts` 里，那里的运营方式不会被读取"),
      label: Wording(en: "not read", zh: "没有读取"),
      help: Wording(
        en:
          "write \(line) beside `subject`, outside `facts`\(word == nil ? " (or `external`, `composite`, `several`)" : "")",
        zh:
          "请在 `facts` 之外、与 `subject` 并列的一行写明 \(line)\(word == nil ? "（或 `external`、`composite`、`several`）" : "")"
      ))
  }

  static func operationAmongFacts(
    _ fact: String, _ word: Operation, unlike said: Operation, of subject: String, at place: Place?,
    other: Place?
  ) -> Diagnostic {
    Diagnostic(
      "operation-fact-differs", .warning, at: place,
      Wording(
        en:
          "`\(fact)` of `\(subject)` is \(word.rawValue) among the facts, and \(said.rawValue) where it is read",
        zh:
          "`\(subject)` 的 `\(fact)` 在 `facts` 里写作“\(word.wording.zh)”，而读取的是“\(said.wording.zh)”"),
      label: Wording(en: "not read", zh: "没有读取"),
      help: Wording(
        en: "correct `operation`, or remove the fact", zh: "请更正 `operation`，或删去这一输入")
    ).pointing(at: other.map { .other($0) })
  }

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
