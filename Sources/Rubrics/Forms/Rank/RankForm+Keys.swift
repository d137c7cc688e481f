extension RankForm {
  static let constructs = [
    Construct(
      "rank", en: "Place within the cohort.", zh: "按同组名次。",
      [
        .required(
          "rank", .feel, en: "The number by which subjects are compared.", zh: "按哪个数比较。"),
        .required(
          "best", .choice(["high", "low"]), en: "Whether a high or a low number is best.",
          zh: "数大为优（high）还是数小为优（low）。"),
        .optional("places", .map(.number), en: "Up to this place: points.", zh: "到第几名为止: 分数。"),
        .optional(
          "top", .map(.number), en: "Or up to this share of the cohort: points.",
          zh: "或到同组的前多少为止: 分数。"),
        .required(
          "others", .either([.number, .record("pro rata")]), en: "What those behind them get.",
          zh: "其余的得分。"),
        .optional(
          "ties", .choice(["better", "mean"]),
          en:
            "Equal ones share the better place, or the mean of the points of their places; better by default.",
          zh: "并列者同取较前名次（better，默认），或平分所占名次的分数（mean）。"),
      ]),
    Construct(
      "pro rata", en: "Points in proportion to the first.", zh: "按与第一名之比给分。",
      [
        .required("pro rata to", .choice(["first"]), en: "The first of the cohort.", zh: "同组第一名。"),
        .required(
          "at most", .number, en: "Never more than this.", zh: "不超过多少分。"),
      ]),
  ]
}
