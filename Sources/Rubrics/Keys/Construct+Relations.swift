extension Construct {
  private static let thresholds = Kind.map(.number)

  /// Forms that look at the results of others.
  static let relations = [
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
        .optional("grades", thresholds, en: "Points by the worst grade.", zh: "最差等级: 分数。"),
        .optional("at least", thresholds, en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional("full at", .number, en: "Full marks from here on.", zh: "达到此值得满分。"),
        .optional("zero at", .number, en: "Nothing up to here.", zh: "到此值为零分。"),
      ]),
    Construct(
      "rank", en: "Place within the cohort.", zh: "按同组名次。",
      [
        .required(
          "rank", .feel, en: "The number by which subjects are compared.", zh: "按哪个数比较。"),
        .required(
          "best", .choice(["high", "low"]), en: "Whether a high or a low number is best.",
          zh: "数大为优（high）还是数小为优（low）。"),
        .optional("places", thresholds, en: "Up to this place: points.", zh: "到第几名为止: 分数。"),
        .optional(
          "top", thresholds, en: "Or up to this share of the cohort: points.",
          zh: "或到同组的前多少为止: 分数。"),
        .required(
          "others", .either([.number, .record("pro rata")]), en: "What those behind them get.",
          zh: "其余的得分。"),
        .optional(
          "ties", .choice(["better", "mean"]),
          en:
            "Equal ones share the better place, or the mean of the points of their places; better by default.",
          zh: "并列者同取较前名次（better，默认），或平分所占名次的分数（mean）。"),
      ]),
    Construct(
      "pro rata", en: "Points in proportion to the first.", zh: "按与第一名之比给分。",
      [
        .required("pro rata to", .choice(["first"]), en: "The first of the cohort.", zh: "同组第一名。"),
        .required(
          "at most", .number, en: "Never more than this.", zh: "不超过多少分。"),
      ]),
    Construct(
      "cohort", en: "Who is compared with whom.", zh: "谁与谁比较。",
      [
        .optional("by", .feel, en: "Those for whom it is the same are peers.", zh: "此值相同者为同组。"),
        .optional(
          "at least", .count, en: "Fewer members are too few to compare; 2 by default.",
          zh: "同组少于此数不比较，默认 2。"),
        .required(
          "if fewer", .choice(["unknown", "compare", "not applicable"]),
          en: "What comparison gives in a group that is too small.", zh: "同组太少时如何处理。"),
        .optional(
          "when closed", .choice(["open", "leave out"]),
          en: "What becomes of members whose number is still unknown; open by default.",
          zh: "截止时数值仍未知的成员如何处理，默认 open（结果待定）。"),
        .optional(
          "define", .map(.record("cohort figure")), en: "Numbers of the whole group.",
          zh: "整组的数值。"),
      ]),
    Construct(
      "cohort figure", en: "A number of the whole group: exactly one of the three.",
      zh: "整组的一个数值，三者写其一。",
      [
        .optional("mean", .feel, en: "The mean of this number over the members.", zh: "各成员此数的平均。"),
        .optional("min", .feel, en: "Its least.", zh: "最小值。"),
        .optional("max", .feel, en: "Its greatest.", zh: "最大值。"),
        .optional("title", .wording, en: "Its title.", zh: "标题。"),
        .optional("unit", .text, en: "Its unit.", zh: "单位。"),
      ]),
  ]
}
