extension PartsForm {
  static let constructs = [
    Construct(
      "parts", en: "A sum of parts, each with its condition.", zh: "组合分：各部分各有条件，相加。",
      [.required("parts", .list(.record("part entry")), en: "The parts.", zh: "各部分。")]),
    Construct(
      "part entry", en: "One part.", zh: "组合分的一部分。",
      [
        .required("id", .identifier, en: "Unique in the item.", zh: "在指标内唯一。"),
        .required("points", .number, en: "Its points.", zh: "分值。"),
        .required("when", .feel, en: "Its condition.", zh: "条件。"),
        .required("says", .wording, en: "The condition in a sentence.", zh: "用一句话说明条件。"),
      ]),
  ]
}
