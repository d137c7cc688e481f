import Diagnostics

/// What is said about sheets that somebody names, and about those of a round.
extension Diagnostic {
  static func roundColumnNotRead(
    _ header: String, known: [String], at place: Place
  ) -> Diagnostic {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "round-column-not-read", .warning, at: place,
      Wording(
        en: "the column `\(header)` of this sheet is not read", zh: "这张工作表的“\(header)”列没有读"),
      notes: [Wording(en: "it may have \(names)", zh: "可用的列：\(names)")],
      help: Wording(
        en: "write one of these names where one is meant", zh: "如果指的是其中一列，请改用它的名称"))
  }

  static func roundRowOfNobody(
    _ id: String, among known: [String], at place: Place
  ) -> Diagnostic {
    let ids = known.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "round-row-of-nobody", at: place,
      Wording(
        en: "this row is about `\(id)`, and the round has no such subject",
        zh: "这一行写的是 `\(id)`，本轮没有这个对象"),
      notes: [Wording(en: "it has \(ids)", zh: "本轮的对象有 \(ids)")],
      help: Wording(en: "write the id of a subject", zh: "请写对象的标识"))
  }

  static func roundRowWithoutName(_ names: [String], at place: Place) -> Diagnostic {
    let name = names.count > 1 ? names[1] : names[0]
    return Diagnostic(
      "round-row-without-name", at: place,
      Wording(
        en: "nothing stands in the column `\(name)` of this row, so nobody knows what it is about",
        zh: "这一行的“\(name)”是空的，不知道说的是谁"),
      help: Wording(
        en: "fill in the cell, or remove the row", zh: "请填写，或删去这一行"))
  }

  static func relationToNobody(_ who: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "relation-to-nobody", at: place,
      Wording(
        en: "nothing says to whom `\(who)` is tied", zh: "没有写“\(who)”与谁有利害关系"),
      help: Wording(
        en: "write `to` with the id of a subject or a party, or `employed by`",
        zh: "请写对方（评估对象的标识、相关方），或任职单位"))
  }

  static func roundSettingNotRead(
    _ name: String, known: [String], at place: Place
  ) -> Diagnostic {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "round-setting-not-read", .warning, at: place,
      Wording(en: "a round has no setting `\(name)`", zh: "一轮评估没有“\(name)”这一项，没有读"),
      notes: [Wording(en: "it may have \(names)", zh: "可用的有：\(names)")],
      help: Wording(
        en: "write one of these names where one is meant", zh: "如果指的是其中一项，请改用它的名称"))
  }

  static func roundSheetLost(at place: Place) -> Diagnostic {
    Diagnostic(
      "round-sheet-lost", at: place,
      Wording(
        en: "not all of this sheet could be read, so none of it counts",
        zh: "这张工作表没有读全，整张不算"),
      help: Wording(
        en: "mend what is told above", zh: "请先改正上面指出的问题"))
  }

  static func roundSheetNotRead(known: [String], at place: Place) -> Diagnostic {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "round-sheet-not-read", .warning, at: place,
      Wording(
        en: "this sheet is no part of a round, and is not read", zh: "这张工作表不是一轮评估的内容，没有读"),
      notes: [Wording(en: "those are \(names)", zh: "可用的工作表：\(names)")],
      help: Wording(
        en: "give it one of these names where it is one of them", zh: "如果是其中一张，请改用它的名称"))
  }

  static func roundSheetWithoutColumn(
    _ names: [String], among headers: [String], at place: Place
  ) -> Diagnostic {
    let found = headers.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let name = names.count > 1 ? names[1] : names[0]
    return Diagnostic(
      "round-sheet-without-column", at: place,
      Wording(
        en: "this sheet has no column `\(name)`, and is not read", zh: "这张工作表没有“\(name)”列，没有读"),
      notes: [Wording(en: "it has \(found)", zh: "现有各列：\(found)")],
      help: Wording(
        en: "call the column `\(name)` or `\(names[0])`", zh: "请把该列命名为“\(name)”或 `\(names[0])`"))
  }

  static func saidInBoth(_ key: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "said-in-both", at: place,
      Wording(
        en: "`\(key)` stands in the workbook and in the round; that of the round counts",
        zh: "`\(key)` 在工作簿和本轮文件里都写了，以本轮文件为准"),
      help: Wording(en: "remove one of the two", zh: "请删去其中一处")
    ).pointing(at: .other(first))
  }

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

  static func workbookIsNoRound(_ sheet: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "workbook-is-no-round", at: place,
      Wording(
        en: "no sheet of this workbook says which round it is",
        zh: "这个工作簿里没有写明是哪一轮评估"),
      help: Wording(
        en:
          "add a sheet `\(sheet)` of two columns with the id, title, period, day and rubrics of the round; or name the `round.yaml` beside it",
        zh: "请加一张工作表“\(sheet)”，两列（项目、内容），写明标识、名称、评估期首日、评估期末日、截止日、细则；或者给出旁边的 `round.yaml`"))
  }
}
