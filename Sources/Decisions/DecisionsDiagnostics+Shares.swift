import Diagnostics
import Values

/// What is said about sums that several share, sorted by name.
extension Diagnostic {
  static func asksBelowNothing(_ name: String, _ ids: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "asks-below-nothing", .warning,
      at: place,
      Wording(
        en: "`\(name)` comes to no amount from zero up for \(listed(ids).en), so they get no share",
        zh: "\(listed(ids).zh)在 `\(name)` 中的应得数额不是零以上的数，因此不参加分配"),
      label: Wording(en: "below zero", zh: "低于零"),
      help: Wording(
        en:
          "correct their figures, or write `max(0, …)` where less than nothing is meant to be nothing",
        zh: "请更正它们的数据；若负数就当作零，请写 `max(0, …)`")
    )
  }

  /// What is cut, as declared, is no fault; what is not cut asks for a decision.
  static func beyondTheLimit(_ sum: SharedSum) -> Diagnostic {
    let who = asking(sum)
    let year = inYear(sum.year)
    let asked = "\(sum.asked.low ?? .zero)"
    let limit = "\(sum.limit.high ?? .zero)"
    return Diagnostic(
      "beyond-the-limit", .warning,
      at: sum.rule.place,
      Wording(
        en:
          "\(who.en) ask for \(asked) of `\(sum.rule.name)`\(year.en), there is \(limit), and nothing is cut",
        zh: "\(who.zh)\(year.zh)在 `\(sum.rule.name)` 中合计应得 \(asked)，上限 \(limit)，没有削减"),
      label: Wording(en: "more than there is", zh: "超过上限"),
      help: Wording(
        en: "raise the limit, or say with `cut` how it is divided",
        zh: "请调高上限，或用 `cut` 写明怎样削减")
    )
  }

  static func cutToTheLimit(_ sum: SharedSum) -> Diagnostic {
    let who = asking(sum)
    let year = inYear(sum.year)
    let asked = "\(sum.asked.low ?? .zero)"
    let limit = "\(sum.limit.high ?? .zero)"
    return Diagnostic(
      "cut-to-the-limit", .note,
      at: sum.rule.place,
      Wording(
        en: "\(who.en) ask for \(asked) of `\(sum.rule.name)`\(year.en), and there is \(limit)",
        zh: "\(who.zh)\(year.zh)在 `\(sum.rule.name)` 中合计应得 \(asked)，上限 \(limit)"),
      label: Wording(en: "more than there is", zh: "超过上限"),
      notes: [cutWording(sum.rule.cut)]
    )
  }

  private static func asking(_ sum: SharedSum) -> Wording {
    sum.party.map { Wording(en: "the subjects of `\($0)`", zh: "`\($0)` 的各对象") }
      ?? Wording(en: "they", zh: "各对象")
  }

  private static func cutWording(_ cut: ShareRule.Cut) -> Wording {
    switch cut {
    case .inProportion: Wording(en: "it is cut in proportion", zh: "按比例削减")
    case .equally: Wording(en: "it is cut to equal shares", zh: "平均分配")
    case .inOrder:
      Wording(en: "it is given in the order of the round", zh: "按本轮列出的先后满足")
    case .notAtAll: Wording(en: "nothing is cut", zh: "没有削减")
    }
  }

  static func daysBackwards(_ name: String, _ ids: [String], at place: Place?) -> Diagnostic {
    Diagnostic(
      "days-backwards", .warning,
      at: place,
      Wording(
        en:
          "the days of `\(name)` end before they begin, or more than a hundred years later, for \(listed(ids).en)",
        zh: "\(listed(ids).zh)在 `\(name)` 中的时段末日早于首日，或长于一百年"),
      label: Wording(en: "no days", zh: "时段不成立"),
      help: Wording(
        en: "correct the dates of the contract; until then their shares are open",
        zh: "请更正合同日期；在此之前这些份额待定")
    )
  }

  static func daysNotStated(_ name: String, _ ids: [String], at place: Place?) -> Diagnostic {
    Diagnostic(
      "days-not-stated", .warning,
      at: place,
      Wording(
        en: "nobody says of which days the amount of `\(name)` is for \(listed(ids).en)",
        zh: "\(listed(ids).zh)没有写明 `\(name)` 所涉的时段"),
      label: Wording(en: "no date", zh: "没有日期"),
      help: Wording(
        en:
          "write `contract: {from: …, until: …}` at the subject in the round; until then its share is open",
        zh: "请在本轮的对象下写 `contract: {from: …, until: …}`；在此之前份额待定")
    )
  }

  static func daysOfOneLimit(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "days-of-one-limit",
      at: place,
      Wording(
        en: "`\(name)` has one limit for the round, so days mean nothing",
        zh: "`\(name)` 全轮只有一个上限，写时段没有意义"),
      label: Wording(en: "not used", zh: "用不上"),
      help: Wording(en: "write `each: year`, or remove it", zh: "请写 `each: year`，或删去这一行")
    )
  }

  static func grantUndated(
    _ name: String, _ subject: String, _ period: String?, at place: Place
  ) -> Diagnostic {
    let written = period.map { "`\($0)`" }
    return Diagnostic(
      "grant-undated", .warning,
      at: place,
      Wording(
        en:
          "nobody can tell of which days what `\(subject)` was granted is\(written.map { ": \($0)" } ?? ""), so it may count against any limit of `\(name)`",
        zh:
          "`\(subject)` 以往已给的金额看不出属于哪一段时间\(written.map { "（\($0)）" } ?? "")，`\(name)` 的各年上限都可能受影响"),
      label: Wording(en: "which days?", zh: "哪些天？"),
      help: Wording(
        en: "write `period: 2024`, `2024-H1`, `2024-05` or `2024-01-01/2024-06-30`",
        zh: "请写 `period: 2024`、`2024年上半年`、`2024-05` 或 `2024-01-01/2024-06-30`")
    )
  }

  static func grantsDiffer(
    _ name: String, _ party: String, _ period: String, _ own: String, _ others: String,
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "grants-differ", .warning,
      at: place,
      Wording(
        en:
          "in \(period) `\(party)` was granted \(own) by its own history, and its subjects \(others) by theirs",
        zh: "\(period)，`\(party)` 自己的历史写已给 \(own)，它名下各对象的历史合计 \(others)"),
      label: Wording(en: "counts against this limit", zh: "计入这一上限"),
      notes: [
        Wording(
          en: "until one is right, what is left of `\(name)` is open",
          zh: "更正之前，`\(name)` 还剩多少待定")
      ],
      help: Wording(
        en: "correct one of the histories; that of the party holds everything, so it is not less",
        zh: "请更正其中一处；该方自己的历史应包括全部，不会更少")
    )
  }

  static func limitsDiffer(
    _ name: String, _ first: String, _ limit: String, _ other: String, _ otherLimit: String,
    year: Int?, at place: Place
  ) -> Diagnostic {
    let when = inYear(year)
    return Diagnostic(
      "limits-differ", .warning,
      at: place,
      Wording(
        en:
          "the limit of `\(name)`\(when.en) is \(limit) by the book of `\(first)` and \(otherLimit) by that of `\(other)`",
        zh: "`\(name)`\(when.zh)的上限，按 `\(first)` 的材料是 \(limit)，按 `\(other)` 的是 \(otherLimit)"),
      label: Wording(en: "not one limit", zh: "两本账不一致"),
      help: Wording(
        en:
          "let one book say it, a fact `from:` the party or the round; until then shares are open",
        zh: "请只以一处为准（输入写 `from:` 那一方或 round）；在此之前各份额待定")
    )
  }

  static func sharedFigureForm(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "shared-figure-form",
      at: place,
      Wording(
        en: "`\(name)` is a shared sum and something else too", zh: "`\(name)` 既是共用的上限，又写了别的算法"),
      label: Wording(en: "two forms", zh: "两种写法"),
      help: Wording(
        en: "keep `shared`, and give the rest a figure of its own", zh: "请保留 `shared`，其余另立一个中间数")
    )
  }

  static func sharedWithNobody(
    _ name: String, _ ids: [String], role: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "shared-with-nobody", .warning,
      at: place,
      Wording(
        en: "\(listed(ids).en) name no `\(role)`, so nobody knows with whom `\(name)` is shared",
        zh: "\(listed(ids).zh)没有写明 `\(role)` 是谁，`\(name)` 与谁合并计算不得而知"),
      label: Wording(en: "shared among these", zh: "在此合并"),
      help: Wording(
        en:
          "write `parties: {\(role): …}` at the subject in the round; until then its share is open",
        zh: "请在本轮的对象下写 `parties: {\(role): …}`；在此之前份额待定")
    )
  }

  static func weightNotStated(_ name: String, _ ids: [String], at place: Place?) -> Diagnostic {
    Diagnostic(
      "weight-not-stated", .warning,
      at: place,
      Wording(
        en: "`\(name)` is cut in proportion to something that is not stated for \(listed(ids).en)",
        zh: "`\(name)` 削减所依据的数额，\(listed(ids).zh)没有写明"),
      label: Wording(en: "not stated", zh: "没有写明"),
      help: Wording(
        en: "write it at the subject, such as `contract: {amount: …}`; until then shares are open",
        zh: "请在对象下写明，例如 `contract: {amount: …}`；在此之前份额待定")
    )
  }

  static func weightWithoutProportion(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "weight-without-proportion",
      at: place,
      Wording(
        en: "`\(name)` is not cut in proportion, so `by` means nothing",
        zh: "`\(name)` 不按比例削减，写 `by` 没有意义"),
      label: Wording(en: "not used", zh: "用不上"),
      help: Wording(
        en: "write `cut: in proportion`, or remove it", zh: "请写 `cut: in proportion`，或删去这一行")
    )
  }

  static func yearWithoutDays(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "year-without-days",
      at: place,
      Wording(
        en: "`\(name)` has a limit for each year, and does not say of which days its amount is",
        zh: "`\(name)` 每年一个上限，却没有写明数额所涉的时段"),
      label: Wording(en: "which days?", zh: "哪些天？"),
      help: Wording(
        en: "add `from: contract from` and `until: contract until`, or other dates",
        zh: "请加上 `from: contract from` 和 `until: contract until`，或别的日期")
    )
  }

  private static func inYear(_ year: Int?) -> Wording {
    guard let year else { return Wording("") }
    return Wording(en: " in \(year)", zh: " \(year) 年")
  }

  /// Names, as many as one reads.
  private static func listed(_ ids: [String]) -> Wording {
    let shown = ids.prefix(6).map { "`\($0)`" }
    let more = ids.count - shown.count
    return Wording(
      en: shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      zh: shown.joined(separator: "、") + (more > 0 ? "等 \(ids.count) 个对象" : " "))
  }
}
