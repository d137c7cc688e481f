import Diagnostics

/// What the checker says about parties, and about who is charged with what is excused.
extension Diagnostic {
  static func anonymousInExpression(_ survey: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "anonymous-in-expression", at: place,
      Wording(
        en: "an expression looks at `\(survey)`, which is anonymous",
        zh: "有表达式直接查看匿名问卷 `\(survey)`"),
      label: Wording(en: "anonymous", zh: "匿名"),
      notes: [
        Wording(
          en: "a filter or a count could tell whose answer it was",
          zh: "筛选和计数可能暴露是谁的答卷")
      ],
      help: Wording(
        en: "score it by `survey:` alone, with `share` or `mean`",
        zh: "请只用 `survey:` 的 `share` 或 `mean` 计分"))
  }

  static func anonymousTable(at place: Place) -> Diagnostic {
    Diagnostic(
      "anonymous-table", at: place,
      Wording(en: "only a survey is anonymous", zh: "只有问卷可以匿名"),
      label: Wording(en: "no survey", zh: "不是问卷"),
      help: Wording(
        en: "declare it under `surveys`, or make its columns `private`",
        zh: "请写到 `surveys` 下，或把列设为 `private`"))
  }

  static func anonymousWithoutLeast(at place: Place) -> Diagnostic {
    Diagnostic(
      "anonymous-without-least", at: place,
      Wording(
        en: "nothing says from how many answers on this survey may tell anything",
        zh: "没有写明答卷达到多少份才能公布"),
      label: Wording(en: "how many?", zh: "多少份？"),
      help: Wording(en: "add `at least: 5`", zh: "请加上 `at least: 5`"))
  }

  static func leastTooSmall(_ least: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "least-too-small", at: place,
      Wording(
        en: "with \(least) answers everybody knows whose they are", zh: "只有 \(least) 份答卷，谁答的一望而知"),
      label: Wording(en: "too few", zh: "太少"),
      help: Wording(en: "write 2 or more; 5 is usual", zh: "请写 2 以上，一般为 5"))
  }

  static func leastWithoutAnonymous(at place: Place) -> Diagnostic {
    Diagnostic(
      "least-without-anonymous", at: place,
      Wording(
        en: "`at least` withholds an anonymous survey, and this one is not anonymous",
        zh: "`at least` 用于匿名问卷，而这份问卷不是匿名的"),
      help: Wording(
        en: "add `anonymous: true`, or use `respondents` at the item",
        zh: "请加上 `anonymous: true`，或在指标处用 `respondents`"))
  }

  static func respondentsBelowLeast(
    _ survey: String, _ respondents: Int, _ least: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "respondents-below-least", at: place,
      Wording(
        en:
          "the item counts from \(respondents) answers on, and `\(survey)` tells nothing below \(least)",
        zh: "指标从 \(respondents) 份起计分，而 `\(survey)` 少于 \(least) 份不公布"),
      help: Wording(
        en: "write `respondents: \(least)` or more", zh: "请写 `respondents: \(least)` 或更多"))
  }

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

  static func keptElsewhere(_ table: String, at place: Place, from: Place) -> Diagnostic {
    Diagnostic(
      "kept-elsewhere", at: place,
      Wording(
        en: "`\(table)` is read from another party, so it is no book of the subject's own",
        zh: "`\(table)` 取自另一方，不是本对象自己的台账"),
      label: Wording(en: "compared with what?", zh: "与哪一份比？"),
      help: Wording(
        en: "remove `also kept by`, or `from`", zh: "请删去 `also kept by`，或删去 `from`")
    ).pointing(at: RelatedPlace(Wording(en: "read from there", zh: "取自那一方"), at: from))
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
