extension SurveyForm {
  static let constructs = [
    Construct(
      "survey", en: "Share or mean of answers.", zh: "按问卷的比例或均值给分。",
      [
        .required("survey", .text, en: "The survey.", zh: "问卷。"),
        .optional("share", .feel, en: "A condition over one answer.", zh: "对一份答卷的条件。"),
        .optional("mean", .feel, en: "A number over one answer.", zh: "一份答卷的数值。"),
        .required("respondents", .count, en: "Fewer are unknown.", zh: "答卷少于此数为未知。"),
        .optional("at least", .map(.number), en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional("full at", .number, en: "Full marks from here on.", zh: "达到此值得满分。"),
        .optional("zero at", .number, en: "Nothing up to here.", zh: "到此值为零分。"),
      ])
  ]
}
