extension InterpolateForm {
  static let constructs = [
    Construct(
      "interpolate", en: "Straight lines between break points.", zh: "内插法：两点之间按比例给分。",
      [
        .required("interpolate", .feel, en: "The number.", zh: "数值。"),
        .required(
          "between", .map(.number), en: "Value: points; two break points or more.",
          zh: "数值: 分数；至少两点。"),
        .required("below", .number, en: "Points under the least value.", zh: "低于最小值时的分数。"),
        .required("above", .number, en: "Points over the greatest value.", zh: "高于最大值时的分数。"),
        Construct.ifEmpty,
      ])
  ]
}
