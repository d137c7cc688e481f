extension StepsForm {
  static let constructs = [
    Construct(
      "steps", en: "A ladder over one number.", zh: "按一个数分级给分。",
      [
        .required("steps", .feel, en: "The number.", zh: "数值。"),
        .optional("at least", .map(.number), en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("more than", .map(.number), en: "Threshold: points.", zh: "高于: 分数。"),
        .optional("at most", .map(.number), en: "Threshold: points.", zh: "不高于: 分数。"),
        .optional("less than", .map(.number), en: "Threshold: points.", zh: "低于: 分数。"),
        .optional(
          "lines", .map(.number), en: "Unary tests: points; complete and free of overlap.",
          zh: "条件: 分数；须无遗漏、无重叠。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        Construct.ifEmpty,
      ])
  ]
}
