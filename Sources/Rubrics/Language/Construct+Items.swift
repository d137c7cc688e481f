extension Construct {
  private static func itemKeys(_ amount: Key) -> [Key] {
    [
      .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
      .required("title", .wording, en: "The title.", zh: "标题。"),
      amount,
      .required("says", .wording, en: "The rule in one plain sentence.", zh: "用一句平实的话说明规则。"),
      .optional("cite", .text, en: "Source id, then where in it.", zh: "依据的标识，随后是其中的位置。"),
      .required("basis", .record("basis"), en: "Where rule and points come from.", zh: "规则和分值的依据。"),
      .optional(
        "measures", .choice(["input", "process", "output", "outcome", "voice"]),
        en: "What kind of thing it measures.", zh: "衡量的是哪一类事。"),
      .optional(
        "evidence", .list(.either([.text, .map(.choice(["optional", "required"]))])),
        en: "The documents it needs.", zh: "需要的文件。"),
      .optional("applies when", .feel, en: "When it applies.", zh: "何时适用。"),
      .optional(
        "otherwise", .choice(["drop", "full", "block", "cohort mean"]),
        en: "What happens when it does not apply.", zh: "不适用时如何处理。"),
      .optional("void", .record("void"), en: "What makes it zero.", zh: "什么情况下记零分。"),
      .optional("excused", .record("excuse"), en: "What excuses a loss.", zh: "什么情况下失分可免责。"),
      .optional(
        "null", .choice(["not applicable", "0"]),
        en: "What a null result means; unknown by default.",
        zh: "结果为 null 时的含义，默认为未知。"),
      .optional(
        "when closed", .choice(Closing.allCases.map(\.rawValue)), en: "Instead of the total's.",
        zh: "代替总分处的规定。"),
      .optional("round", .record("rounding"), en: "Rounding of its points.", zh: "得分的舍入。"),
      .optional("advice", .wording, en: "What helps to earn more.", zh: "改进建议。"),
      .optional(
        "to confirm", .list(.wording), en: "What its rule leaves open until somebody answers.",
        zh: "规则里没有写清、有待确认的问题。", aliases: ["待确认"]),
      .required(
        "score", .variant(formNames), en: "One scoring form.", zh: "一种计分形式。", aliases: ["计分"]),
      .optional(
        "panel", .text, en: "The panel that judges it, instead of a `role` in the form.",
        zh: "由哪个评审组评判，代替形式里的 `role`。"),
      .optional(
        "stages", .either([.list(.text), .map(.number)]),
        en: "The stages it is scored at, or stage: weight.", zh: "在哪些阶段计分，或“阶段: 权重”。"),
    ]
  }

  static let items = [
    Construct(
      "item", en: "The smallest thing that earns points.", zh: "一项指标。",
      itemKeys(.required("points", .number, en: "Full marks.", zh: "满分。", aliases: ["分值"]))),
    Construct(
      "deduction", en: "An item whose form gives a loss.", zh: "扣分项。",
      itemKeys(.required("cap", .number, en: "The most it takes away.", zh: "最多扣多少分。"))),
    Construct(
      "void", en: "What makes an item zero.", zh: "指标记零分的规定。",
      [
        .optional("finding", .text, en: "A kind of finding.", zh: "问题种类。"),
        .optional("when", .feel, en: "Or a condition.", zh: "或一个条件。"),
        gateClosing,
        .optional("says", .wording, en: "The reason in a sentence.", zh: "用一句话说明理由。"),
      ]),
    Construct(
      "excuse", en: "What excuses a loss.", zh: "失分的免责。",
      [
        .required("when", .feel, en: "The condition.", zh: "条件。"),
        .optional(
          "by", .either([.identifier, .list(.identifier)]),
          en: "The party and item charged instead, `town.funds-paid`; one or several.",
          zh: "改由谁的哪项承担，例如 `town.funds-paid`，一项或多项。"),
        .optional(
          "charged to", .choice(["nobody"]), en: "Instead of `by`: nobody is charged.",
          zh: "代替 `by`：不由任何一方承担。"),
        .optional("because", .wording, en: "Why nobody is charged.", zh: "为何无人承担。"),
        .required(
          "then", .choice(["drop", "full", "mean", "cohort mean"]),
          en: "What happens to the points.",
          zh: "分数如何处理。"),
        .optional("says", .wording, en: "The reason in a sentence.", zh: "用一句话说明理由。"),
      ]),
  ]

  private static let trigger: [Key] = [
    .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
    .optional("when", .feel, en: "The condition.", zh: "条件。"),
    .optional("finding", .text, en: "Or a kind of finding.", zh: "或问题种类。"),
    .optional("says", .wording, en: "The reason in a sentence.", zh: "用一句话说明理由。"),
    .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
  ]

  static let gateClosing = Key.optional(
    "when closed", .choice(["fires", "open"]),
    en: "What it does when nobody has decided it at closing; `open` by default.",
    zh: "截止时仍无定论的如何处理：`fires` 视为触发，`open` 结果待定（默认）。")

  static let grades = [
    Construct(
      "bar", en: "A bar to evaluation.", zh: "不予参评的情形。",
      trigger + [
        .optional(
          "when closed", .choice(["not evaluated", "open"]),
          en: "What it does when nobody has decided it at closing; `open` by default.",
          zh: "截止时仍无定论的如何处理：`not evaluated` 不予评定，`open` 结果待定（默认）。"),
        .required(
          "status", .wording, en: "The status it gives: words, or a string fact.",
          zh: "给出的状态：文字，或一项字符串输入。"),
      ]),
    Construct(
      "gate", en: "A cap or a veto.", zh: "等级上限或一票否决。",
      trigger + [
        gateClosing,
        .optional("grade", .text, en: "The greatest grade left.", zh: "最高只能评为的等级。"),
        .optional("stars", .count, en: "Or the greatest number of stars.", zh: "或最高星数。"),
        .optional("score", .number, en: "A veto's score.", zh: "否决后的得分。"),
      ]),
    Construct(
      "grade", en: "A line of the grades.", zh: "一个等级。",
      [
        .required("id", .text, en: "Unique in the rubric.", zh: "在细则内唯一。"),
        .required("title", .wording, en: "The title.", zh: "名称。"),
        .optional("stars", .count, en: "Stars.", zh: "星数。"),
        .optional("at least", .number, en: "From this total on.", zh: "总分不低于。"),
        .optional(
          "at most", .number, en: "Up to this total, where low is good.", zh: "总分不高于（低者为优）。"),
        .optional("every section", .number, en: "Least share of every section.", zh: "每部分得分率不低于。"),
        .optional(
          "sections", .map(.number), en: "Least share of single sections.", zh: "某部分得分率不低于。"),
        .optional("basis", .record("basis"), en: "Where the line comes from.", zh: "等级线的依据。"),
        .optional("says", .wording, en: "The rule in a sentence.", zh: "用一句话说明。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
    Construct(
      "grades by table", en: "Grades by a decision table.", zh: "由决策表定级。",
      [
        .required("by", decisionTable, en: "Gives a grade id.", zh: "给出等级标识的决策表。"),
        .required("lines", .list(.record("grade")), en: "The grades, best first.", zh: "等级，从高到低。"),
      ]),
  ]
}
