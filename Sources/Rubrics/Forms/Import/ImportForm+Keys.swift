extension ImportForm {
  static let constructs = [
    Construct(
      "import", en: "Another result, rescaled.", zh: "引用并换算其他结果。",
      [
        .required(
          "import", .feel, en: "The grade or the score that somebody else gave.",
          zh: "其他考核给出的等级或得分。"),
        .optional("scale", .map(.number), en: "Grade: points.", zh: "等级: 分数。"),
        .optional("at least", .map(.number), en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional("full at", .number, en: "Full marks from here on.", zh: "达到此值得满分。"),
        .optional("zero at", .number, en: "Nothing up to here.", zh: "到此值为零分。"),
        .optional(
          "dated", .feel, en: "The date of that result; a result of this round has none.",
          zh: "该结果的日期；本轮的结果不写。"),
        .optional(
          "valid", .text, en: "How long it counts from then on: `3 years`.",
          zh: "自该日起多久有效，如 `3 years`。"),
        .optional(
          "valid until", .feel, en: "Or its last day, as whoever gave it said.",
          zh: "或由给出方写明的有效期末日。"),
        .optional(
          "if expired", .choice(["unknown", "zero", "not applicable"]),
          en: "What an expired result gives; with `valid` or `valid until`.",
          zh: "过期后的结果（与 `valid` 或 `valid until` 同写）。"),
        .required("from", .wording, en: "Who gave it; printed.", zh: "由谁给出，随结果打印。"),
      ])
  ]
}
