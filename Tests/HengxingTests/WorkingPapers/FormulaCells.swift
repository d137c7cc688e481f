import Archives
import Bundles
import Diagnostics
import Testing
import Workbooks

/// The cells of a workbook, by sheet, row and column.
struct FormulaCells {
  private(set) var cells: [String: String] = [:]
  private var formulas: Set<String> = []

  var texts: [String] { Array(cells.values) }

  init(_ bytes: [UInt8]) throws {
    var found = Diagnostics()
    let workbook = try #require(
      Workbook.open(.bytes(ZipBytes(bytes)), shownAs: "a.xlsx", into: &found))
    for sheet in workbook.sheets {
      let grid = SheetGrid(sheet, of: workbook, into: &found)
      for row in 1...400 {
        for column in 1...40 {
          guard let cell = grid[row, column] else { continue }
          let place = "\(sheet.name) \(row):\(column)"
          cells[place] = cell.text
          if cell.hasFormula { formulas.insert(place) }
        }
      }
    }
  }

  /// Where a formula of this comes to something else there, with both.
  func differences(from other: FormulaCells) -> [String] {
    formulas.sorted().compactMap { place in
      let (mine, theirs) = (cells[place] ?? "", other.cells[place] ?? "")
      if mine == theirs { return nil }
      if let one = Double(mine), let two = Double(theirs),
        abs(one - two) <= 1e-12 * max(1, abs(one))
      {
        return nil
      }
      return "\(place): \(mine) is not \(theirs)"
    }
  }
}
