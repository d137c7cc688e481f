import Diagnostics
import Hengxing
import Scoring

extension Verb {
  static let batch = Verb(
    "batch",
    Wording(
      en: "score a portfolio: many subjects from a file of facts and files of rows",
      zh: "批量计分：从一份事实表和若干数据表给许多对象计分"
    ),
    synopsis: "--rubric RUBRIC [--facts FILE] [--table NAME=FILE]… [--key COLUMN] --out FILE",
    options: [
      Option("rubric", .value("RUBRIC"), Wording(en: "the rubric file", zh: "评分细则文件")),
      Option(
        "facts", .value("FILE"), Wording(en: "CSV with one row a subject", zh: "每行一个对象的 CSV")
      ),
      Option(
        "table", .value("NAME=FILE"),
        Wording(en: "CSV with rows of many subjects for a declared table", zh: "某张数据表，含多个对象的行"),
        isRepeatable: true
      ),
      Option(
        "key", .value("COLUMN"),
        Wording(en: "the column that names the subject", zh: "标识对象的列名")
      ),
      Option(
        "mode", .choice(["final", "self"]),
        Wording(en: "final (default) closes the file", zh: "final（默认）按材料截止计")
      ),
      Option("items", .flag, Wording(en: "a column for every item", zh: "列出各项指标")),
      Option("figures", .flag, Wording(en: "a column for every figure", zh: "列出各中间数")),
      Option(
        "bom", .flag,
        Wording(en: "begin with a byte order mark, for Excel", zh: "写入 BOM，便于 Excel 打开")),
      Option(
        "no-fuse", .flag,
        Wording(
          en: "compute every figure row by row; the result is the same",
          zh: "逐行计算各中间数，结果相同")),
      Option("out", .value("FILE"), Wording(en: "the CSV to write", zh: "写出的 CSV")),
    ],
    example:
      "hengxing batch --rubric rubrics/world/uk-food-hygiene.yaml --facts sample.csv --out out/ratings.csv"
  ) { invocation, terminal in
    let language = invocation.language ?? .en
    guard let rubric = invocation.value("rubric"), let out = invocation.value("out"),
      invocation.arguments.isEmpty
    else {
      return Program.complain(
        .missingArgument("batch --rubric RUBRIC --facts FILE --out FILE"), verb: "batch",
        in: language, on: terminal
      )
    }
    var request = PortfolioRun.Request(rubric: rubric)
    request.facts = invocation.value("facts")
    request.key = invocation.value("key")
    request.options.mode = invocation.value("mode") == "self" ? .selfAssessment : .final
    request.options.withItems = invocation.has("items")
    request.options.withFigures = invocation.has("figures")
    request.options.byteOrderMark = invocation.has("bom")
    request.options.fuses = !invocation.has("no-fuse")
    for table in invocation.values(of: "table") {
      guard let equals = table.firstIndex(of: "=") else {
        return Program.complain(.notATableOption(table), verb: "batch", in: language, on: terminal)
      }
      request.tables.append(
        (String(table[..<equals]), String(table[table.index(after: equals)...]))
      )
    }
    var diagnostics = Diagnostics()
    let outcome = PortfolioRun.score(request, into: &diagnostics)
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let outcome else {
      return diagnostics.all.contains { $0.code == "unreadable-file" } ? .unreadable : .faults
    }
    do throws(OutputFolder.Failure) {
      try PortfolioRun.write(outcome.text, to: out)
    } catch {
      return screen.complain(error, about: out)
    }
    return diagnostics.hasErrors || outcome.rejectedCount > 0 ? .faults : .done
  }
}

extension UsageMistake {
  static func notATableOption(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--table \(text)` does not say which table the file is: `--table NAME=FILE`",
        zh: "`--table \(text)` 没有写明是哪张表：`--table 表名=文件`"
      )
    )
  }
}
