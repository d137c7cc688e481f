import Diagnostics
import Hengxing
import Rubrics

extension Verb {
  static let new = Verb(
    "new",
    Wording(
      en:
        "write a commented skeleton of a rubric, a bundle or a round, workbooks to fill in, or cases to tick",
      zh: "写出细则、证据包或一轮评估的骨架，带说明；或供填写的 Excel 表、待核的用例"
    ),
    synopsis:
      "rubric ID [--from SHEET [--confirmed ANSWERS]] | bundle --rubric RUBRIC [--xlsx] | round ID --rubric RUBRIC [--xlsx] | marks ROUND --role ROLE --assessor NAME | tests RUBRIC [--confirmed TICKS]  [--out DIR]",
    options: [
      Option(
        "from", .value("SHEET"),
        Wording(
          en: "the score sheet to read the rubric from (.xlsx, .docx)",
          zh: "从这份评分表读出细则（.xlsx、.docx）")),
      Option(
        "confirmed", .value("ANSWERS"),
        Wording(
          en:
            "with `--from`: the sheet of questions, answered; with `tests`: the sheet of cases, ticked (.csv, .xlsx)",
          zh: "与 `--from` 同用：填好答复的确认单；与 `tests` 同用：核过的用例表（.csv、.xlsx）")),
      Option("rubric", .value("RUBRIC"), Wording(en: "the rubric to make it for", zh: "所用的评分细则")),
      Option(
        "out", .value("DIR"), Wording(en: "folder to write to (default: here)", zh: "写到哪个文件夹")),
      Option(
        "xlsx", .flag,
        Wording(
          en: "as workbooks to fill in: one for each subject", zh: "写成供填写的 Excel 表，每个对象一份")),
      Option(
        "list", .value("FILE"),
        Wording(
          en: "subjects of the round: a workbook or CSV with the columns id, title, operator",
          zh: "评估对象名单：Excel 或 CSV，列为 编号、名称、承接机构")),
      Option(
        "count", .value("N"),
        Wording(en: "so many subjects, by number", zh: "按序号写出这么多个对象")),
      Option(
        "year", .value("YEAR"),
        Wording(en: "the year that is evaluated (default: 2024)", zh: "评估年度（默认 2024）")),
      Option(
        "role", .value("ROLE"),
        Wording(en: "in which role the assessors mark: panel, …", zh: "评委以什么身份评分：panel 等")),
      Option(
        "assessor", .value("NAME"),
        Wording(en: "an assessor; may stand several times", zh: "评委姓名，可写多次，或用逗号隔开"),
        isRepeatable: true),
      Option(
        "stage", .value("STAGE"),
        Wording(en: "the stage at which they mark", zh: "在哪个阶段评分")),
      .force,
    ],
    example: "hengxing new bundle --rubric rubrics/haining-process.yaml --out out/new-bundle"
  ) { invocation, terminal in
    var diagnostics = Diagnostics()
    do throws(UsageMistake) {
      let (wanted, language) = try NewThing.wanted(by: invocation, into: &diagnostics)
      let screen = Screen(terminal: terminal, language: language)
      let written = wanted?.write(
        to: invocation.value("out"), replacing: invocation.has("force"), into: &diagnostics)
      screen.show(diagnostics)
      guard let written else {
        return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
      }
      for path in written { terminal.write(path + "\n") }
      for line in wanted?.said ?? [] { screen.say(line) }
      return .done
    } catch {
      return Program.complain(error, verb: "new", in: invocation.language ?? .en, on: terminal)
    }
  }
}
