import Archives
import Diagnostics
import TestSupport
import Workbooks

/// What was read of a workbook.
struct Found {
  /// `A1 text 姓名`; sheets behind the first begin with their name.
  var cells: [String] = []
  var readings: [SheetReading] = []
  var sheets: [Workbook.Sheet] = []
  var diagnostics = Diagnostics()
  var isRefused = false

  var codes: [String] { diagnostics.all.map(\.code) }
  /// Codes with their places: `cell-twice a.xlsx!明细!A1`.
  var places: [String] {
    diagnostics.all.map { "\($0.code) \($0.place?.description ?? "")" }
  }

  init(_ maker: WorkbookMaker) { self.init(bytes: maker.zip) }

  init(bytes: [UInt8], name: String = "a.xlsx") {
    guard
      let workbook = Workbook.open(.bytes(ZipBytes(bytes)), shownAs: name, into: &diagnostics)
    else {
      isRefused = true
      return
    }
    sheets = workbook.sheets
    for (index, sheet) in sheets.enumerated() {
      let reading = workbook.read(sheet, into: &diagnostics) { cell, text, raw in
        let place = index == 0 ? "" : sheet.name + "!"
        let name = SheetPlace.letters(ofColumn: cell.column) + String(cell.row)
        let shown = String(decoding: text, as: UTF8.self)
        cells.append("\(place)\(name) \(cell.kind)\(cell.isPercent ? "%" : "") \(shown)")
        if cell.isWorded {
          let number = WordedNumber.parts(raw)
          let words = [number.shown, number.other ?? []].filter { !$0.isEmpty }
            .map { String(decoding: $0, as: UTF8.self) }
          cells[cells.count - 1] += " as " + words.joined(separator: " or ")
        }
      }
      readings.append(reading)
    }
  }
}
