extension Construct {
  /// Whom subjects are compared with.
  static let relations = [
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
      "cohort figure",
      en: "A number of the whole group, or where the subject stands in it: exactly one of the six.",
      zh: "整组的一个数值，或对象在组内的位次，六者写其一。",
      [
        .optional("mean", .feel, en: "The mean of this number over the members.", zh: "各成员此数的平均。"),
        .optional("min", .feel, en: "Its least.", zh: "最小值。"),
        .optional("max", .feel, en: "Its greatest.", zh: "最大值。"),
        .optional(
          "place", .feel, en: "The place of the subject by this number; 1 is the best.",
          zh: "对象按此数在组内的名次，1 为最优。", aliases: ["名次"]),
        .optional(
          "count", .feel, en: "How many members have this number, and are compared.",
          zh: "有此数、参加比较的成员数。", aliases: ["参比数"]),
        .optional(
          "percentile", .feel,
          en:
            "The share of those compared whose number is not better than the subject's: (count - place + 1) / count.",
          zh: "参加比较者中此数不优于对象的占比：(参比数 - 名次 + 1) / 参比数。", aliases: ["百分位"]),
        .optional(
          "best", .choice(["high", "low"]),
          en: "Of a place or percentile: whether a high or a low number is best.",
          zh: "名次、百分位：数大为优（high）还是数小为优（low）。"),
        .optional(
          "ties", .choice(["better", "mean"]),
          en:
            "Of a place or percentile: equal ones share the better place, or the mean of their places; better by default.",
          zh: "名次、百分位：并列者同取较前名次（better，默认），或所占名次的平均（mean）。"),
        .optional("title", .wording, en: "Its title.", zh: "标题。"),
        .optional("unit", .text, en: "Its unit.", zh: "单位。"),
      ]),
  ]
}
