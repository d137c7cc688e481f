extension EachForm {
  static let constructs = [
    Construct(
      "each", en: "A base, more for each unit, a cap.", zh: "基数、每单位加分、上限。",
      [
        .required("each", .feel, en: "The number.", zh: "数值。"),
        .required("base", .record("each base"), en: "The base.", zh: "基数。"),
        .required("step", .record("each step"), en: "More for each unit.", zh: "每单位加多少。"),
        .required("cap", .number, en: "The most.", zh: "上限。"),
        .required("below base", .number, en: "Points below the base.", zh: "不到基数时的分数。"),
        Construct.ifEmpty,
      ]),
    Construct(
      "each base", en: "The base of `each`.", zh: "`each` 的基数。",
      [
        .required("at", .number, en: "The number it stands for.", zh: "对应的数值。"),
        .required("points", .number, en: "Its points.", zh: "分数。"),
      ]),
    Construct(
      "each step", en: "What a unit adds.", zh: "一个单位加多少。",
      [
        .required("every", .number, en: "The size of a unit.", zh: "单位大小。"),
        .required("points", .number, en: "Points for a unit.", zh: "每单位分数。"),
        .required(
          "units", .choice(["full", "started"]), en: "How a part of a unit counts.", zh: "不足一单位如何计。"
        ),
      ]),
  ]
}
