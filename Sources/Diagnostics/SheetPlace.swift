/// Where something stands in a workbook: `stations.xlsx!明细!C7`.
package struct SheetPlace: Sendable, Hashable {
  package let workbook: String
  package let sheet: String
  /// From 1; `nil`: the whole sheet.
  package let row: Int?
  /// From 1; `nil`: the whole row.
  package let column: Int?

  package init(workbook: String, sheet: String, row: Int? = nil, column: Int? = nil) {
    self.workbook = workbook
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// A row or cell of a sheet that is shown as `stations.xlsx!明细`.
  package init(shown: String, sheet: String, row: Int?, column: Int? = nil) {
    let ending = "!\(sheet)"
    self.init(
      workbook: shown.hasSuffix(ending) ? String(shown.dropLast(ending.count)) : shown,
      sheet: sheet, row: row, column: column)
  }

  /// As spreadsheets spell it.
  package var description: String {
    let letters = column.map(Self.letters) ?? ""
    let cell = row.map { "!\(letters)\($0)" } ?? ""
    return "\(workbook)!\(sheet)\(cell)"
  }

  /// The name of a column: 1 is `A`, 27 is `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
