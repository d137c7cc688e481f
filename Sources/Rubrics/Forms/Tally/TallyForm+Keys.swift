extension TallyForm {
  static let constructs = [
    Construct(
      "tally", en: "Points by how many of a list hold.", zh: "按成立的条数给分。",
      [
        .required("tally", .list(.record("tally entry")), en: "The conditions.", zh: "各条件。"),
        .required("at least", .map(.number), en: "Count: points.", zh: "条数不少于: 分数。"),
        .required("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
      ]),
    Construct(
      "tally entry", en: "One condition.", zh: "一个条件。",
      [
        .required("id", .identifier, en: "Unique in the item.", zh: "在指标内唯一。"),
        .required("when", .feel, en: "The condition.", zh: "条件。"),
        .optional("says", .wording, en: "The condition in a sentence.", zh: "用一句话说明条件。"),
      ]),
  ]
}
