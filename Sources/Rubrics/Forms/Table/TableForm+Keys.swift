extension TableForm {
  static let constructs = [
    Construct(
      "table", en: "Points by a decision table.", zh: "按决策表给分。",
      [
        .required("table", Construct.decisionTable, en: "One output: points.", zh: "唯一输出为分数。"),
        Construct.ifEmpty,
      ])
  ]
}
