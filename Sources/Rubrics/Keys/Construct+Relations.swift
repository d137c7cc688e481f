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
