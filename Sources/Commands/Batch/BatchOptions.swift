import Diagnostics

extension Option {
  /// What `batch` takes.
  static let batch: [Option] = [
    Option("rubric", .value("RUBRIC"), Wording(en: "the rubric file", zh: "评分细则文件")),
    Option(
      "facts", .value("FILE"),
      Wording(
        en: "one row a subject: CSV, or a sheet, as in stations.xlsx!名册",
        zh: "每行一个对象：CSV，或工作表，如 stations.xlsx!名册")
    ),
    Option(
      "table", .value("NAME=FILE"),
      Wording(
        en: "rows of many subjects for a declared table: CSV, or a sheet",
        zh: "某张数据表，含多个对象的行：CSV，或工作表"),
      isRepeatable: true
    ),
    Option(
      "without", .value("WHAT"),
      Wording(
        en:
          "leave open what rests on things that are not handed over: facts, tables, surveys, documents, marks, findings, parties, results, history, period, or names; several with commas",
        zh:
          "没有提供的内容，与之有关的结果保持未定：facts、tables、surveys、documents、marks、findings、parties、results、history、period，或具体名称；多个用逗号隔开"
      ),
      isRepeatable: true),
    Option(
      "columns-missing", .choice(["allowed"]),
      Wording(
        en: "declared columns that the files lack are empty, instead of an error",
        zh: "文件缺少声明的列时按空列处理，不算错误")),
    Option(
      "key", .value("COLUMN"),
      Wording(en: "the column that names the subject", zh: "标识对象的列名")
    ),
    Option(
      "mode", .choice(["final", "self"]),
      Wording(en: "final (default) closes the file", zh: "final（默认）按材料截止计")
    ),
    Option("out", .value("FILE"), Wording(en: "the CSV to write", zh: "写出的 CSV")),
    Option("items", .flag, Wording(en: "a column for every item", zh: "列出各项指标")),
    Option(
      "figures", .flag,
      Wording(en: "a column for every figure, and for every place in the cohort", zh: "列出各中间数和同组名次")
    ),
    Option(
      "bom", .flag,
      Wording(en: "begin with a byte order mark, for Excel", zh: "写入 BOM，便于 Excel 打开")),
    Option(
      "summary", .value("FILE"),
      Wording(
        en: "grades, scores and missing data together: .txt, .json, .html, or - for the screen",
        zh: "汇总等级、得分与缺失：.txt、.json、.html，- 为屏幕"),
      isRepeatable: true),
    Option(
      "by", .value("COLUMN"),
      Wording(
        en: "group the summary by this column of the facts (default: declared texts of few values)",
        zh: "汇总按事实文件的这一列分组（默认用取值不多的文字列）"),
      isRepeatable: true),
    Option(
      "times", .flag,
      Wording(
        en: "show what every item cost; measured, so it stands on the screen and in no file",
        zh: "显示各项指标的耗时；每次实测都不同，所以只在屏幕上显示，不写入文件")),
    Option(
      "results", .value("FILE"),
      Wording(
        en:
          "a line of JSON for every subject, with its derivation; `explain FILE SUBJECT` reads it",
        zh: "每个对象一行 JSON，含推导过程；可用 `explain 文件 对象` 查看")),
    Option(
      "memory", .value("SIZE"),
      Wording(
        en: "how much memory aggregates and rows may take, such as 500MB or 2GB",
        zh: "汇总与行可占用的内存，如 500MB、2GB")),
    Option(
      "save", .value("FILE"),
      Wording(
        en: "keep facts and aggregates, so that a changed threshold needs no records",
        zh: "保存事实与汇集数，改动分数线时不必重读数据")),
    Option(
      "from", .value("FILE"),
      Wording(
        en: "score what `--save` kept, instead of reading files", zh: "用 `--save` 保存的内容计分，不再读数据")),
    Option(
      "explain-plan", .flag,
      Wording(
        en: "show what passes over tables and columns compute, and what does not; reads no data",
        zh: "列出哪些按表、按列计算，哪些不是；不读数据")),
    Option(
      "no-fuse", .flag,
      Wording(
        en: "compute every figure row by row; the result is the same",
        zh: "逐行计算各中间数，结果相同")),
    Option(
      "force", .flag,
      Wording(
        en: "replace files that no earlier run wrote; never one that is read",
        zh: "覆盖不是由以前的运行写出的文件；正在读取的文件永不覆盖")),
    .format(["text", "json"]),
  ]
}
