import Formats

extension Construct {
  /// The file and its sections.
  static let rubric = [
    Construct(
      "rubric", en: "A rubric file.", zh: "细则文件。",
      [
        .required("rubric", .identifier, en: "The rubric's id.", zh: "细则的标识。", aliases: ["细则"]),
        .required("edition", .text, en: "The edition.", zh: "版次。", aliases: ["版次"]),
        .optional(
          "language", .choice(["zh", "en"]), en: "The language of plain wording; zh by default.",
          zh: "未分语种的文字所用语言，默认 zh。"),
        .required("title", .wording, en: "The title.", zh: "标题。", aliases: ["标题"]),
        .required(
          "subject", .either([.identifier, .record("subject")]), en: "The kind of subject.",
          zh: "评估对象的类别。"),
        .optional(
          "fictional", .boolean, en: "Reports then say that it is a sample.", zh: "报告将注明为虚构示例。"),
        .optional("note", .wording, en: "Printed under the title.", zh: "印在标题下的说明。"),
        .optional(
          "sources", .map(.record("source")), en: "The texts that rules are cited from.",
          zh: "规则所依据的文件。"),
        .optional("facts", .map(.record("declaration")), en: "Single inputs.", zh: "单项输入。"),
        .optional(
          "private from", .count,
          en:
            "Sums, means and counts over fewer rows of private columns are withheld; 3 by default.",
          zh: "涉及不公开列的合计、平均、计数，少于这么多行时不显示；默认 3。"),
        .optional(
          "tables", .map(.either([.record("table declaration"), .map(.record("declaration"))])),
          en: "Inputs with rows: columns and their declarations.", zh: "成表的输入：各列及其声明。"),
        .optional(
          "documents", .map(.record("document")), en: "Kinds of documents.", zh: "文件种类。"),
        .optional(
          "surveys", .map(.record("table declaration")), en: "Surveys; each is a table of answers.",
          zh: "问卷；每份是一张答卷表。"),
        .optional(
          "findings", .map(.record("finding")), en: "Kinds of findings that gates name.",
          zh: "供门槛引用的问题种类。"),
        .optional(
          "parties", .map(.record("party")), en: "Who else is evaluated beside the subject.",
          zh: "与评估对象一同被评估的各方。"),
        .optional(
          "define", .map(.either([.feel, .record("figure")])), en: "Named figures.",
          zh: "具名的中间数。"),
        .optional(
          "cohort", .record("cohort"), en: "Who is compared with whom.", zh: "谁与谁比较。"),
        .required("sections", .list(.record("section")), en: "The sections.", zh: "各部分。"),
        .optional("bonus", .record("bonus"), en: "Bonus items and their cap.", zh: "加分项及其上限。"),
        .optional(
          "deductions", .list(.record("deduction")), en: "Items whose form gives a loss.",
          zh: "扣分项，其计分形式给出所扣分数。"),
        .required("total", .record("total"), en: "How the total is made.", zh: "总分如何得出。"),
        .optional("admission", .list(.record("bar")), en: "Bars to evaluation.", zh: "参评条件。"),
        .optional("caps", .list(.record("gate")), en: "Greatest grades left.", zh: "等级上限。"),
        .optional("vetoes", .list(.record("gate")), en: "Vetoes.", zh: "一票否决。"),
        .optional(
          "movement", .record("movement"), en: "How far a grade may move from the last one.",
          zh: "与上次等级相比可以升降多少。"),
        .optional(
          "downgrades", .list(.record("downgrade")), en: "What lowers a grade by steps.",
          zh: "降级的情形。"),
        .optional(
          "re-evaluation", .record("re-evaluation"), en: "What a re-evaluation can give.",
          zh: "复评的规定。"),
        .optional(
          "validity", .record("validity"), en: "How long a grade is valid.", zh: "等级的有效期。"),
        .required(
          "grades", .either([.list(.record("grade")), .record("grades by table")]),
          en: "The grades, best first.", zh: "等级，从高到低。"),
        .optional(
          "together", .list(.record("together")),
          en: "Items whose rules `check` looks at together, and what they bound.",
          zh: "由 `check` 合在一起推算的指标，以及它们所限定的数量。"),
        .optional(
          "accept", .map(.wording),
          en: "What `check` found and the author keeps: code, or code and name, with the reason.",
          zh: "`check` 提示过、作者有意保留的：代码，或代码加名称，并写明理由。"),
        .optional(
          "heads", .record("sheet heads"), en: "What the columns of the printed sheet are called.",
          zh: "打印成表时各列的名称。", aliases: ["表头"]),
        .optional(
          "to confirm", .list(.wording),
          en: "What waits for an answer; while anything does, nothing is final.",
          zh: "有待确认的问题；未确认完之前，不出正式结果。", aliases: ["待确认"]),
        .optional(
          "stages", .list(.record("stage")), en: "The moments of the evaluation, in their order.",
          zh: "评估的各个阶段，按先后。"),
        .optional("panels", .map(.record("panel")), en: "Panels of assessors.", zh: "评审组。"),
        .optional(
          "base", .text,
          en: "The rubric that this one stands on: its file, or its id and edition (`city@2020`).",
          zh: "所依托的细则（底本）：文件名，或标识加版次（`city@2020`）。"),
        .optional(
          "changes", .record("changes"), en: "What is not as in the base.", zh: "与底本不同之处。"),
      ]),
    Construct(
      "subject", en: "What is evaluated.", zh: "评估对象。",
      [
        .required("kind", .identifier, en: "The kind of subject.", zh: "评估对象的类别。"),
        .optional(
          "key", .text, en: "The column that names the subject in portfolios.",
          zh: "批量文件里标识对象的列。"),
        .optional(
          "same", .list(.choice(FoldedName.Way.allCases.map(\.rawValue))),
          en:
            "In what keys may differ and name one subject; `[]`: they differ where they differ at all.",
          zh: "编号仅在这些方面不同时仍指同一对象；`[]` 表示只要不同就是两个。"),
      ]),
    Construct(
      "section", en: "A part of the rubric.", zh: "一个部分。",
      [
        .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
        .required("title", .wording, en: "The title.", zh: "标题。"),
        .required("points", .number, en: "Its points.", zh: "分值。", aliases: ["分值"]),
        .optional(
          "scaled", .boolean, en: "Earns points x earned / applicable.",
          zh: "按 分值 x 得分 / 适用分 计。"),
        .optional(
          "combine", .choice(Combining.allCases.map(\.rawValue)),
          en:
            "Its share is the least or the greatest of its parts' shares of full marks; by default their sum.",
          zh: "得分率取各部分（指标）得分率中最低或最高的一个；默认相加。", aliases: ["合成"]),
        .optional("applies when", .feel, en: "When it applies.", zh: "何时适用。"),
        .optional(
          "otherwise", .choice(["drop", "full", "block"]),
          en: "What happens when it does not apply.", zh: "不适用时如何处理。"),
        .optional("round", .record("rounding"), en: "Rounding of its points.", zh: "得分的舍入。"),
        .optional("round share", .record("rounding"), en: "Rounding of its share.", zh: "得分率的舍入。"),
        .optional("sections", .list(.record("section")), en: "Its sections.", zh: "下级部分。"),
        .optional("items", .list(.record("item")), en: "Its items.", zh: "指标。", aliases: ["指标"]),
      ]),
    Construct(
      "together", en: "Rules looked at together.", zh: "合在一起推算的规则。",
      [
        .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
        .required("items", .list(.text), en: "The items, all at full marks.", zh: "各指标，均按满分计。"),
        .optional(
          "given", .list(.feel), en: "Conditions that hold of every subject, whatever it does.",
          zh: "对每个对象都成立的条件。"),
        .required(
          "least", .feel, en: "The quantity whose least value is derived.", zh: "要推算下限的数量。"),
        .optional(
          "in multiples of", .text,
          en: "A fact that is never negative, to tell the least value by.",
          zh: "用来表示下限的输入，不得为负。"),
        .optional("says", .wording, en: "What follows, in a sentence.", zh: "用一句话说明结论。"),
      ]),
    Construct(
      "bonus", en: "Bonus items.", zh: "加分项。",
      [
        .required("cap", .number, en: "The most they may add.", zh: "加分上限。"),
        .required(
          "may lift grade", .boolean, en: "Whether they count for the grade.", zh: "是否计入定级。"),
        .required("items", .list(.record("item")), en: "The items.", zh: "各加分项。"),
      ]),
    Construct(
      "total", en: "The total.", zh: "总分。",
      [
        .required("round", .record("rounding"), en: "Rounding of the total.", zh: "总分的舍入。"),
        .required(
          "when closed", .choice(Closing.allCases.map(\.rawValue)),
          en: "What an unknown item becomes when the file is closed.", zh: "截止时未知的指标如何处理。"),
        .optional(
          "formula", .feel, en: "Instead of sections and bonus less deductions.",
          zh: "代替“各部分与加分之和减扣分”。"),
        .optional(
          "combine", .choice(Combining.allCases.map(\.rawValue)),
          en:
            "Takes the least or the greatest of the sections' shares of full marks; by default their sum.",
          zh: "取各部分得分率中最低或最高的一个；默认相加。", aliases: ["合成"]),
        .optional(
          "points", .number, en: "Full marks of the worst or the best of the sections.",
          zh: "取最低或取最高时总分的满分。", aliases: ["分值"]),
        .optional("clip", .record("clip"), en: "Least and greatest total.", zh: "总分的下限和上限。"),
      ]),
    Construct(
      "sheet heads", en: "The heads of the printed sheet.", zh: "打印成表时的表头。",
      [
        .optional("number", .wording, en: "Of the column of numbers.", zh: "序号一列。"),
        .optional(
          "levels", .list(.wording), en: "From the outermost part to the item.",
          zh: "从最外一级到指标，各级的名称。"),
        .optional(
          "points", .wording, en: "Of the points; without it they stand in the labels.",
          zh: "分值一列；不写则分值写在各级名称里。"),
        .optional("says", .wording, en: "Of the standard.", zh: "评分标准一列。"),
        .optional("material", .wording, en: "Of the documents that are asked for.", zh: "所需材料一列。"),
        .optional(
          "fill", .list(.wording), en: "Columns that are left to be filled in.", zh: "留空待填的各列。"),
      ]),
    Construct(
      "clip", en: "Limits of a total.", zh: "总分的界限。",
      [
        .optional("from", .number, en: "The least.", zh: "下限。"),
        .optional("to", .number, en: "The greatest.", zh: "上限。"),
      ]),
  ]
}
