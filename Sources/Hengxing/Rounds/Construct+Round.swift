import Rubrics

extension Vocabulary {
  /// The keys of a round file.
  static let round = Vocabulary(Construct.round)
}

extension Construct {
  fileprivate static let round = [
    Construct(
      "round", en: "A round: subjects, rubrics and policies of one evaluation.",
      zh: "一轮评估：对象、细则和政策。",
      [
        .required("round", .identifier, en: "The round's id.", zh: "本轮的标识。"),
        .required("title", .wording, en: "The title.", zh: "标题。"),
        .optional("language", .choice(["zh", "en"]), en: "zh by default.", zh: "默认 zh。"),
        .optional("fictional", .boolean, en: "A sample, and says so.", zh: "注明为虚构示例。"),
        .required("period", .record("period"), en: "What is evaluated.", zh: "评估期。"),
        .required("as of", .date, en: "The only clock.", zh: "截止日，唯一的时钟。"),
        .optional(
          "references", .map(.record("reference")), en: "Dated figures from outside.",
          zh: "外部参考数据（带年份和出处）。"
        ),
        .optional("facts", .map(.cell), en: "Facts `from: round`.", zh: "来源为 round 的输入。"),
        .optional(
          "findings", .either([.list(.record("finding entry")), .text]),
          en: "Findings, or their file.",
          zh: "关于评估对象的问题认定。"
        ),
        .optional(
          "relations", .list(.record("relation entry")),
          en: "Ties of assessors to whom they judge.",
          zh: "评审与评估对象的利害关系。"),
        .optional(
          "follow-ups", .list(.record("advice entry")),
          en: "What became of what earlier rounds advised.", zh: "以往各轮建议的落实情况。"),
        .optional("rubrics", .list(.text), en: "Where rubrics are.", zh: "细则所在位置。"),
        .optional("policies", .list(.text), en: "Policy files.", zh: "政策文件。"),
        .optional(
          "objections", .record("objections"), en: "Until when and to whom to object.",
          zh: "异议的期限、受理单位和方式。"),
        .optional(
          "standings", .text,
          en: "The file standings.json of the closed round: places and quartiles come from it.",
          zh: "本轮定稿时的 standings.json：名次和四分位取自该文件。"),
        .required("subjects", .list(.record("subject entry")), en: "Who.", zh: "评估对象。"),
      ]
    ),
    Construct(
      "relation entry", en: "A tie of an assessor.", zh: "一项利害关系。",
      [
        .required("who", .text, en: "The assessor.", zh: "评审人。"),
        .optional(
          "to", .text, en: "To whom: a subject's id or name, or a body of a party.",
          zh: "对方：评估对象的标识或名称，或相关方。"),
        .optional("employed by", .text, en: "Or an employer.", zh: "或任职单位。"),
        .optional("kind", .text, en: "The kind of tie.", zh: "关系的种类。"),
        .optional("until", .date, en: "When it ended.", zh: "何时结束。"),
      ]
    ),
    Construct(
      "objections", en: "How to object.", zh: "异议。",
      [
        .optional("until", .date, en: "The last day.", zh: "末日。"),
        .optional("to", .wording, en: "Who takes them, and where.", zh: "受理单位和联系方式。"),
        .optional("form", .wording, en: "In which form.", zh: "提出的方式。"),
      ]
    ),
    Construct(
      "period", en: "A period.", zh: "一段时期。",
      [
        .required("from", .date, en: "First day.", zh: "首日。"),
        .required("to", .date, en: "Last day.", zh: "末日。"),
      ]
    ),
    Construct(
      "reference", en: "A dated figure from outside.", zh: "外部参考数据。",
      [
        .required("value", .cell, en: "The value.", zh: "数值。"),
        .optional("unit", .text, en: "The unit.", zh: "单位。"),
        .optional("year", .text, en: "The year it is of.", zh: "所属年份。"),
        .optional("source", .text, en: "Who published it.", zh: "出处。"),
      ]
    ),
    Construct(
      "subject entry", en: "One subject of the round.", zh: "一个评估对象。",
      [
        .required("id", .identifier, en: "Unique in the round.", zh: "在本轮内唯一。"),
        .optional("title", .wording, en: "Its name in reports.", zh: "报告里的名称。"),
        .optional("kind", .identifier, en: "station, town, bureau …", zh: "类别。"),
        .required(
          "rubric", .either([.text, .list(.text)]), en: "One or several, by id or path.",
          zh: "细则的标识或路径，一份或多份。"
        ),
        .required("bundle", .text, en: "Folder or zip.", zh: "证据包（文件夹或 zip）。"),
        .optional(
          "parties", .map(.text), en: "Who stands in which role.", zh: "各相关方（角色: 对象标识）。"
        ),
        .optional("parent", .identifier, en: "The subject above it.", zh: "上级对象。"),
        .optional("children", .list(.identifier), en: "Subjects below it.", zh: "下级对象。"),
        .optional("history", .list(.record("past result")), en: "Earlier results.", zh: "历史结果。"),
        .optional(
          "re-evaluation", .boolean, en: "Looked at again after a failure.", zh: "本次是复评。"),
        .optional(
          "contract", .either([.map(.cell), .list(.map(.cell))]), en: "The contract, or several.",
          zh: "合同，一份或几份。"),
        .optional(
          "operation", .text, en: "Who runs it: internal, external, composite, several.",
          zh: "运营方式：internal 内设、external 外包、composite 复合、several 多家。"),
      ]
    ),
    Construct(
      "past result", en: "An earlier result.", zh: "一次历史结果。",
      [
        .optional(
          "rubric", .identifier, en: "By which rubric, where several evaluate the subject.",
          zh: "按哪份细则（同一对象由几份细则评估时写明）。"),
        .optional("edition", .text, en: "The edition.", zh: "版次。"),
        .optional("period", .text, en: "The period.", zh: "评估期。"),
        .optional("grade", .text, en: "The grade's id.", zh: "等级。"),
        .optional("score", .number, en: "The score.", zh: "得分。"),
        .optional("date", .date, en: "When it was given.", zh: "评定日期。"),
        .optional("until", .date, en: "The last day of its validity.", zh: "有效期末日。"),
        .optional(
          "granted", .map(.number), en: "What was granted on it, by the name of the amount.",
          zh: "据此已给的金额，按金额名称。"),
      ]
    ),
    Construct(
      "advice entry", en: "A piece of earlier advice, and what became of it.", zh: "一条以往的建议及其落实情况。",
      [
        .required("to", .identifier, en: "The subject that was advised.", zh: "建议给哪个对象。"),
        .required("advice", .wording, en: "What was advised.", zh: "建议的内容。"),
        .optional("round", .text, en: "In which round.", zh: "哪一轮提出。"),
        .required(
          "state", .choice(["done", "partly", "not done"]), en: "What became of it.",
          zh: "done（已落实）、partly（部分落实）、not done（未落实）。"),
        .optional("says", .wording, en: "How that shows.", zh: "凭什么这样认定。"),
        .optional("by", .text, en: "Who looked.", zh: "核对人。"),
        .optional("date", .date, en: "When.", zh: "核对日期。"),
      ]
    ),
    Construct(
      "finding entry", en: "A finding.", zh: "一项问题认定。",
      [
        .required("id", .identifier, en: "Its id.", zh: "标识。"),
        .required("what", .text, en: "The kind of finding.", zh: "问题种类。"),
        .required("about", .text, en: "The subject.", zh: "涉及的对象。"),
        .required(
          "status", .choice(["alleged", "confirmed", "dismissed"]), en: "How far it is.",
          zh: "alleged（被指）、confirmed（已认定）、dismissed（已排除）。"
        ),
        .optional("by", .text, en: "Who decided.", zh: "认定人。"),
        .optional("date", .date, en: "When.", zh: "日期。"),
        .optional("cite", .text, en: "The paper.", zh: "依据。"),
      ]
    ),
  ]
}
