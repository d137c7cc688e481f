import Diagnostics

/// What is said about workbooks as files, and about their parts.
extension Diagnostic {
  static func notAWorkbook(_ path: String, _ kind: ForeignFile) -> Diagnostic {
    let what = kind.wording
    return Diagnostic(
      "not-a-workbook", at: .file(path),
      Wording(
        en: "the file is \(what.en), not an `.xlsx` workbook",
        zh: "这是\(what.zh)，不是 `.xlsx` 工作簿"),
      help: kind.remedy)
  }

  static func partTwice(_ part: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "part-twice", at: place,
      Wording(
        en: "the workbook holds the part `\(part)` twice; the first is read",
        zh: "工作簿里有两份 `\(part)`，读的是第一份"),
      help: .saveAgain)
  }

  static func relationTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "relation-twice", at: place,
      Wording(
        en: "the workbook says of two parts that they are this sheet (`\(id)`); the last is read",
        zh: "工作簿把两个部件都指为这张工作表（`\(id)`），读的是后一个"),
      help: .saveAgain)
  }

  static func sheetWithoutPart(at place: Place) -> Diagnostic {
    Diagnostic(
      "sheet-without-part", at: place,
      Wording(
        en: "the workbook lists this sheet and does not hold it",
        zh: "工作簿列有这张工作表，却没有它的内容"),
      help: .saveAgain)
  }

  static func sheetsShareAPart(_ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "sheets-share-a-part", at: place,
      Wording(
        en: "this sheet and `\(other)` have one content between them",
        zh: "这张工作表与“\(other)”指向同一份内容"),
      help: .saveAgain)
  }

  static func tooManyParts(limit: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "too-many-parts", at: .file(path),
      Wording(
        en: "the workbook has more than \(limit) parts",
        zh: "工作簿的部件超过 \(limit) 个"),
      help: Wording(
        en: "copy the sheets with the evidence into a new workbook",
        zh: "请把有材料的工作表复制到新的工作簿"))
  }

  static func tooManySheets(_ count: Int, limit: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "too-many-sheets", at: .file(path),
      Wording(
        en: "the workbook has \(count) sheets; the first \(limit) are read",
        zh: "工作簿有 \(count) 张工作表，只读前 \(limit) 张"),
      help: Wording(
        en: "copy the sheets with the evidence into a new workbook",
        zh: "请把有材料的工作表复制到新的工作簿"))
  }

  static func unreadablePart(_ part: String, _ why: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      "unreadable-part", at: place,
      Wording(
        en: "the workbook cannot be read on from here: \(why.en)",
        zh: "工作簿从这里起无法读取：\(why.zh)"),
      notes: [
        Wording(en: "it is the part `\(part)`", zh: "出问题的部件是 `\(part)`")
      ],
      help: .saveAgain)
  }

  static func unreadableWorkbook(_ why: Wording, _ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-workbook", at: .file(path),
      Wording(
        en: "the workbook cannot be read: \(why.en)", zh: "工作簿无法读取：\(why.zh)"),
      help: .saveAgain, meaning: .unreadable)
  }
}

extension Wording {
  /// What mends a workbook that another program has written badly.
  static let saveAgain = Wording(
    en: "open it in Excel, WPS or LibreOffice, look whether all is there, and save it as `.xlsx`",
    zh: "请用 Excel、WPS 或 LibreOffice 打开，核对内容完整后另存为 `.xlsx`")
}
