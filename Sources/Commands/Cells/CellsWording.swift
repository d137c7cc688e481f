import Diagnostics
import Workbooks

/// What is said of workbooks that are shown.
enum CellsWording {
  static func workbook(_ workbook: Workbook) -> Wording {
    let count = workbook.sheets.count
    return Wording(
      en:
        "\(workbook.path): \(many(count, "sheet"))\(workbook.isFrom1904 ? ", days counted from 1904" : "")",
      zh: "\(workbook.path)：\(count) 张工作表\(workbook.isFrom1904 ? "，日期从 1904 年算起" : "")")
  }

  static func sheet(_ sheet: Workbook.Sheet, _ reading: SheetReading) -> Wording {
    let visibility: Wording =
      switch sheet.visibility {
      case .visible: Wording("")
      case .hidden: Wording(en: " (hidden)", zh: "（已隐藏）")
      case .veryHidden:
        Wording(en: " (hidden from the menu, too)", zh: "（深度隐藏，菜单里也看不到）")
      }
    let content: Wording =
      switch sheet.kind {
      case .cells:
        Wording(
          en:
            "\(many(reading.rowCount, "row")), \(many(reading.columnCount, "column")), \(many(reading.cellCount, "cell")) with content",
          zh: "\(reading.rowCount) 行，\(reading.columnCount) 列，\(reading.cellCount) 个单元格有内容")
      case .chart: Wording(en: "a chart, no cells", zh: "图表，没有单元格")
      case .dialog: Wording(en: "a dialog, no cells", zh: "对话框，没有单元格")
      case .macros: Wording(en: "macros, not read", zh: "宏表，不读取")
      case .missing: Wording(en: "not in the file", zh: "文件里没有它的内容")
      case .other: Wording(en: "of another kind, no cells", zh: "其他种类，没有单元格")
      }
    return Wording(
      en: "\n  \(sheet.name)\(visibility.en): \(content.en)",
      zh: "\n  \(sheet.name)\(visibility.zh)：\(content.zh)")
  }

  /// What is in a sheet and not seen by whoever looks at it.
  ///
  /// - Returns: `nil` where there is nothing of the kind.
  static func unseen(_ reading: SheetReading) -> Wording? {
    let rows = reading.hiddenRows.reduce(0) { $0 + $1.last - $1.first + 1 }
    let columns = reading.hiddenColumns.reduce(0) { $0 + max(0, $1.last - $1.first + 1) }
    var parts: [Wording] = []
    if !reading.merged.isEmpty {
      parts.append(
        Wording(
          en: "\(reading.merged.count) merged", zh: "合并单元格 \(reading.merged.count) 处"))
    }
    if reading.hidesRows {
      parts.append(
        Wording(en: "rows without a height of their own hidden", zh: "未设行高的行已隐藏"))
    }
    if rows > 0 {
      parts.append(Wording(en: "\(many(rows, "row")) hidden", zh: "隐藏 \(rows) 行"))
    }
    if columns > 0 {
      parts.append(Wording(en: "\(many(columns, "column")) hidden", zh: "隐藏 \(columns) 列"))
    }
    if reading.formulaCount > 0 {
      parts.append(
        Wording(
          en: "\(many(reading.formulaCount, "formula")), \(reading.uncached.count) without a value",
          zh: "公式 \(reading.formulaCount) 个，其中 \(reading.uncached.count) 个没有结果"))
    }
    guard !parts.isEmpty else { return nil }
    return Wording(
      en: "    " + parts.map(\.en).joined(separator: "; "),
      zh: "    " + parts.map(\.zh).joined(separator: "；"))
  }

  private static func many(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
