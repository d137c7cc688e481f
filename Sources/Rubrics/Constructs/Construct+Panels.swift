import Formats

extension Construct {
  static let panels = [
    Construct(
      "panel", en: "Who judges, and how several marks become one.", zh: "评审组：由谁评，多份评分如何合成。",
      [
        .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
        .required(
          "columns", .map(.record("panel column")),
          en:
            "The roles whose marks are kept, in the order of reports; roles that are not named do not count.",
          zh: "各列：保留哪些身份的评分，按报告中的顺序；未列出的身份不计。"),
        .optional(
          "per", .choice(["item", "total"]),
          en:
            "What the statistics are taken of: the marks of each item, by default, or each assessor's total over all items of the panel.",
          zh: "统计的层次：item 逐项合并评分（默认），total 按每位评审对本组全部指标的总分合并。"),
        .optional(
          "recusal", .list(.record("recusal rule")),
          en: "Ties that keep an assessor from counting.",
          zh: "应当回避的关系。"),
        .optional(
          "same", .list(.choice(FoldedName.Way.allCases.map(\.rawValue))),
          en:
            "In what the names of two assessors may differ and mean one: width, case of letters, space; without it nobody is merged.",
          zh: "两个评审姓名仅在哪些方面不同时视为同一人：width 全半角、case 大小写、space 空格；不写则不合并。"),
        .optional(
          "reasons", .choice(["always", "for lost points", "never"]),
          en: "When a mark without a reason does not count; never by default.",
          zh: "何时评分必须写明理由，否则不计；默认 never。"),
      ]),
    Construct(
      "panel column", en: "The marks of one role.", zh: "一种身份的评分。",
      [
        .optional("title", .wording, en: "The title in reports.", zh: "报告里的名称。"),
        .optional(
          "weight", .number,
          en:
            "Its part of the mark, such as 40%; needed as soon as there are two columns. 0: kept, and not counted.",
          zh: "在合成分中的权重，例如 40%；有两列以上时必填。0 表示保留但不计。"),
        .optional(
          "statistic", .choice(["mean", "median", "trimmed mean", "consensus"]),
          en: "How several marks become one; without it exactly one is expected.",
          zh: "多份评分如何合并；不写时应有且只有一份。"),
        .optional(
          "trim from", .count,
          en: "For `trimmed mean`: with fewer marks than this, at least 3, the plain mean counts.",
          zh: "去掉最高最低的前提：评分少于此数（至少为 3）时按平均分计。"),
        .optional(
          "at least", .count, en: "With fewer marks the item is unknown; 1 by default.",
          zh: "评分少于此数为未知，默认 1。"),
        .optional(
          "stand-ins", .count, en: "So many marks of stand-ins may count; 0 by default.",
          zh: "最多可计入几份候补评审的评分，默认 0。"),
        .optional(
          "spread", .record("spread rule"), en: "Marks too far apart call a third reader.",
          zh: "分差过大时请第三人复评。"),
      ]),
    Construct(
      "spread rule", en: "When and how a third reader decides.", zh: "分差超限时的复评规则。",
      [
        .required(
          "more than", .number,
          en: "Greatest less least mark, as a share of the scale, that is still accepted.",
          zh: "最高分与最低分之差占量表的比例，超过此数即请第三人复评。"),
        .required("reader", .text, en: "The third reader's role.", zh: "复评人的身份。"),
        .required(
          "then", .choice(["all marks", "two nearest", "third mark"]),
          en: "What counts once the third mark is there.", zh: "复评之后以哪些评分为准。"),
      ]),
    Construct(
      "recusal rule", en: "A tie that keeps an assessor from counting.", zh: "一条回避规定。",
      [
        .required(
          "relation", .text,
          en:
            "The kind of tie: `employed` for `employed by`, another word for its `kind`, `any` for all.",
          zh: "关系的种类：employed 指任职，其他词对应 kind，any 指一切关系。"),
        .optional(
          "years", .count,
          en: "For so many years after it ended; 0, only while it lasts, by default.",
          zh: "关系结束后多少年内仍须回避，默认 0（仅存续期间）。"),
        .optional(
          "to", .list(.text),
          en: "Ties to whom: `subject` or roles of parties; subject and operator by default.",
          zh: "与谁的关系：subject 或相关方的角色；默认为 subject 和 operator。"),
      ]),
  ]
}
