extension Construct {
  private static let period = Kind.record("period")

  /// What came of it, for whoever is looked at.
  private static let result: [Key] = [
    .optional("score", .number, en: "The score.", zh: "得分。"),
    .optional("low", .number, en: "Or its lower end.", zh: "或得分下限。"),
    .optional("high", .number, en: "And its upper end.", zh: "和得分上限。"),
    .optional("grade", .text, en: "The grade's id.", zh: "等级标识。"),
    .optional("best", .text, en: "Or the best it can be.", zh: "或可能的最高等级。"),
    .optional("worst", .text, en: "And the worst.", zh: "和可能的最低等级。"),
    .optional(
      "status", .choice(["not evaluated", "missing"]), en: "Where there is no result.",
      zh: "没有结果时。"),
  ]

  private static let evidence: [Key] = [
    .optional("facts", .map(.cell), en: "Cells by fact.", zh: "各项输入。"),
    .optional("tables", .map(.list(.map(.cell))), en: "Rows by table.", zh: "各表的行。"),
    .optional("surveys", .map(.list(.map(.cell))), en: "Rows by survey.", zh: "各问卷的行。"),
    .optional(
      "documents", .map(.either([.count, .list(.record("test document"))])),
      en: "Files, or how many, by kind.", zh: "各种文件或其数量。"),
    .optional(
      "judgements", .list(.record("test judgement")), en: "Assessors' marks.", zh: "评审意见。"),
    .optional(
      "findings", .map(.choice(["alleged", "confirmed", "dismissed"])), en: "Findings by kind.",
      zh: "各种问题的状态。"),
    .optional(
      "children", .list(.record("test child")), en: "Results of those below.", zh: "下级的结果。"),
    .optional(
      "results", .list(.record("test result")),
      en: "Results of the round that facts take over, of the subject or of a party.",
      zh: "供输入引用的本轮结果，属于对象自身或某一方。"),
  ]

  /// `<name>.tests.yaml`, of rubrics and of policies.
  static let tests = [
    Construct(
      "tests", en: "A file of rubric tests.", zh: "细则测试文件。",
      [
        .required(
          "tests", .text, en: "The rubric or policy file, relative.", zh: "被测的细则或政策文件（相对路径）。"),
        .optional(
          "source", .wording, en: "Source and licence of published rows.", zh: "所引公开数据的出处和许可。"),
        .optional(
          "others", .map(.list(.text)), en: "The grades of other rubrics, best first, by rubric.",
          zh: "其他细则的等级（从高到低），按细则。"),
        .required("cases", .list(.record("test case")), en: "The cases.", zh: "各用例。"),
      ]),
    Construct(
      "test case", en: "Small evidence and the expected outcome.", zh: "一小份证据和预期结果。",
      [
        .required("name", .text, en: "A sentence about behaviour.", zh: "用一句话说明行为。"),
        .optional("mode", .choice(["final", "self"]), en: "final by default.", zh: "默认 final。"),
        .optional("period", period, en: "The period.", zh: "评估期。"),
        .optional("as of", .date, en: "The only clock.", zh: "唯一的时钟。"),
      ] + evidence + [
        .optional(
          "cohort", .list(.record("test member")),
          en: "The others of the cohort; the case itself belongs to it.", zh: "同组的其他对象；本用例自身也在其中。"),
        .optional(
          "history", .anything, en: "Earlier results, the latest last.", zh: "历史结果，最近的在最后。"),
        .optional(
          "re-evaluation", .boolean, en: "Whether it is a re-evaluation.", zh: "是否复评。"),
        .optional("contract", .anything, en: "The contract, for policies.", zh: "合同（政策用）。"),
        .optional("result", .anything, en: "The result, for policies.", zh: "评估结果（政策用）。"),
        .optional(
          "parties", .map(.text), en: "Who stands in which role, for policies.", zh: "各相关方（政策用）。"),
        .optional(
          "among", .list(.record("test other")),
          en: "The others of the round on whom the policy decides.", zh: "本轮中同一政策的其他对象。"),
        .optional(
          "expect", .record("expectation"), en: "What must come out; this or `computed`.",
          zh: "预期结果；与 computed 二者写一。"),
        .optional(
          "computed", .record("expectation"),
          en: "What the program says, of a case that nobody has ticked yet: it proves nothing.",
          zh: "程序算得的结果，尚无人核对：不算通过。"),
      ]),
    Construct(
      "test member", en: "Another subject of the cohort, with its evidence.", zh: "同组的另一个对象及其证据。",
      [.required("id", .identifier, en: "Who.", zh: "谁。")] + evidence),
    Construct(
      "test other", en: "Another subject of the round, for policies.", zh: "本轮的另一个对象（政策用）。",
      [
        .required("id", .identifier, en: "Who.", zh: "谁。"),
        .optional("facts", .map(.cell), en: "Cells by fact.", zh: "各项输入。"),
        .optional(
          "findings", .map(.choice(["alleged", "confirmed", "dismissed"])),
          en: "Findings by kind.", zh: "各种问题的状态。"),
        .optional(
          "history", .anything, en: "Earlier results, the latest last.", zh: "历史结果，最近的在最后。"),
        .optional("contract", .anything, en: "The contract.", zh: "合同。"),
        .optional("result", .anything, en: "The result.", zh: "评估结果。"),
        .optional("parties", .map(.text), en: "Who stands in which role.", zh: "各相关方。"),
      ]),
    Construct(
      "test child", en: "The result of one below.", zh: "一个下级的结果。",
      [
        .required("id", .identifier, en: "Who.", zh: "谁。"),
        .optional(
          "rubric", .text, en: "By which rubric; that of the form by default.",
          zh: "按哪份细则，默认为计分形式所写的。"),
        .optional("kind", .identifier, en: "The kind of subject.", zh: "对象的类别。"),
        .optional("level", .count, en: "Levels below; 1 by default.", zh: "低几级，默认 1。"),
      ] + result + [
        .optional("values", .map(.cell), en: "Numbers by fact or figure.", zh: "各项数值。")
      ]),
    Construct(
      "test result", en: "A result of the same round.", zh: "本轮的一个结果。",
      [
        .required("rubric", .identifier, en: "By which rubric.", zh: "按哪份细则。"),
        .optional(
          "party", .identifier,
          en: "In which role its subject stands; without it, the subject itself.",
          zh: "属于哪一方（角色）；不写即对象自身。"),
      ] + result),
    Construct(
      "period", en: "A period.", zh: "一段时期。",
      [
        .required("from", .date, en: "First day.", zh: "首日。"),
        .required("to", .date, en: "Last day.", zh: "末日。"),
      ]),
    Construct(
      "test document", en: "A file.", zh: "一份文件。",
      [
        .required("file", .text, en: "Its name.", zh: "文件名。"),
        .optional("dated", .date, en: "Its date.", zh: "日期。"),
        .optional("from", .date, en: "Valid from.", zh: "起始日。"),
        .optional("to", .date, en: "Valid to.", zh: "截止日。"),
        .optional("pages", .count, en: "Pages.", zh: "页数。"),
        .optional("stage", .text, en: "The stage it was shown at.", zh: "所属阶段。"),
      ]),
    Construct(
      "test judgement", en: "One assessor's marks.", zh: "一位评审的评分。",
      [
        .required("by", .text, en: "Who.", zh: "评审人。"),
        .required("role", .text, en: "In which role.", zh: "身份。"),
        .optional("date", .date, en: "When.", zh: "日期。"),
        .optional("stage", .text, en: "The stage.", zh: "阶段。"),
        .optional("stands in for", .text, en: "In whose place.", zh: "代替谁评判。"),
        .optional(
          "relations", .list(.record("test relation")), en: "Ties that the assessor declares.",
          zh: "评审申报的关系。"),
        .required(
          "marks", .map(.either([.number, .record("mark")])), en: "Marks by item.", zh: "各指标的评分。"),
        .optional(
          "faults", .list(.record("test fault")), en: "What a visit found.", zh: "走访指出的问题。"),
        .optional(
          "follow-ups", .map(.choice(["done", "partly", "not done"])),
          en: "What became of earlier faults, by id.", zh: "此前问题的整改情况，按标识。"),
      ]),
    Construct(
      "test fault", en: "A fault that a visit found.", zh: "走访指出的一个问题。",
      [
        .required("id", .text, en: "Its id.", zh: "标识。"),
        .optional("item", .text, en: "The item that it bears on.", zh: "有关的指标。"),
        .optional("due", .date, en: "Until when it is to be put right.", zh: "整改期限。"),
      ]),
    Construct(
      "test relation", en: "A declared tie.", zh: "一项申报的关系。",
      [
        .optional(
          "employed by", .text, en: "An employer: a name, `subject`, or a party's role.",
          zh: "任职单位：名称、subject 或相关方的角色。"),
        .optional("to", .text, en: "Or another tie, to whom.", zh: "或其他关系的对方。"),
        .optional("kind", .text, en: "The kind of tie.", zh: "关系的种类。"),
        .optional("until", .date, en: "When it ended.", zh: "何时结束。"),
      ]),
    Construct(
      "mark", en: "A mark with its reason.", zh: "带理由的评分。",
      [
        .optional("mark", .number, en: "The mark.", zh: "分数。"),
        .optional("band", .identifier, en: "The band.", zh: "档位。"),
        .optional("value", .number, en: "The value inside the band.", zh: "档内取值。"),
        .optional("reason", .wording, en: "The reason.", zh: "理由。"),
      ]),
    Construct(
      "expectation", en: "What must come out; what is not written is not checked.",
      zh: "预期结果；未写的不检查。",
      [
        .optional("score", .number, en: "The exact score.", zh: "得分。"),
        .optional("low", .number, en: "The lowest score.", zh: "最低得分。"),
        .optional("high", .number, en: "The highest score.", zh: "最高得分。"),
        .optional("grade", .text, en: "The grade's id.", zh: "等级标识。"),
        .optional(
          "worst", .text, en: "The worst grade that is left, where the grade is open.",
          zh: "等级待定时，可能的最低等级。"),
        .optional(
          "best", .text, en: "The best grade that is left, where the grade is open.",
          zh: "等级待定时，可能的最高等级。"),
        .optional("stars", .count, en: "Stars.", zh: "星数。"),
        .optional("status", .text, en: "The status.", zh: "状态。"),
        .optional(
          "valid until", .date, en: "The last day of the grade.", zh: "等级有效期的末日。"),
        .optional("items", .map(.text), en: "Points or outcome by item.", zh: "各指标的分数或结局。"),
        .optional("sections", .map(.text), en: "Points by section.", zh: "各部分的分数。"),
        .optional("figures", .map(.text), en: "Values by figure.", zh: "各中间数的值。"),
        .optional("action", .text, en: "The action, for policies.", zh: "建议（政策用）。"),
        .optional(
          "conditions", .count, en: "How many conditions go with the action, for policies.",
          zh: "所附条件的个数（政策用）。"),
        .optional(
          "money", .map(.either([.number, .list(.number), .text])),
          en: "Amounts, for policies: a number, `[least, most]`, `none` or `unknown`.",
          zh: "金额（政策用）：一个数、[最低, 最高]、none 或 unknown。"),
        .optional(
          "instalments", .map(.map(.text)),
          en: "By amount and instalment: `due`, `withheld` or `open`, and how much.",
          zh: "按金额和分期：due、withheld 或 open，以及数额（政策用）。"),
      ]),
  ]
}
