extension FormulaForm {
  static let constructs = [
    Construct(
      "formula", en: "A number, clamped to a range.", zh: "一个数，限制在给定范围内。",
      [
        .required("formula", .feel, en: "The number.", zh: "数值。"),
        .required("from", .number, en: "The least; may be negative.", zh: "下限，可为负。"),
        .required("to", .number, en: "The greatest.", zh: "上限。"),
        Construct.ifEmpty,
      ])
  ]
}
