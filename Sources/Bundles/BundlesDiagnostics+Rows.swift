package import Diagnostics

/// What is said about `rows:` of a bundle.
extension Diagnostic {
  package static func hiddenInWorkbook(_ hidden: HiddenParts) -> Diagnostic {
    let what = hidden.wording
    return Diagnostic(
      "hidden-in-workbook", .warning, at: hidden.place,
      Wording(
        en: "\(what.en) hidden, and counted like what one sees",
        zh: "\(what.zh)被隐藏，照样计入"),
      help: Wording(
        en: "show what is hidden, look at it, remove what is no record, and save the workbook",
        zh: "请取消隐藏，核对内容，删去不是记录的部分后保存"))
  }

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

  static func sheetsNotAsked(_ sheets: [String], _ path: String) -> Diagnostic {
    let named = sheets.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "sheets-not-asked-for", .warning, at: .file(path),
      Wording(
        en: "no sheet of the workbook is called like a table that is asked for",
        zh: "工作簿里没有一张工作表与所要的表同名"),
      notes: [Wording(en: "it has \(named)", zh: "现有工作表：\(named)")],
      help: Wording(
        en: "give the sheet the name of the table, or the workbook, where it has one sheet",
        zh: "请把工作表改成表的名称；只有一张工作表时，也可以改文件名"))
  }
}
