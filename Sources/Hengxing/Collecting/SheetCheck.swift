import Bundles
import Diagnostics
import Formats
import Workbooks

/// Finds the sheets and heads of a form again, and tells what was done to them.
struct SheetCheck {
  /// Where the head of a table is, and the column of each name that was sought.
  struct Heads {
    let row: Int
    /// `nil` where the column is missing.
    let columns: [Int?]
  }

  private let workbook: Workbook
  private let marker: FormMarker
  private static let deepestHead = 30

  init(_ workbook: Workbook, _ marker: FormMarker) {
    self.workbook = workbook
    self.marker = marker
  }

  /// The sheet that a form gave a role; one that got another name is told, and not read.
  func grid(of entry: FormMarker.Sheet, into diagnostics: inout Diagnostics) -> SheetGrid? {
    let wanted = HeaderName(entry.sheet)
    var unheard = Diagnostics()
    if let sheet = workbook.sheets.first(where: { HeaderName($0.name) == wanted }) {
      // What is wrong with its cells is told when it is read as evidence.
      return SheetGrid(sheet, of: workbook, into: &unheard)
    }
    let known = Set(marker.sheets.map { HeaderName($0.sheet) } + [HeaderName(FormMarker.sheetName)])
    let strange = workbook.sheets.filter {
      !known.contains(HeaderName($0.name)) && $0.visibility == .visible
    }
    let place: Place =
      strange.count == 1
      ? .sheet(SheetPlace(workbook: workbook.path, sheet: strange[0].name))
      : .file(workbook.path)
    diagnostics.report(
      .formSheetRenamed(entry.sheet, strange.map(\.name), at: place))
    return nil
  }

  /// The row of heads: the one that holds most of the names; `nil` where none holds any, which is told.
  static func heads(
    in grid: SheetGrid, wanted: [[String]], into diagnostics: inout Diagnostics
  ) -> Heads? {
    let names = wanted.map { Set($0.map(HeaderName.init)) }
    func count(_ row: Int) -> Int {
      let cells = Set(grid.columns(of: row).map { HeaderName(grid.text(row, $0)) })
      return names.count { !$0.isDisjoint(with: cells) }
    }
    let rows = grid.rows.prefix { $0 <= deepestHead }
    guard let row = rows.max(by: { count($0) < count($1) }), count(row) > 0 else {
      diagnostics.report(.formHeadLost(at: grid.place()))
      return nil
    }
    // The first of those that hold as many.
    let first = rows.first { count($0) == count(row) } ?? row
    if let above = rows.first, above < first {
      diagnostics.report(.formRowsAbove(first, at: grid.place(above)))
    }
    return heads(in: grid, row: first, names, wanted, into: &diagnostics)
  }

  private static func heads(
    in grid: SheetGrid, row: Int, _ names: [Set<HeaderName>], _ wanted: [[String]],
    into diagnostics: inout Diagnostics
  ) -> Heads {
    let there = grid.columns(of: row)
    let columns = names.map { names in
      there.first { names.contains(HeaderName(grid.text(row, $0))) }
    }
    let known = Set(columns.compactMap(\.self))
    var strange = there.filter { !known.contains($0) && grid[row, $0]?.isBlank == false }
    for (index, column) in columns.enumerated() where column == nil {
      let name = wanted[index].first ?? ""
      // Another word where the head stood: it was changed, not taken out.
      if let place = strange.firstIndex(of: index + 1) {
        diagnostics.report(.formCellEdited(name, at: grid.place(row, strange[place])))
        strange.remove(at: place)
      } else {
        diagnostics.report(.formColumnMissing(name, at: grid.place(row)))
      }
    }
    for column in strange { diagnostics.report(.formColumnAdded(at: grid.place(row, column))) }
    let order = columns.compactMap(\.self)
    if let moved = zip(order, order.dropFirst()).first(where: { $0 > $1 }) {
      diagnostics.report(.formColumnsMoved(at: grid.place(row, moved.1)))
    }
    return Heads(row: row, columns: columns)
  }
}
