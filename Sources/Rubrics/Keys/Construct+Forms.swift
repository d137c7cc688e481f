extension Construct {
  /// A form is named for its first key.
  static let formNames = (forms + ComputedForms.constructs + relations).filter {
    !$0.name.contains(" ")
  }.map(\.name)

  private static let thresholds = Kind.map(.number)

  static let emptyWords = ["pass", "full", "fail", "not applicable", "unknown"]

  /// Of a form that looks at a number.
  static let ifEmpty = Key.optional(
    "if empty", .either([.choice(emptyWords), .number]),
    en:
      "What nothing gives (no rows, nothing that a filter passes, a zero below): a number that stands for the value, or what the item gives.",
    zh: "没有内容（没有行、筛选后一条不剩、除数为零）时怎么算：写一个数，当作取值；或写指标的结果。")

  static let forms = [
    Construct(
      "check", en: "A condition: full points or none.", zh: "一个条件：满分或零分。",
      [
        .required("check", .feel, en: "The condition.", zh: "条件。"),
        .optional(
          "if empty", .choice(emptyWords), en: "What a table without rows gives.",
          zh: "表中没有行时的结果。"),
      ]),
    Construct(
      "choose", en: "One of exclusive options.", zh: "几个互斥选项之一。",
      [
        .required("choose", .feel, en: "The value.", zh: "取值。"),
        .required("options", thresholds, en: "Value: points.", zh: "值: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional(
          "if empty", .choice(emptyWords), en: "What a value that came to nothing gives.",
          zh: "没有可供计算的内容时的结果。"),
      ]),
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
    Construct(
      "degree", en: "An assessor's band and value, with a reason.", zh: "程度分：评审选档、给值并说明理由。",
      [.required("degree", .record("degree scale"), en: "The scale.", zh: "量表。")]),
    Construct(
      "degree scale", en: "The bands of a degree.", zh: "程度分的档位。",
      [
        .optional(
          "role", .text, en: "Whose judgement counts, where the item names no panel.",
          zh: "以谁的评判为准（未写评审组时）。"),
        .required("scale", .number, en: "The greatest value.", zh: "最大值。"),
        .required("bands", .list(.record("degree band")), en: "Best first.", zh: "从高到低。"),
        .optional(
          "combine", .choice(["mean", "median", "min", "max"]), en: "How several are combined.",
          zh: "多份评判如何合并。"),
        .optional("at least", .count, en: "Fewer judgements are unknown.", zh: "评判少于此数为未知。"),
      ]),
    Construct(
      "degree band", en: "A band.", zh: "一档。",
      [
        .required("id", .identifier, en: "Unique in the item.", zh: "在指标内唯一。"),
        .optional("title", .wording, en: "The title.", zh: "名称。"),
        .required("at least", .number, en: "Where it begins.", zh: "起点。"),
      ]),
    Construct(
      "steps", en: "A ladder over one number.", zh: "按一个数分级给分。",
      [
        .required("steps", .feel, en: "The number.", zh: "数值。"),
        .optional("at least", thresholds, en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("more than", thresholds, en: "Threshold: points.", zh: "高于: 分数。"),
        .optional("at most", thresholds, en: "Threshold: points.", zh: "不高于: 分数。"),
        .optional("less than", thresholds, en: "Threshold: points.", zh: "低于: 分数。"),
        .optional(
          "lines", .map(.number), en: "Unary tests: points; complete and free of overlap.",
          zh: "条件: 分数；须无遗漏、无重叠。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        ifEmpty,
      ]),
    Construct(
      "each", en: "A base, more for each unit, a cap.", zh: "基数、每单位加分、上限。",
      [
        .required("each", .feel, en: "The number.", zh: "数值。"),
        .required("base", .record("each base"), en: "The base.", zh: "基数。"),
        .required("step", .record("each step"), en: "More for each unit.", zh: "每单位加多少。"),
        .required("cap", .number, en: "The most.", zh: "上限。"),
        .required("below base", .number, en: "Points below the base.", zh: "不到基数时的分数。"),
        ifEmpty,
      ]),
    Construct(
      "each base", en: "The base of `each`.", zh: "`each` 的基数。",
      [
        .required("at", .number, en: "The number it stands for.", zh: "对应的数值。"),
        .required("points", .number, en: "Its points.", zh: "分数。"),
      ]),
    Construct(
      "each step", en: "What a unit adds.", zh: "一个单位加多少。",
      [
        .required("every", .number, en: "The size of a unit.", zh: "单位大小。"),
        .required("points", .number, en: "Points for a unit.", zh: "每单位分数。"),
        .required(
          "units", .choice(["full", "started"]), en: "How a part of a unit counts.", zh: "不足一单位如何计。"
        ),
      ]),
    Construct(
      "lose", en: "From full marks, a loss for each unit or event.", zh: "从满分起，按单位或次数扣。",
      [
        .required("lose", .feel, en: "Units short, or events.", zh: "短缺的单位数或次数。"),
        .required("step", .record("lose step"), en: "The loss for each unit.", zh: "每单位扣多少。"),
        .optional("free", .number, en: "So many cost nothing; 0 by default.", zh: "不扣分的数量，默认 0。"),
        .required("floor", .number, en: "The least points left.", zh: "扣到多少为止。"),
        .optional("all from", .number, en: "From so many on nothing is left.", zh: "达到此数全部扣完。"),
        ifEmpty,
      ]),
    Construct(
      "lose step", en: "What a unit costs.", zh: "一个单位扣多少。",
      [
        .required("every", .number, en: "The size of a unit.", zh: "单位大小。"),
        .required("points", .number, en: "Points lost for a unit.", zh: "每单位扣分。"),
        .required(
          "units", .choice(["full", "started", "exact"]), en: "How a part of a unit counts.",
          zh: "不足一单位如何计。"),
      ]),
    Construct(
      "tally", en: "Points by how many of a list hold.", zh: "按成立的条数给分。",
      [
        .required("tally", .list(.record("tally entry")), en: "The conditions.", zh: "各条件。"),
        .required("at least", thresholds, en: "Count: points.", zh: "条数不少于: 分数。"),
        .required("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
      ]),
    Construct(
      "tally entry", en: "One condition.", zh: "一个条件。",
      [
        .required("id", .identifier, en: "Unique in the item.", zh: "在指标内唯一。"),
        .required("when", .feel, en: "The condition.", zh: "条件。"),
        .optional("says", .wording, en: "The condition in a sentence.", zh: "用一句话说明条件。"),
      ]),
    Construct(
      "table", en: "Points by a decision table.", zh: "按决策表给分。",
      [
        .required("table", .record("decision table"), en: "One output: points.", zh: "唯一输出为分数。"),
        ifEmpty,
      ]),
    Construct(
      "formula", en: "A number, clamped to a range.", zh: "一个数，限制在给定范围内。",
      [
        .required("formula", .feel, en: "The number.", zh: "数值。"),
        .required("from", .number, en: "The least; may be negative.", zh: "下限，可为负。"),
        .required("to", .number, en: "The greatest.", zh: "上限。"),
        ifEmpty,
      ]),
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
    Construct(
      "survey", en: "Share or mean of answers.", zh: "按问卷的比例或均值给分。",
      [
        .required("survey", .text, en: "The survey.", zh: "问卷。"),
        .optional("share", .feel, en: "A condition over one answer.", zh: "对一份答卷的条件。"),
        .optional("mean", .feel, en: "A number over one answer.", zh: "一份答卷的数值。"),
        .required("respondents", .count, en: "Fewer are unknown.", zh: "答卷少于此数为未知。"),
        .optional("at least", thresholds, en: "Threshold: points.", zh: "不低于: 分数。"),
        .optional("else", .number, en: "Points otherwise.", zh: "其他情况的分数。"),
        .optional("full at", .number, en: "Full marks from here on.", zh: "达到此值得满分。"),
        .optional("zero at", .number, en: "Nothing up to here.", zh: "到此值为零分。"),
      ]),
    Construct(
      "import", en: "Another result, rescaled.", zh: "引用并换算其他结果。",
      [
        .required(
          "import", .feel, en: "The grade or the score that somebody else gave.",
          zh: "其他考核给出的等级或得分。"),
        .optional("scale", thresholds, en: "Grade: points.", zh: "等级: 分数。"),
        .optional("at least", thresholds, en: "Threshold: points.", zh: "不低于: 分数。"),
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
      ]),
  ]
}
