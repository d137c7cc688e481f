/// A workbook that is to be written: its sheets in their order, and what is said of it.
package struct WorkbookDraft: Sendable {
  package var title: String
  package private(set) var sheets: [SheetDraft] = []
  package private(set) var names: [DefinedName] = []

  /// A name for one cell, which formulas and other programs may ask for.
  package struct DefinedName: Sendable {
    package let name: String
    package let sheet: String
    package let row: Int
    package let column: Int
  }

  package init(title: String) { self.title = title }

  /// Adds a sheet under a name that no other has, as near to the wanted one as spreadsheets allow.
  ///
  /// - Returns: the name that it got.
  @discardableResult
  package mutating func add(_ sheet: SheetDraft) -> String {
    var sheet = sheet
    sheet.name = SheetName.clean(sheet.name, besides: sheets.map(\.name))
    sheets.append(sheet)
    return sheet.name
  }

  /// The name that a sheet would get now.
  package func name(for wanted: String) -> String {
    SheetName.clean(wanted, besides: sheets.map(\.name))
  }

  /// Names a cell of a sheet that is there; other letters than those of names become `_`.
  package mutating func define(_ name: String, sheet: String, row: Int, column: Int) {
    names.append(
      DefinedName(name: DefinedNameText.clean(name), sheet: sheet, row: row, column: column))
  }
}
