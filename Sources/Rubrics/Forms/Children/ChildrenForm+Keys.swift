extension ChildrenForm {
  static let constructs = [
    Construct(
      "children", en: "From the results of subordinate subjects.", zh: "按下级对象的结果。",
      [
        .required(
          "children", .identifier, en: "The rubric whose results are taken.", zh: "取哪份细则的结果。"),
        .required(
          "take", .choice(["all", "share", "worst", "mean"]),
          en:
            "Whether all reach a grade or score, the share that does, the worst score, the mean score.",
          zh: "all 全部达到，share 达到的比例，worst 最差得分，mean 平均得分。"),
        .optional("grade", .text, en: "The grade to reach.", zh: "须达到的等级。"),
        .optional("score", .number, en: "Or the score to reach.", zh: "或须达到的得分。"),
        .optional("kind", .identifier, en: "Only subjects of this kind.", zh: "只看这一类对象。"),
        .optional(
          "level", .choice(["direct", "any"]),
          en: "The next level below, or all; direct by default.",
          zh: "direct 只看直接下级（默认），any 看各级下级。"),
        .optional(
          "weight", .text, en: "A number fact of theirs by which each counts.", zh: "下级的哪项数值作为权重。"),
        .optional(
          "expected", .feel, en: "How many there should be; those that lack are unknown.",
          zh: "应有多少个；缺的按未知计。"),
        .optional(
          "not evaluated", .choice(["unknown", "drop", "fail"]),
          en: "What one that was not admitted counts as; unknown by default.",
          zh: "不予评估的下级如何计，默认 unknown。"),
        .required(
          "if none", .choice(["unknown", "fail", "not applicable"]),
          en: "What a subject without any gets.", zh: "没有下级时的结果。"),
        .optional("grades", .map(.number), en: "Points by the worst grade.", zh: "最差等级: 分数。"),
        .optional("at least", .map(.number), en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional("full at", .number, en: "Full marks from here on.", zh: "达到此值得满分。"),
        .optional("zero at", .number, en: "Nothing up to here.", zh: "到此值为零分。"),
      ])
  ]
}
