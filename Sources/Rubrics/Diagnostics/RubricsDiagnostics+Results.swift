import Diagnostics

/// What the checker says about facts that take over a result, sorted by name.
extension Diagnostic {
  static func tableFromHistory(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "table-from-history", at: place,
      Wording(
        en: "history holds results, and `\(name)` is a table", zh: "历史结果里没有数据表，而 `\(name)` 是表"),
      help: Wording(
        en: "declare a fact with `from: history` and `take: …`",
        zh: "请改为声明一个输入，写 `from: history` 和 `take: …`"))
  }

  static func takeDay(_ part: TakenResult.Part, at place: Place) -> Diagnostic {
    Diagnostic(
      "take-day", at: place,
      Wording(
        en: "a result of this round has no `\(part.rawValue)` of its own",
        zh: "本轮的结果没有另外的 `\(part.rawValue)`"),
      notes: [Wording(en: "it is of the same day as this evaluation", zh: "它与本次评估同日")],
      help: Wording(
        en: "take its `score` or `grade`; `import` needs no `dated` for it",
        zh: "请取 `score` 或 `grade`；对它用 `import` 时不必写 `dated`"))
  }

  static func takeFrom(at place: Place) -> Diagnostic {
    Diagnostic(
      "take-from", at: place,
      Wording(en: "a bundle holds evidence, not results", zh: "证据包里只有证据，没有评估结果"),
      label: Wording(en: "from where?", zh: "取自何处？"),
      help: Wording(
        en: "write `from: round`, `from: history`, or the role of a party, or remove `take`",
        zh: "请写 `from: round`、`from: history` 或某一方的角色，或删去 `take`"))
  }

  static func takeGrades(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "take-grades", at: place,
      Wording(
        en: "nothing says which grades `\(name)` can be", zh: "没有写明 `\(name)` 可能是哪些等级"),
      help: Wording(
        en: "list the ids of the other rubric's grades in `one of`",
        zh: "请在 `one of` 里列出对方细则的各等级标识"))
  }

  static func takeItself(_ name: String, _ rubric: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "take-itself", at: place,
      Wording(
        en: "`\(name)` takes over the result that is being made from it",
        zh: "`\(name)` 取的正是要用它来算的结果"),
      label: Wording(en: "the rubric itself", zh: "就是本细则"),
      help: Wording(
        en: "name another rubric than `\(rubric)`, or write `from: history`",
        zh: "请改取 `\(rubric)` 以外的细则，或写 `from: history`"))
  }

  static func takeKey(_ key: String, _ needed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "take-key", at: place,
      Wording(en: "`\(key)` says nothing without `\(needed)`", zh: "没有 `\(needed)`，`\(key)` 不起作用"),
      help: Wording(en: "write both, or remove `\(key)`", zh: "请两样都写，或删去 `\(key)`"))
  }

  static func takeRubric(at place: Place) -> Diagnostic {
    Diagnostic(
      "take-rubric", at: place,
      Wording(
        en: "nothing says which rubric gave this result", zh: "没有写明取哪份细则的结果"),
      help: Wording(en: "add `rubric: …`", zh: "请加 `rubric: …`"))
  }

  static func takeType(
    _ part: TakenResult.Part, _ expected: String, _ type: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "take-type", at: place,
      Wording(
        en: "the `\(part.rawValue)` of a result is a \(expected), not a \(type)",
        zh: "结果的 `\(part.rawValue)` 类型是 \(expected)，不是 \(type)"),
      help: Wording(en: "write `type: \(expected)`", zh: "请写 `type: \(expected)`"))
  }

  static func takeWhat(at place: Place) -> Diagnostic {
    Diagnostic(
      "take-what", at: place,
      Wording(
        en: "nothing says what is taken from the earlier result", zh: "没有写明取历史结果的哪一项"),
      help: Wording(
        en: "add `take: score`, `grade`, `date` or `until`",
        zh: "请加 `take: score`，或 `grade`、`date`、`until`"))
  }
}
