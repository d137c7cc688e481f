package import Rubrics

extension Vocabulary {
  /// The keys of a policy file, and those it shares with rubrics.
  package static let policy = Vocabulary.shared.adding(Construct.policy + Construct.shares)
}

extension Construct {
  fileprivate static let policy = [
    Construct(
      "policy", en: "A policy: what follows from a result.", zh: "一份政策：结果如何运用。",
      [
        .required("policy", .identifier, en: "The policy's id.", zh: "政策的标识。"),
        .required("edition", .text, en: "The edition.", zh: "版次。"),
        .required("title", .wording, en: "The title.", zh: "标题。"),
        .optional("language", .choice(["zh", "en"]), en: "zh by default.", zh: "默认 zh。"),
        .optional(
          "sources", .map(.record("source")), en: "The texts that rules are cited from.",
          zh: "规则所依据的文件。"
        ),
        .required("applies to", .list(.identifier), en: "Rubric ids.", zh: "适用的细则。"),
        .optional(
          "facts", .map(.record("declaration")), en: "Inputs beyond the result.",
          zh: "结果以外的输入。"
        ),
        .optional(
          "define", .map(.either([.feel, .record("policy figure")])), en: "Named figures.",
          zh: "具名的中间数。"
        ),
        .required("actions", .list(.record("action")), en: "The closed list.", zh: "可选的建议。"),
        .required("decide", decisionTable, en: "Which action.", zh: "如何选定建议。"),
        .optional("conditions", .list(.record("condition")), en: "Conditions.", zh: "附带条件。"),
        .optional("money", .list(.record("money")), en: "Amounts.", zh: "金额。"),
      ]
    ),
    Construct(
      "action", en: "A recommendation.", zh: "一项建议。",
      [
        .required("id", .identifier, en: "Its id.", zh: "标识。"),
        .required("title", .wording, en: "As reports say it.", zh: "报告里的说法。"),
      ]
    ),
    Construct(
      "condition", en: "A condition of the recommendation.", zh: "建议的一项条件。",
      [
        .required("when", .feel, en: "When it is made.", zh: "何时提出。"),
        .required("says", .wording, en: "What must be done.", zh: "要求。"),
        .optional("cite", .text, en: "The source.", zh: "出处。"),
        .optional("by", .feel, en: "A date.", zh: "期限（日期）。"),
      ]
    ),
    Construct(
      "money", en: "An amount that follows.", zh: "一笔金额。",
      [
        .required("id", .identifier, en: "Its id.", zh: "标识。"),
        .required("title", .wording, en: "As reports say it.", zh: "报告里的说法。"),
        .required("unit", .text, en: "The currency.", zh: "币种。"),
        .required(
          "amount", .feel, en: "How much; it may look at amounts written before it, as rounded.",
          zh: "算式；可以引用写在前面的金额（取整后的数）。"),
        .optional(
          "held while", .feel, en: "While it holds the amount is no more than `up to`.",
          zh: "暂缓的条件：成立期间只列“最高多少”。"),
        .optional("round", .record("rounding"), en: "Rounding.", zh: "舍入。"),
        .optional(
          "instalments", .list(.record("instalment")), en: "Its parts, and on what each hangs.",
          zh: "分几期，各凭什么拨付。"),
        .optional("says", .wording, en: "The rule in one sentence.", zh: "规则，一句话。"),
        .optional("cite", .text, en: "The source.", zh: "出处。"),
        .optional("basis", .record("basis"), en: "Where it comes from.", zh: "依据性质。"),
      ]
    ),
  ]
}
