import Diagnostics
import Values

extension Diagnostic {
  static func answersDiffer(
    _ question: String, _ one: String, _ other: String, at place: Place, earlier: Place
  ) -> Diagnostic {
    Diagnostic(
      "answers-differ", .warning, at: place,
      Wording(
        en: "`\(question)` is answered twice: `\(one)` and `\(other)`; it stays open",
        zh: "`\(question)` 有两个不同的答复：`\(one)` 和 `\(other)`，这个问题仍算未答"),
      help: Wording(
        en: "keep the row that whoever issued the sheet means", zh: "请同制表单位核实，只留下正确的那一行")
    )
    .pointing(at: .other(earlier))
  }

  static func answersNothing(_ question: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "answers-nothing", .warning, at: place,
      Wording(
        en: "nobody asks `\(question)` of this item any more", zh: "这一项已经没有这个问题：`\(question)`"),
      help: Wording(
        en: "take the sheet of questions that was written last", zh: "请用最近一次写出的确认单"))
  }

  static func noAnswers(at place: Place?) -> Diagnostic {
    let heads = Answers.heads.joined(separator: "、")
    return Diagnostic(
      "no-answers", at: place,
      Wording(en: "the file has no row of heads `问题`, `答复`", zh: "没有表头“问题”“答复”"),
      help: Wording(
        en: "take the `.questions.csv` that `hengxing new rubric` wrote: \(heads)",
        zh: "请用 `hengxing new rubric` 写出的 `.questions.csv`，表头是：\(heads)"))
  }

  static func hiddenSheetLeftOut(at place: Place) -> Diagnostic {
    Diagnostic(
      "hidden-sheet-left-out", .note, at: place,
      Wording(en: "this sheet is hidden and was left out", zh: "这张工作表是隐藏的，没有读"),
      help: Wording(
        en: "show it in the workbook if it belongs to the score sheet", zh: "如果它也是评分表的一部分，请先取消隐藏"))
  }

  static func noScoreSheet(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-score-sheet", at: .file(path),
      Wording(
        en: "no table in it has heads of a score sheet", zh: "里面没有哪张表的表头像评分表"),
      notes: [
        Wording(
          en:
            "a score sheet has a row of heads such as 评估项目, 分值, 评分标准 within its first 40 rows, and rows below it",
          zh: "评分表在前 40 行里要有一行表头，例如“评估项目、分值、评分标准”，下面是各项内容")
      ],
      help: Wording(
        en:
          "give the columns such heads (without them only a table is read with items, then points, then one column of standards), or write the rubric from `hengxing new rubric ID`",
        zh: "请补上表头（没有表头的，只有一列是评分标准、左边是项目、分值单列或写在项目里的才能读），或者用 `hengxing new rubric 标识` 写出骨架后手工填写"))
  }

  static func sheetTooLarge(_ rows: Int, _ columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "sheet-too-large", .warning, at: place,
      Wording(
        en: "what stands beyond row \(rows) or column \(columns) was not read",
        zh: "第 \(rows) 行、第 \(columns) 列以外的内容没有读"),
      help: Wording(
        en: "copy the score sheet to a sheet of its own", zh: "请把评分表单独复制到一张工作表"))
  }

  static func sumsDiffer(
    _ title: String, _ said: Number, _ sum: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "sums-differ", .warning, at: place,
      Wording(
        en: "the sheet gives `\(title)` \(said) points, and its items add up to \(sum)",
        zh: "“\(title)”写的是 \(said) 分，所列各项合计 \(sum) 分"),
      help: Wording(
        en: "ask who issued the sheet which holds; the rubric has \(sum) until then",
        zh: "请向制表的单位问清以哪个为准；细则里暂写 \(sum) 分"))
  }

  static func totalDiffers(_ said: Number, _ sum: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "sheet-total-differs", .warning, at: place,
      Wording(
        en: "the sheet gives a total of \(said), and its parts add up to \(sum)",
        zh: "表上总分写的是 \(said) 分，各部分合计 \(sum) 分"),
      help: Wording(
        en: "ask who issued the sheet which holds; the rubric has \(sum) until then",
        zh: "请向制表的单位问清以哪个为准；细则里暂按 \(sum) 分"))
  }
}
