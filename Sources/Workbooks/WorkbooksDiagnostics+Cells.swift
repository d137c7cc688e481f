import Diagnostics

/// What is said about cells: the first of each kind, and how many there are.
extension Diagnostic {
  static func cellOutsideSheet(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-outside-sheet", at: place,
      Wording(
        en: "\(cells(count)) not read: behind the last row or column that a sheet can have",
        zh: "有 \(count) 个单元格没有读：超出了工作表的最大行列"),
      notes: [
        Wording(
          en: "a sheet ends at XFD1048576; the first stands behind this cell",
          zh: "工作表最大到 XFD1048576；第一个在此格之后")
      ],
      help: .saveAgain)
  }

  static func cellTwice(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-twice", at: place,
      Wording(
        en: "\(cells(count)) given twice, and nobody knows which value counts",
        zh: "有 \(count) 个单元格写了两遍，无法判断以哪个为准"),
      help: .saveAgain)
  }

  static func cellWithoutNumber(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-without-number", .warning, at: place,
      Wording(
        en: "\(cells(count)) said to be a number and not written like one; read as text",
        zh: "有 \(count) 个单元格标为数字，写法却不是数字，按文字读"),
      help: .typeTheCellAgain)
  }

  static func cellWithoutPlace(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-without-place", at: place,
      Wording(
        en: "\(cells(count)) not read: nobody can tell the row or column",
        zh: "有 \(count) 个单元格没有读：看不出所在的行列"),
      help: .saveAgain)
  }

  static func errorCell(_ count: Int, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "error-cell", .warning, at: place,
      Wording(
        en: "\(cells(count, "holds", "hold")) an error in place of a value, here `\(name)`",
        zh: "有 \(count) 个单元格是错误值，这里是 `\(name)`"),
      help: Wording(
        en: "mend the formula, or write the value", zh: "请改正公式，或直接填写数值"))
  }

  static func garbledCell(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "garbled-cell", .warning, at: place,
      Wording(
        en: "\(cells(count, "holds", "hold")) bytes that are no letters",
        zh: "有 \(count) 个单元格含有不成字的字节"),
      help: .typeTheCellAgain)
  }

  static func missingSharedText(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "missing-shared-text", .warning, at: place,
      Wording(
        en: "\(cells(count, "names", "name")) a text that the workbook does not hold",
        zh: "有 \(count) 个单元格引用了工作簿里没有的文字"),
      help: .typeTheCellAgain)
  }

  static func uncachedFormula(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "uncached-formula", .warning, at: place,
      Wording(
        en: "\(formulas(count)) no stored value, so nobody knows what comes out",
        zh: "有 \(count) 个公式没有存下结果，数值未知"),
      help: Wording(
        en: "open the workbook in Excel, WPS or LibreOffice, and save it once",
        zh: "请用 Excel、WPS 或 LibreOffice 打开，保存一次"))
  }

  static func unknownCellType(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-cell-type", .warning, at: place,
      Wording(
        en: "\(cells(count)) of a type that workbooks do not have; read as text",
        zh: "有 \(count) 个单元格的类型不明，按文字读"),
      help: .saveAgain)
  }

  private static func formulas(_ count: Int) -> String {
    count == 1 ? "a formula has" : "\(count) formulas have"
  }

  private static func cells(
    _ count: Int, _ does: String = "is", _ do: String = "are"
  ) -> String {
    count == 1 ? "a cell \(does)" : "\(count) cells \(`do`)"
  }
}

extension Wording {
  fileprivate static let typeTheCellAgain = Wording(
    en: "type the cell again, and save the workbook", zh: "请重新输入这个单元格，然后保存")
}
