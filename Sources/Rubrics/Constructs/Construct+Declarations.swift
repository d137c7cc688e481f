import Formats

extension Construct {
  static let typeNames = [
    "number", "boolean", "string", "date", "time", "date and time", "days and time duration",
    "years and months duration",
  ]

  static let roundingModes = [
    "half up", "half even", "half down", "up", "down", "floor", "ceiling",
  ]

  private static let declarationKeys: [Key] = [
    .required("type", .choice(typeNames), en: "The type of the value.", zh: "值的类型。"),
    .optional("unit", .text, en: "The unit, as a label.", zh: "单位（标签）。"),
    .optional("whole", .boolean, en: "Only integers can occur.", zh: "只会出现整数。"),
    .optional("must be", .tests, en: "Tests that the value must pass.", zh: "值必须满足的条件。"),
    .optional("one of", .list(.text), en: "The texts that are allowed.", zh: "允许的文字。"),
    .optional(
      "absent", .text, en: "What an empty cell means: unknown (default), null, or a value.",
      zh: "空格的含义：unknown（默认）、null 或某个值。"),
    .optional(
      "blanks", .list(.text), en: "Further spellings of empty.", zh: "也视为空的写法。"),
    .optional(
      "header", .either([.text, .list(.text)]), en: "What the files call it.", zh: "文件里的列名。"),
    .optional("private", .boolean, en: "Never leaves the bundle.", zh: "不离开证据包。"),
    .optional(
      "booleans", .record("booleans"), en: "Spellings of true and false.", zh: "真与假的写法。"),
    .optional(
      "order", .choice(DateRule.Order.allCases.map(\.rawValue)),
      en: "In which order its days are written, where the year is not first: `03/04/2024`.",
      zh: "年份不在最前时，日期各部分的次序，如 `03/04/2024`。"),
    .optional(
      "same", .list(.choice(FoldedName.Way.allCases.map(\.rawValue))),
      en:
        "In what its texts may differ and be the same; `[]`: they differ where they differ at all.",
      zh: "文字仅在这些方面不同时仍算同一个；`[]` 表示只要不同就算两个。"),
    .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
    .optional(
      "from", .identifier, en: "bundle (default), round, reference, history, or a party.",
      zh: "来源：bundle（默认）、round、reference、history（历史结果）或某一方。"),
    .optional(
      "take", .choice(TakenResult.Part.allCases.map(\.rawValue)),
      en:
        "Takes over a result instead of evidence: its score or grade, of an earlier one also its date or last day.",
      zh: "不取证据，取评估结果：score 得分、grade 等级；历史结果还可取 date 评定日期、until 有效期末日。"),
    .optional(
      "rubric", .identifier, en: "With `take`: the rubric that gave the result.",
      zh: "与 `take` 同写：由哪份细则得出。"),
    .optional(
      "period", .text, en: "With `from: history`: only results of this period.",
      zh: "与 `from: history` 同写：只看这一评估期的结果。"),
    .optional(
      "edition", .text, en: "With `from: history`: only results by this edition.",
      zh: "与 `from: history` 同写：只看这一版次的结果。"),
  ]

  /// What policies declare too.
  static let declarations = [
    Construct(
      "source", en: "A text that rules are cited from.", zh: "规则所依据的文件。",
      [
        .required("title", .wording, en: "The title.", zh: "标题。"),
        .optional("author", .text, en: "Who wrote it.", zh: "作者。"),
        .optional("issuer", .text, en: "Who issued it.", zh: "发布机构。"),
        .optional("number", .text, en: "The document number.", zh: "文号。"),
        .optional("date", .text, en: "When it was published.", zh: "发布日期。"),
        .optional("url", .text, en: "Where it can be read.", zh: "网址。"),
        .optional("licence", .text, en: "The licence of quoted data.", zh: "所引数据的许可。"),
      ]),
    Construct("declaration", en: "A fact or a column.", zh: "一项输入或一列。", declarationKeys),
    Construct(
      "booleans", en: "Spellings of true and false.", zh: "真与假的写法。",
      [
        .required("true", .list(.text), en: "Texts that mean true.", zh: "表示真的文字。"),
        .required("false", .list(.text), en: "Texts that mean false.", zh: "表示假的文字。"),
      ]),
    Construct(
      "table declaration", en: "A table of evidence, or a survey.", zh: "一张证据表或一份问卷。",
      [
        .required("columns", .map(.record("declaration")), en: "The columns.", zh: "各列。"),
        .optional(
          "from", .identifier, en: "bundle (default), round, or a party.",
          zh: "来源：bundle（默认）、round 或某一方。"),
        .optional(
          "also kept by", .list(.identifier),
          en: "Parties that keep a book of the same, under the same name: what differs is told.",
          zh: "同一事实另有哪几方的台账（同名）：两边不一致的会提示。"),
        .optional(
          "fill down", .either([.boolean, .list(.text)]),
          en:
            "Blank cells of the key, or of these columns, and such as 同上, take what stands above.",
          zh: "编号列（或列出的各列）的空格和“同上”取上一行的值。"),
        .optional(
          "rows", .choice(["all"]),
          en: "`all`: every row that is not blank is a record, whatever it looks like.",
          zh: "写 all：不空的行都算记录，不管像不像合计、表头或备注。"),
        .optional(
          "anonymous", .boolean, en: "Of a survey: nobody's answer may be told from the result.",
          zh: "问卷匿名：结果不得透露任何一份答卷。"),
        .optional(
          "at least", .count, en: "Of an anonymous survey: with fewer answers nothing is told.",
          zh: "匿名问卷：答卷少于此数时一概不公布。"),
        .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
        .optional(
          "file", .text, en: "The file where it is not `<name>.csv`.", zh: "文件名（默认为“表名.csv”）。"),
        .optional(
          "sheet", .text,
          en: "The sheet of a workbook that it is, where that is not called as the table.",
          zh: "工作簿里的工作表名（默认与表同名）。"),
      ]),
    Construct(
      "document", en: "A kind of document.", zh: "一种文件。",
      [
        .optional("accept", .list(.text), en: "File name extensions.", zh: "接受的扩展名。"),
        .optional(
          "dated", .choice(["in the period", "any"]), en: "When it must be dated; any by default.",
          zh: "对日期的要求，默认 any。"),
        .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
      ]),
    Construct(
      "finding", en: "A kind of finding.", zh: "一种问题。",
      [.optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。")]),
    Construct(
      "figure", en: "A named figure.", zh: "一个具名的中间数。",
      [
        .optional("value", .feel, en: "The expression.", zh: "表达式。"),
        .optional("table", decisionTable, en: "Or a decision table.", zh: "或一张决策表。"),
        .optional(
          "calendar", .choice(calendarPaces), en: "Or a calendar: how long one term of it is.",
          zh: "或一份日程：一期多长。"),
        .optional(
          "over", .feel, en: "Of a calendar: the dates, or the documents, that keep it.",
          zh: "日程所看的日期或文件。"),
        .optional(
          "at least", .count, en: "Of a calendar: how often in each term; 1 by default.",
          zh: "日程每期至少几次，默认 1。"),
        .optional(
          "from", .feel, en: "Of a calendar: its first day; the period's by default.",
          zh: "日程的首日，默认为评估期首日。"),
        .optional(
          "to", .feel, en: "Of a calendar: its last day; the period's by default.",
          zh: "日程的末日，默认为评估期末日。"),
        .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
        .optional("unit", .text, en: "The unit, as a label.", zh: "单位（标签）。"),
        .optional("says", .wording, en: "What it is, in a sentence.", zh: "用一句话说明。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
        .optional(
          "basis", .record("basis"),
          en: "Where it comes from; items that rest on it are sourced as far as it is.",
          zh: "依据；用到它的指标，其条件有无出处随之而定。"),
        .optional("round", .record("rounding"), en: "How its value is rounded.", zh: "取值如何舍入。"),
        .optional(
          "if empty", .number,
          en:
            "Its value where there is nothing: no rows, nothing that a filter passes, a zero below.",
          zh: "没有内容（没有行、筛选后一条不剩、除数为零）时的取值。"),
      ]),
    Construct(
      "rounding", en: "How a number is rounded.", zh: "舍入方法。",
      [
        .required(
          "to", .number, en: "The multiple that is kept, such as 0.1.", zh: "保留到的单位，例如 0.1。"),
        .required("mode", .choice(roundingModes), en: "Which way.", zh: "舍入方式。"),
      ]),
    Construct(
      "basis", en: "Where a rule and its points come from.", zh: "规则和分值的依据。",
      [
        .required("rule", .choice(bases), en: "The condition.", zh: "条件的依据。"),
        .optional("points", .choice(bases), en: "The value.", zh: "分值的依据。"),
      ]),
  ]

  /// How long one term of a calendar is.
  static let calendarPaces = ["month", "quarter", "half year", "year", "period"]

  static let bases = ["source", "paraphrase", "local", "illustrative"]

  static let hitPolicies = [
    "unique", "any", "priority", "first", "rule order", "output order", "collect", "collect sum",
    "collect min", "collect max", "collect count",
  ]

  static let tables = [
    Construct(
      "decision table", en: "A DMN decision table.", zh: "DMN 决策表。",
      [
        .required("hit policy", .choice(hitPolicies), en: "The hit policy.", zh: "命中策略。"),
        .required(
          "inputs", .list(.either([.feel, .record("table input")])), en: "The inputs.", zh: "各输入。"),
        .optional(
          "output", .choice(typeNames), en: "The type of the one output.", zh: "唯一输出的类型。"),
        .optional(
          "outputs", .list(.record("table output")), en: "Or several outputs.", zh: "或多个输出。"),
        .required(
          "rules", .list(.either([.list(.feel), .record("rule")])),
          en: "Each rule: a test an input, then an output expression; `-` means any.",
          zh: "每条规则：每个输入一个条件，随后是输出表达式；`-` 表示任意。"),
        .optional("default", .feel, en: "The result where no rule holds.", zh: "没有规则成立时的结果。"),
      ]),
    Construct(
      "table input", en: "An input of a decision table.", zh: "决策表的一个输入。",
      [
        .required("expression", .feel, en: "The expression.", zh: "表达式。"),
        .optional("values", .tests, en: "Tests that it must pass.", zh: "必须满足的条件。"),
      ]),
    Construct(
      "table output", en: "An output of a decision table.", zh: "决策表的一个输出。",
      [
        .required("name", .text, en: "The name.", zh: "名称。"),
        .optional(
          "values", .list(.feel), en: "The values, best first.", zh: "可取的值，从优到劣。"),
      ]),
    Construct(
      "rule", en: "A rule of a decision table.", zh: "决策表的一条规则。",
      [
        .required("when", .list(.tests), en: "One test an input.", zh: "每个输入一个条件。"),
        .required("then", .either([.feel, .list(.feel)]), en: "The output.", zh: "输出。"),
        .optional("says", .wording, en: "The rule in a sentence.", zh: "用一句话说明规则。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
  ]
}
