import Diagnostics

/// What is said about `rows:` of a bundle.
extension Diagnostic {
  static func rowNotThere(_ line: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "row-not-there", .warning, at: place,
      Wording(en: "no row of the file begins on line \(line)", zh: "文件第 \(line) 行没有数据行"),
      help: Wording(
        en: "count the lines of the file from 1, the header among them", zh: "行号从 1 数起，表头也算"))
  }

  static func rowsForm(at place: Place) -> Diagnostic {
    Diagnostic(
      "rows-form", .warning, at: place,
      Wording(
        en: "this does not say which rows are records", zh: "这里没有写明哪些行算记录"),
      help: Wording(
        en: "write `all`, or lines of the file: `{no records: [13]}`, `{records: [12]}`",
        zh: "写 `all`，或写文件的行号：`{no records: [13]}`、`{records: [12]}`"))
  }

  static func rowsOfNothing(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rows-of-nothing", .warning, at: place,
      Wording(
        en: "`rows` speaks of `\(file)`, and no table file is named so",
        zh: "`rows` 写了 `\(file)`，但没有这个表格文件"),
      help: Wording(en: "write the file's name with its ending", zh: "请写文件名，连同后缀"))
  }
}
