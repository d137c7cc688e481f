import Diagnostics

/// What is said about sheets that somebody names.
extension Diagnostic {
  static func severalSheets(_ filled: [String], _ path: String) -> Diagnostic {
    let names = filled.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    guard !filled.isEmpty else {
      return Diagnostic(
        "empty-workbook", at: .file(path),
        Wording(en: "no sheet of the workbook holds anything", zh: "工作簿里没有一张工作表有内容"),
        help: Wording(
          en: "hand in the workbook with the records", zh: "请提交有内容的工作簿"))
    }
    return Diagnostic(
      "several-sheets", at: .file(path),
      Wording(
        en: "\(filled.count) sheets of the workbook hold something, and none is named",
        zh: "工作簿里有 \(filled.count) 张工作表有内容，没有写明是哪一张"),
      notes: [Wording(en: "it has \(names)", zh: "现有工作表：\(names)")],
      help: Wording(
        en: "name the sheet behind the file: `\(path)!\(filled[0])`",
        zh: "请在文件名后写明工作表：`\(path)!\(filled[0])`"))
  }

  static func sheetNotThere(_ name: String, _ sheets: [String], _ path: String) -> Diagnostic {
    let names = sheets.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "sheet-not-there", at: .file(path),
      Wording(
        en: "the workbook has no sheet `\(name)`", zh: "工作簿里没有工作表“\(name)”"),
      notes: [Wording(en: "it has \(names)", zh: "现有工作表：\(names)")],
      help: Wording(
        en: "write one of these names, or rename the sheet", zh: "请改用其中一个名称，或修改工作表的名称"))
  }
}
