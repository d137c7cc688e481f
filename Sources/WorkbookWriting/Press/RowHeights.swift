/// How high rows must be for what stands in them: not every program makes room for wrapped lines.
enum RowHeights {
  private static let usualWidth = 8
  private static let most = 12

  /// The rows that need more than one line, in their order.
  static func lines(of sheet: SheetDraft) -> [(row: Int, lines: Int)] {
    var rows: [Int: Int] = [:]
    for cell in sheet.cells {
      guard case .text(let text) = cell.content, cell.style.isWrapped else { continue }
      let column = sheet.columns.last { ($0.first...max($0.first, $0.last)).contains(cell.column) }
      let lines = lines(of: text, width: max(4, column?.width ?? usualWidth))
      if lines > 1 { rows[cell.row] = max(rows[cell.row] ?? 1, min(most, lines)) }
    }
    return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func lines(of text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      // A letter of Chinese is as wide as two others.
      let letters = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      return sum + max(1, (letters + width - 1) / width)
    }
  }
}
