import Diagnostics

/// The rows of a table that say what its columns hold.
struct SheetHeader {
  struct Column {
    let number: Int
    let role: ColumnRole
    /// As the sheet heads it.
    let head: String
    /// Of a standard that stands in several columns: 优, 良.
    var part: String?
  }

  let firstRow: Int
  let lastRow: Int
  let columns: [Column]
  /// What the columns were taken for, where no row says it.
  var taken: Wording?

  /// A header stands among the first rows.
  private static let farthest = 40
  private static let mostRows = 4

  /// - Returns: `nil` where no row looks like one.
  init?(of grid: ScoreTable) {
    var best: SheetHeader?
    for row in stride(from: 1, through: min(grid.rowCount, Self.farthest), by: 1) {
      guard let header = SheetHeader(of: grid, at: row) else { continue }
      best = header
      break
    }
    guard let best else { return nil }
    self = best
  }

  private init?(of grid: ScoreTable, at row: Int) {
    let cells = grid.cells(inRow: row).filter { !$0.text.isEmpty }
    // A title over the whole width is no head.
    let heads = cells.filter { $0.row == row && $0.columns < max(2, grid.columnCount) }
    let roles = heads.compactMap { ColumnRole(head: $0.text) }
    guard roles.count > 1, roles.count * 2 > heads.count,
      roles.contains(.label) || roles.contains(.standard),
      roles.contains(.standard) || roles.contains(.points) || roles.contains(.fill)
        || roles.filter({ $0 == .label }).count > 1
    else { return nil }
    var last = heads.map(\.lastRow).max() ?? row
    if last == row, Self.isSecond(grid, row: row + 1) { last = row + 1 }
    last = min(last, row + Self.mostRows - 1)
    var columns: [Column] = []
    for number in stride(from: 1, through: grid.columnCount, by: 1) {
      var texts: [String] = []
      for line in row...max(row, last) {
        let text = grid.text(row: line, column: number)
        if !text.isEmpty, texts.last != text { texts.append(text) }
      }
      guard let head = texts.last else { continue }
      let lower = ColumnRole(head: head)
      let upper = texts.dropLast().last.flatMap { ColumnRole(head: $0) }
      if upper == .standard, lower == nil {
        columns.append(Column(number: number, role: .standard, head: head, part: head))
      } else if upper == .fill {
        columns.append(Column(number: number, role: .fill, head: head))
      } else if let role = lower ?? upper {
        columns.append(Column(number: number, role: role, head: head))
      }
    }
    guard columns.count > 1 else { return nil }
    firstRow = row
    lastRow = max(row, last)
    self.columns = columns
  }

  /// Whether a row goes on with the heads above: short words, and a cell from above beside them.
  private static func isSecond(_ grid: ScoreTable, row: Int) -> Bool {
    let cells = grid.cells(inRow: row).filter { !$0.text.isEmpty }
    let goesOn = cells.contains { $0.row < row }
    let own = cells.filter { $0.row == row }
    guard !own.isEmpty else { return false }
    let known = own.count { ColumnRole(head: $0.text) != nil }
    return goesOn ? known > 0 : known == own.count && known > 1
  }

  /// No heads at all, above the row where a table begins.
  init(above row: Int, _ columns: [Column]) {
    firstRow = row
    lastRow = row - 1
    self.columns = columns
  }

  /// The same heads over a table that goes on without them, from the row behind `row` on.
  init(_ header: SheetHeader, from row: Int) {
    firstRow = row
    lastRow = row
    columns = header.columns
  }
}
