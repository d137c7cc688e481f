import Values

/// A way in which standards are written, and the form that it means: tried in the order of the table.
package struct SentencePattern: Sendable {
  package let id: String
  package let example: String
  /// Points of the item in the example.
  package let points: Int
  /// The form that comes out; `veto` is none of an item.
  package let form: String
  let read: @Sendable (inout FormContext) -> ReadForm?

  package static let all: [SentencePattern] = [
    SentencePattern(
      id: "proportion", example: "按服务计划完成率得分，完成率×10分", points: 10, form: "formula",
      read: Self.proportion),
    SentencePattern(
      id: "each-of-several", example: "有值班、财务、档案三项制度，每项2分", points: 6, form: "parts",
      read: Self.eachOfSeveral),
    SentencePattern(
      id: "each-more", example: "专职人员3人得5分，每增加1人加1分，最多8分", points: 8, form: "each",
      read: Self.eachMore),
    SentencePattern(
      id: "gains", example: "每报送1篇得1分，每被采用1篇加2分，最多10分", points: 10, form: "formula",
      read: Self.gains),
    SentencePattern(
      id: "each-less", example: "专职人员不少于6人，每少一人扣2分，扣完为止", points: 10, form: "lose",
      read: Self.eachLess),
    SentencePattern(
      id: "losses", example: "未公示扣2分，每发生一次投诉扣1分，扣完为止", points: 5, form: "formula",
      read: Self.losses),
    SentencePattern(
      id: "line", example: "服务对象满意率达到百分之九十得5分，否则不得分", points: 5, form: "check",
      read: Self.line),
    SentencePattern(
      id: "ladder", example: "满意率90%（含）以上得10分，80%以上得8分，80%以下不得分", points: 10, form: "steps",
      read: Self.ladder),
    SentencePattern(
      id: "degree", example: "优得5分，良得4分，中得3分，差不得分", points: 5, form: "degree",
      read: Self.degree),
    SentencePattern(
      id: "parts", example: "有年度计划得2分，有季度总结得3分", points: 5, form: "parts", read: Self.parts),
    SentencePattern(
      id: "all-or-nothing", example: "有固定办公场所得5分，没有不得分", points: 5, form: "check",
      read: Self.allOrNothing),
    SentencePattern(
      id: "one-of-several", example: "国家级表彰得5分，省级表彰得3分，市级表彰得1分", points: 5, form: "choose",
      read: Self.oneOfSeveral),
    SentencePattern(
      id: "judged", example: "由评委根据现场情况酌情给分", points: 5, form: "judge", read: Self.judged),
  ]

  /// What stands for everything that no pattern reads.
  static func notUnderstood(_ context: FormContext) -> ReadForm {
    ReadForm(
      pattern: "not-understood", score: judgeLines(context.worth),
      questions: [.notUnderstood(isEmpty: context.rule.letters.trimmed.count == 0)])
  }

  /// The form of a standard.
  static func read(_ context: inout FormContext) -> ReadForm {
    let isWhole = !context.rule.leavesPointsUnread
    for pattern in all where isWhole || pattern.id == "judged" {
      // A pattern that gives up has used no names.
      var tried = context
      if var form = pattern.read(&tried) {
        context.names = tried.names
        form.questions = Question.distinct(form.questions)
        form.questions.insert(.reading(pattern.id), at: 0)
        if !context.rule.tailIsUsed, context.rule.tail.count > 3, form.pattern != "judged" {
          form.questions.append(.tail(context.rule.tail.text))
        }
        return form
      }
    }
    return notUnderstood(context)
  }

  static func judgeLines(_ worth: Number) -> [String] {
    ["judge: {role: panel, from: 0, to: \(worth.description), combine: mean, at least: 1}"]
  }
}
