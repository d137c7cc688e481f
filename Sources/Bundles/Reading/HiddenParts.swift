import Diagnostics
package import Workbooks

/// What of a sheet one does not see, and what counts all the same.
package struct HiddenParts {
  let place: Place
  let isSheet: Bool
  let rows: Int
  let columns: Int

  /// - Returns: `nil` where everything is seen.
  package init?(_ sheet: Workbook.Sheet, _ reading: SheetReading, of workbook: String) {
    isSheet = sheet.visibility != .visible
    rows = reading.hiddenRows.reduce(0) { $0 + $1.last - $1.first + 1 }
    columns = reading.hiddenColumns.reduce(0) { sum, span in
      sum + max(0, min(span.last, reading.columnCount) - span.first + 1)
    }
    guard isSheet || rows > 0 || columns > 0 else { return nil }
    place = .sheet(
      SheetPlace(
        workbook: workbook, sheet: sheet.name,
        row: isSheet ? nil : reading.hiddenRows.first?.first))
  }
}
