import Diagnostics

/// What the checker says about parties, and about who is charged with what is excused.
extension Diagnostic {
  static func becauseWithoutNobody(at place: Place) -> Diagnostic {
    Diagnostic(
      "because-without-nobody", at: place,
      Wording(
        en: "`because` says why nobody is charged, and somebody is",
        zh: "`because` 用来说明为何无人承担，而这里没有写 `charged to: nobody`"),
      help: Wording(
        en: "write `charged to: nobody`, or put the reason into `says`",
        zh: "请写 `charged to: nobody`，或把理由写进 `says`"))
  }

  static func chargedTwice(at place: Place) -> Diagnostic {
    Diagnostic(
      "charged-twice", at: place,
      Wording(
        en: "an excuse charges somebody or nobody, not both", zh: "免责要么由某一方承担，要么无人承担，不能两样都写"),
      help: Wording(en: "remove `by` or `charged to`", zh: "请删去 `by` 或 `charged to`"))
  }

  static func chargesNobody(at place: Place) -> Diagnostic {
    Diagnostic(
      "charges-nobody", .warning, at: place,
      Wording(
        en: "this excuse does not say who is charged instead", zh: "这条免责没有写明改由谁承担"),
      label: Wording(en: "charged to whom?", zh: "由谁承担？"),
      help: Wording(
        en: "write `by: town.funds-paid`, or `charged to: nobody` with `because:`",
        zh: "请写 `by: town.funds-paid`，或写 `charged to: nobody` 并用 `because:` 说明理由"))
  }

  static func nobodyWithoutBecause(at place: Place) -> Diagnostic {
    Diagnostic(
      "nobody-without-because", at: place,
      Wording(en: "nobody is charged, and nothing says why", zh: "无人承担，却没有说明理由"),
      label: Wording(en: "why nobody?", zh: "为何无人？"),
      help: Wording(en: "add `because:`", zh: "请加上 `because:`"))
  }

  static func undeclaredParty(
    _ role: String, of name: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "undeclared-party", at: place,
      Wording(
        en: "`\(name)` speaks of the party `\(role)`, which is not declared",
        zh: "`\(name)` 提到 `\(role)` 一方，而 `parties` 里没有声明"),
      label: Wording(en: "not declared", zh: "未声明"),
      notes: [Wording(en: "declared: \(list(known))", zh: "已声明：\(list(known))")],
      help: Wording(
        en: "add it to `parties`, or correct the role", zh: "请加进 `parties`，或改正角色"))
  }
}
