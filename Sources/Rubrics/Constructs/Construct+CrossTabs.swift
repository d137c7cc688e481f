extension Construct {
  /// Either spelling of a decision table.
  package static let decisionTable = Kind.either([.record("decision table"), .record("cross-tab")])

  private static let inputs = Kind.either([
    .feel, .record("table input"), .list(.either([.feel, .record("table input")])),
  ])

  static let crossTabs = [
    Construct(
      "cross-tab",
      en: "A decision table as a grid: each cell is the result of its row and its column.",
      zh: "交叉表：行列交叉处就是结果。",
      [
        .required("across", inputs, en: "The input, or inputs, across.", zh: "横向的输入，可以有几个。"),
        .required(
          "columns", .list(.either([.tests, .list(.feel)])),
          en: "The heads of the columns: a test each; of several inputs across, a list of tests.",
          zh: "各列的表头，每列一个条件；横向有几个输入时写条件的列表。"),
        .required("down", inputs, en: "The input, or inputs, down.", zh: "纵向的输入，可以有几个。"),
        .required(
          "rows", .list(.either([.list(.feel), .record("rule")])),
          en: "Each row: a test for each input down, then a result under each column.",
          zh: "每一行：纵向每个输入一个条件，随后每列一个结果。"),
        .optional("output", .choice(typeNames), en: "The type of the results.", zh: "结果的类型。"),
        .optional(
          "default", .feel, en: "The result where no row or no column holds.",
          zh: "没有哪一行或哪一列成立时的结果。"),
      ])
  ]
}
