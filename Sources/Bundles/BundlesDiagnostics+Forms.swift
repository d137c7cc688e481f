import Diagnostics

/// What is said about forms that came back.
extension Diagnostic {
  static func formOfAnother(_ other: String, _ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-of-another", at: place,
      Wording(
        en: "the form is about `\(other)`, and it stands where `\(subject)` is; it does not count",
        zh: "这份表填的是 `\(other)`，却放在 `\(subject)` 处，不计入"),
      help: Wording(
        en: "put every form into the bundle of its own subject",
        zh: "请把每份表放进它自己的证据包"))
  }

  static func formTooLarge(_ count: Int, _ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-too-large", at: place,
      Wording(
        en: "the sheet holds \(count) cells; of a form \(most) are read, and the others are not",
        zh: "工作表有 \(count) 个单元格；表单最多读 \(most) 个，其余没有读取"),
      help: Wording(
        en: "clear what was filled in beside the form, or fill in a new one",
        zh: "请清除表单以外多出的内容，或重新填写一份"))
  }

  static func formSaysNone(_ sheet: String, _ rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-says-none", .warning, at: place,
      Wording(
        en:
          "the request list says that there is none, and the sheet `\(sheet)` has \(rows) rows; they count",
        zh: "材料清单写“没有”，工作表 `\(sheet)` 却有 \(rows) 行；按有计入"),
      help: Wording(
        en: "remove the rows, or the answer in the request list",
        zh: "请删去这些行，或改正材料清单里的回答"))
  }

  static func requestWithoutFile(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "request-without-file", .warning, at: place,
      Wording(
        en: "`\(kind)` is said to be handed in, and no file is named; it does not count",
        zh: "写明“\(kind)”已交，但没有写文件名，不计入"),
      help: Wording(
        en: "write the name of its file in this row", zh: "请在这一行写上文件名"))
  }
}
