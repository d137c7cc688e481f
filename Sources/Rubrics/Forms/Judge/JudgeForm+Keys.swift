extension JudgeForm {
  static let constructs = [
    Construct(
      "judge", en: "Assessors' marks on a scale.", zh: "评审打分。",
      [.required("judge", .record("judge scale"), en: "The scale.", zh: "量表。")]),
    Construct(
      "judge scale", en: "A described scale.", zh: "评分量表。",
      [
        .optional(
          "role", .text, en: "Whose marks count, where the item names no panel.",
          zh: "以谁的评分为准（未写评审组时）。"),
        .required("from", .number, en: "The least mark.", zh: "最低分。"),
        .required("to", .number, en: "The greatest mark.", zh: "最高分。"),
        .optional(
          "step", .number, en: "Marks are multiples of it above the least.", zh: "打分的最小间隔。"),
        .optional(
          "combine", .choice(["mean", "median", "min", "max", "trimmed mean"]),
          en: "How several are combined; with `role`.", zh: "多份评分如何合并（与 `role` 同写）。"),
        .optional(
          "at least", .count, en: "Fewer marks are unknown; with `role`.",
          zh: "评分少于此数为未知（与 `role` 同写）。"),
        .optional("bands", .list(.record("judge band")), en: "What marks mean.", zh: "各分数段的含义。"),
      ]),
    Construct(
      "judge band", en: "What marks from here on mean.", zh: "一个分数段。",
      [
        .required("at least", .number, en: "Where it begins.", zh: "起点。"),
        .required("says", .wording, en: "What it means.", zh: "含义。"),
      ]),
  ]
}
