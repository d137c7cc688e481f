extension Construct {
  /// The moments of an evaluation.
  static let stages = [
    Construct(
      "stage", en: "A moment of the evaluation.", zh: "评估的一个阶段。",
      [
        .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
        .required("title", .wording, en: "The title.", zh: "名称。"),
        .optional(
          "weight", .number, en: "Its share in the result, or in the stage that it feeds.",
          zh: "在结果中的权重；计入另一阶段的，为在该阶段中的权重。"),
        .optional(
          "feeds", .identifier, en: "The stage in whose mark it counts.", zh: "计入哪个阶段。"),
        .optional(
          "own", .number, en: "What is left for its own mark where others feed it.",
          zh: "有其他阶段计入时，本阶段自身所占权重。"),
        .optional(
          "after", .list(.text), en: "The stages that come before it.", zh: "须在哪些阶段之后。"),
        .optional(
          "dated", .choice(["in the period", "any"]), en: "When it must be dated; any by default.",
          zh: "对日期的要求，默认 any。"),
        .optional(
          "every", .choice(["month", "quarter", "half year"]),
          en: "It is held again in every such term of the period: a visit each month.",
          zh: "在评估期的每一期各进行一次：如每月一次走访。"),
        .optional(
          "not held", .choice(["open", "drop"]),
          en: "A term in which it was not held is unknown (open, by default) or left out (drop).",
          zh: "哪一期没有进行：未知（open，默认），或不计、由其余各期承担（drop）。"),
        .optional("applies when", .feel, en: "When there is such a stage.", zh: "何时有这一阶段。"),
      ]),
    Construct(
      "party", en: "A party of the round, by its role.", zh: "一方，按角色。",
      [
        .optional("title", .wording, en: "The title.", zh: "名称。"),
        .required(
          "rubric", .identifier, en: "The rubric by which it is evaluated.", zh: "评估它所用的细则。"),
        .optional(
          "when", .feel, en: "Under which `operation` of the subject there is such a party.",
          zh: "对象是哪种运营方式（`operation`）时才有这一方。"),
      ]),
    Construct(
      "movement", en: "How far a grade may move from the last one.", zh: "等级升降的限度。",
      [
        .optional(
          "first", .text, en: "The greatest grade of a first evaluation.", zh: "首次评估最高可得的等级。"),
        .optional("up", .count, en: "So many grades may it rise.", zh: "最多可升几级。"),
        .optional("down", .count, en: "So many grades may it fall.", zh: "最多可降几级。"),
        .optional(
          "wait", .count, en: "Years after the last rating before it may rise.",
          zh: "上次评定满几年后才可升级。"),
        .optional(
          "when lapsed", .choice(["last", "first"]),
          en: "What a grade that has lapsed counts as: the last one (default), or none.",
          zh: "等级已过期时：仍按上次等级（last，默认）或按首次评估（first）。"),
        .optional("says", .wording, en: "The rule in a sentence.", zh: "用一句话说明规则。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
    Construct(
      "downgrade", en: "What lowers a grade by steps.", zh: "降级的情形。",
      [
        .required("id", .identifier, en: "Unique in the rubric.", zh: "在细则内唯一。"),
        .optional("when", .feel, en: "The condition.", zh: "条件。"),
        .optional("finding", .text, en: "Or a kind of finding.", zh: "或问题种类。"),
        gateClosing,
        .required("levels", .count, en: "So many grades lower.", zh: "降几级。"),
        .optional("says", .wording, en: "The reason in a sentence.", zh: "用一句话说明理由。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
    Construct(
      "re-evaluation", en: "What a re-evaluation can give.", zh: "复评的规定。",
      [
        .required(
          "passes at", .text, en: "The least grade that passes.", zh: "达到此等级即为复评通过。"),
        .optional(
          "grade", .text, en: "The greatest grade it can give.", zh: "复评最高可得的等级。"),
        .optional("says", .wording, en: "The rule in a sentence.", zh: "用一句话说明规则。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
    Construct(
      "validity", en: "How long a grade is valid.", zh: "等级的有效期。",
      [
        .required("years", .count, en: "So many years.", zh: "有效年数。"),
        .optional(
          "grades", .map(.count), en: "Other years by grade; 0 is none.",
          zh: "个别等级的年数，0 表示没有有效期。"),
        .optional(
          "from", .feel, en: "The first day; `as of` by default.", zh: "起始日，默认为 `as of`。"),
        .optional("cite", .text, en: "Where it comes from.", zh: "出处。"),
      ]),
  ]
}
