extension ChooseForm {
  static let constructs = [
    Construct(
      "choose", en: "One of exclusive options.", zh: "几个互斥选项之一。",
      [
        .required("choose", .feel, en: "The value.", zh: "取值。"),
        .required("options", .map(.number), en: "Value: points.", zh: "值: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional(
          "if empty", .choice(Construct.emptyWords), en: "What a value that came to nothing gives.",
          zh: "没有可供计算的内容时的结果。"),
      ])
  ]
}
