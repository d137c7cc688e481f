import Diagnostics
import Rubrics

/// What is said of parties, and of who is charged with what is excused.
extension Diagnostic {
  static func adviceToNobody(_ to: String, at place: Place, among known: [String]) -> Diagnostic {
    let offered = known.prefix(6).map { "`\($0)`" }
    return Diagnostic(
      "advice-to-nobody", .warning, at: place,
      Wording(
        en: "advice is addressed to `\(to)`, which this round does not have",
        zh: "建议写给 `\(to)`，而本轮没有这一方"),
      label: Wording(en: "nobody gets it", zh: "无人收到"),
      help: Wording(
        en: "write a role or a subject of the round: \(offered.joined(separator: ", "))",
        zh: "请写本轮的角色或对象：\(offered.joined(separator: "、"))"))
  }

  /// - Parameters:
  ///   - about: what was written.
  ///   - place: where.
  ///   - meant: ids of subjects that have it for a title.
  ///   - known: all ids.
  /// - Returns: the message.
  static func findingAboutNobody(
    _ about: String, at place: Place, meant: [String], among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "finding-about-nobody", at: place,
      Wording(
        en: "this finding is about `\(about)`, which no subject of the round is",
        zh: "这条认定写的是 `\(about)`，本轮没有这个标识的对象"),
      notes: [
        Wording(
          en: meant.isEmpty
            ? "it may be about anybody, so nothing that asks for findings is certain"
            : "until it is put right, nothing that asks for findings is certain there",
          zh: meant.isEmpty
            ? "不知道认定的是谁，所以凡是要看问题认定的结论都不能算定"
            : "改好之前，该对象凡是要看问题认定的结论都不能算定")
      ],
      help: meant.isEmpty
        ? remedy(for: about, among: known)
        : Wording(
          en: "write its id: `\(meant.joined(separator: "`, `"))`",
          zh: "请写它的标识：`\(meant.joined(separator: "`、`"))`"))
  }

  static func findingOfNoKind(
    _ what: String, at place: Place, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "finding-of-no-kind", at: place,
      Wording(
        en: "no rubric of the round has findings of the kind `\(what)`",
        zh: "本轮的细则里没有 `\(what)` 这一类问题"),
      notes: [
        Wording(
          en: "until it is put right, nothing that asks for findings is certain for its subject",
          zh: "改好之前，该对象凡是要看问题认定的结论都不能算定")
      ],
      help: remedy(for: what, among: known))
  }

  static func chargeCircle(_ nodes: [String], at place: Place) -> Diagnostic {
    let shown = (nodes + nodes.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "charge-circle",
      .warning,
      at: place,
      Wording(
        en: "these excuses charge each other, so that in the end nobody is charged",
        zh: "这些免责互相推给对方，最后无人承担"
      ),
      label: Wording(en: "a circle", zh: "成环"),
      notes: [Wording(shown)],
      help: Wording(
        en: "let one of them stand without an excuse, or say `charged to: nobody` and why",
        zh: "请去掉其中一条免责，或写明 `charged to: nobody` 及理由"
      )
    )
  }

  static func excuseAboutOtherFacts(
    _ item: String, _ links: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "excuse-about-other-facts",
      .warning,
      at: place,
      Wording(
        en: "nothing that excuses `\(item)` counts at \(named(links))",
        zh: "使 `\(item)` 免责的事实，在 \(named(links)) 都不计分"
      ),
      label: Wording(en: "other facts", zh: "不是同一事实"),
      help: Wording(
        en: "name the item where these facts count, or write `charged to: nobody` and why",
        zh: "请写明这些事实计分的那一项，或写 `charged to: nobody` 及理由"
      )
    )
  }

  static func excuseByOwnWord(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "excuse-by-own-word",
      .warning,
      at: place,
      Wording(
        en: "`\(item)` is excused by nothing but what the excused say themselves",
        zh: "`\(item)` 的免责只凭被免责一方自己的说法"
      ),
      label: Wording(en: "own word", zh: "一面之词"),
      help: Wording(
        en: "read a fact that the charged party gives: `from: town`",
        zh: "请用承担方提供的事实：`from: town`"
      )
    )
  }

  static func excuseChargesNobody(
    _ item: String, _ links: [String], _ witness: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "excuse-charges-nobody",
      .warning,
      at: place,
      Wording(
        en: "`\(item)` can be excused while \(named(links)) loses nothing",
        zh: "`\(item)` 得以免责时，\(named(links)) 可能一分不扣"
      ),
      label: Wording(en: "nobody is charged", zh: "无人承担"),
      notes: [Wording(en: "so with \(and(witness))", zh: "例如 \(and(witness))")],
      help: Wording(
        en: "make the conditions the same, or name every item that is charged: `by: [a.b, a.c]`",
        zh: "请使两边条件一致，或写出承担的每一项：`by: [a.b, a.c]`"
      )
    )
  }

  static func excuseLeadsNowhere(
    _ link: String, _ item: String, _ party: String, _ rubrics: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "excuse-leads-nowhere",
      .warning,
      at: place,
      Wording(
        en: "the excuse of `\(item)` points at `\(link)`, and `\(party)` has no such item",
        zh: "`\(item)` 的免责指向 `\(link)`，而 `\(party)` 没有这一项"
      ),
      label: Wording(en: "charged to nobody", zh: "无人承担"),
      notes: [
        Wording(
          en: "`\(party)` is evaluated by `\(rubrics.joined(separator: "`, `"))`",
          zh: "`\(party)` 所用细则：`\(rubrics.joined(separator: "`、`"))`"
        )
      ],
      help: Wording(
        en: "correct `by`, or add the item to the other rubric",
        zh: "请改正 `by`，或在对方的细则里加上这一项"
      )
    )
  }

  static func excuseNotProven(
    _ item: String, _ links: [String], _ witness: [String], _ doubts: [ExcuseDoubt],
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "excuse-not-proven",
      .note,
      at: place,
      Wording(
        en: "it is not proven that \(named(links)) loses points whenever `\(item)` is excused",
        zh: "未能证明 `\(item)` 每次免责时 \(named(links)) 都会扣分"
      ),
      notes: (witness.isEmpty
        ? [] : [Wording(en: "look at \(and(witness))", zh: "请看 \(and(witness))")])
        + doubts.prefix(4).map(\.words),
      help: Wording(
        en: "compare the two rules; the report of every subject shows what was charged",
        zh: "请对照两边的规则；每份报告都会列出实际由谁承担"
      )
    )
  }

  static func partyIsItself(_ subject: String, _ role: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "party-is-itself",
      at: place,
      Wording(
        en: "`\(subject)` is named as its own `\(role)`", zh: "`\(subject)` 把自己写成了 `\(role)`"
      ),
      label: Wording(en: "itself", zh: "自己"),
      help: Wording(
        en: "name the subject that stands in this role", zh: "请写真正担任该角色的对象")
    )
  }

  static func partyMissing(
    _ role: String, _ subject: String, _ rubric: String, at place: Place, asked: Place?
  ) -> Diagnostic {
    Diagnostic(
      "party-missing",
      .warning,
      at: place,
      Wording(
        en: "`\(rubric)` asks for the `\(role)` of `\(subject)`, and the round names none",
        zh: "`\(rubric)` 要用到 `\(subject)` 的 `\(role)` 一方，本轮没有写明"
      ),
      label: Wording(en: "who?", zh: "是谁？"),
      help: Wording(
        en: "add `parties: {\(role): …}`; until then what it gives is unknown",
        zh: "请加上 `parties: {\(role): …}`；在此之前相关内容按未知处理"
      )
    ).pointing(at: asked.map { RelatedPlace(Wording(en: "asked for here", zh: "在此要用到"), at: $0) })
  }

  static func partyWithoutSubjects(
    _ party: String, role: String, _ policy: String, at place: Place, counted: Place?
  ) -> Diagnostic {
    Diagnostic(
      "party-without-subjects",
      .warning,
      at: place,
      Wording(
        en:
          "no contract of this round names `\(party)` as its `\(role)`, and `\(policy)` counts by it",
        zh: "本轮没有一份合同写明 `\(party)` 是 `\(role)`，而 `\(policy)` 按它合并计算"
      ),
      label: Wording(en: "no contract", zh: "没有合同"),
      help: Wording(
        en:
          "write `parties: {\(role): \(party)}` at the subjects that it pays for, if there are any",
        zh: "若它出资的对象在本轮之中，请在那里写 `parties: {\(role): \(party)}`"
      )
    ).pointing(
      at: counted.map { RelatedPlace(Wording(en: "counted by it here", zh: "在此按它合并"), at: $0) })
  }

  private static func named(_ links: [String]) -> String {
    links.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func and(_ witness: [String]) -> String {
    witness.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
  }
}
