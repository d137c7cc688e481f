import Rubrics

extension Construct {
  /// Figures of policies, sums that several subjects share, and instalments.
  static let shares = [
    Construct(
      "policy figure", en: "A named figure of a policy.", zh: "政策里一个具名的中间数。",
      [
        .optional(
          "shared", .record("shared sum"),
          en: "Or the subject's share of a sum that is limited for several together.",
          zh: "或几个对象合并计算、共用一个上限时本对象的一份。")
      ] + Vocabulary.shared["figure"].keys
    ),
    Construct(
      "shared sum", en: "A limit that several subjects of the round share.", zh: "几个对象共用的上限。",
      [
        .required("asks", .feel, en: "What each asks for by itself.", zh: "每个对象单独应得的数额。"),
        .required(
          "among", .identifier,
          en: "The role whose subject they have in common, or `round` for all.",
          zh: "哪一方相同的合并计算（角色），全轮合并写 round。"),
        .required(
          "each", .choice(ShareRule.Term.allCases.map(\.rawValue)),
          en:
            "Whether the limit is one for the round, one for each calendar year, or as much of a year's as there are days.",
          zh: "上限管多久：round 全轮一个；year 每个自然年一个；year by days 不满一年的按天数折算。"),
        .optional(
          "from", .feel, en: "Of years: the first day of what is asked for.", zh: "按年时：所涉时段的首日。"),
        .optional(
          "until", .feel, en: "Of years: its last day; each year gets its calendar days.",
          zh: "按年时：所涉时段的末日；跨年的按日历天数分到各年。"),
        .required(
          "at most", .feel, en: "The limit; `year` is the calendar year.", zh: "上限；year 是所算的自然年。"),
        .optional(
          "granted", .list(.text),
          en:
            "Amounts that earlier rounds granted and that count against the limit, as `history` names them.",
          zh: "以往各轮已给、计入上限的金额，按 `history` 里的名称。"),
        .required(
          "cut", .choice(ShareRule.Cut.allCases.map(\.rawValue)),
          en: "How what is beyond the limit is cut.", zh: "超过上限时怎样削减。"),
        .optional(
          "by", .feel, en: "In proportion to what; by default to what each asks for.",
          zh: "按什么的比例，默认按各自应得数额。"),
        .optional(
          "held while", .feel, en: "While it holds, what is asked for may still come to nothing.",
          zh: "暂缓的条件：成立期间应得数额可能为零。"),
        .required("round", .record("rounding"), en: "The step of the shares.", zh: "各份的取整。"),
      ]
    ),
    Construct(
      "instalment", en: "One part of an amount.", zh: "一笔金额的一期。",
      [
        .required("id", .identifier, en: "Its id.", zh: "标识。"),
        .required("title", .wording, en: "As reports say it.", zh: "报告里的说法。"),
        .required(
          "part", .number, en: "How much of the whole; all parts make 1.", zh: "占多少，各期合计为 1。"),
        .optional("when", .feel, en: "On what it hangs.", zh: "拨付的条件。"),
        .optional("by", .feel, en: "A date.", zh: "拨付期限（日期）。"),
      ]
    ),
  ]
}
