extension DegreeForm {
  static let constructs = [
    Construct(
      "degree", en: "An assessor's band and value, with a reason.", zh: "程度分：评审选档、给值并说明理由。",
      [.required("degree", .record("degree scale"), en: "The scale.", zh: "量表。")]),
    Construct(
      "degree scale", en: "The bands of a degree.", zh: "程度分的档位。",
      [
        .optional(
          "role", .text, en: "Whose judgement counts, where the item names no panel.",
          zh: "以谁的评判为准（未写评审组时）。"),
        .required("scale", .number, en: "The greatest value.", zh: "最大值。"),
        .required("bands", .list(.record("degree band")), en: "Best first.", zh: "从高到低。"),
        .optional(
          "combine", .choice(["mean", "median", "min", "max"]), en: "How several are combined.",
          zh: "多份评判如何合并。"),
        .optional("at least", .count, en: "Fewer judgements are unknown.", zh: "评判少于此数为未知。"),
      ]),
    Construct(
      "degree band", en: "A band.", zh: "一档。",
      [
        .required("id", .identifier, en: "Unique in the item.", zh: "在指标内唯一。"),
        .optional("title", .wording, en: "The title.", zh: "名称。"),
        .required("at least", .number, en: "Where it begins.", zh: "起点。"),
      ]),
  ]
}
