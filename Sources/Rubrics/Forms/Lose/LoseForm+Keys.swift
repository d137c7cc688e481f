extension LoseForm {
  static let constructs = [
    Construct(
      "lose", en: "From full marks, a loss for each unit or event.", zh: "从满分起，按单位或次数扣。",
      [
        .required("lose", .feel, en: "Units short, or events.", zh: "短缺的单位数或次数。"),
        .required("step", .record("lose step"), en: "The loss for each unit.", zh: "每单位扣多少。"),
        .optional("free", .number, en: "So many cost nothing; 0 by default.", zh: "不扣分的数量，默认 0。"),
        .required("floor", .number, en: "The least points left.", zh: "扣到多少为止。"),
        .optional("all from", .number, en: "From so many on nothing is left.", zh: "达到此数全部扣完。"),
        Construct.ifEmpty,
      ]),
    Construct(
      "lose step", en: "What a unit costs.", zh: "一个单位扣多少。",
      [
        .required("every", .number, en: "The size of a unit.", zh: "单位大小。"),
        .required("points", .number, en: "Points lost for a unit.", zh: "每单位扣分。"),
        .required(
          "units", .choice(["full", "started", "exact"]), en: "How a part of a unit counts.",
          zh: "不足一单位如何计。"),
      ]),
  ]
}
