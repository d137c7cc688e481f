package import Diagnostics

/// What the first lines of a file look like, before anybody says which of them is the header.
struct CSVHead: Sendable {
  /// Among so many lines the header is looked for.
  static let lineCount = 10

  /// The most cells that one of them has.
  private(set) var width = 0
  /// The first line has fewer cells than those below it, or says one thing again and again: it looks like a title, so
  /// nobody can say yet which rows are too long or too short.
  private(set) var isDoubtful = false

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits) {
    var cursor = CSVCursor(bytes, separator: separator, limits: limits)
    var first: Int?
    var least = Int.max
    var others = 0
    var repeats = false
    while others < Self.lineCount, cursor.next() {
      if cursor.isBlank { continue }
      width = max(width, min(cursor.cellCount, limits.columns))
      guard first != nil else {
        first = cursor.cellCount
        let texts = (0..<min(cursor.cellCount, 64)).map {
          String(decoding: cursor.cell($0), as: UTF8.self)
        }
        let filled = texts.filter { !$0.isEmpty }
        repeats = filled.count > 1 && Set(filled).count == 1
        continue
      }
      others += 1
      least = min(least, cursor.cellCount)
    }
    guard let first, others > 0 else { return }
    isDoubtful = repeats || first == 1 && width > 1 || least > first && others > 1
  }
}

extension CSVTable {
  /// The cells of one row in their order, whatever the header names.
  private func writtenCells(_ row: Int) -> [String] {
    (0..<Int(rowStarts[row + 1] - rowStarts[row])).map { cell in
      withWrittenCell(row, cell) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The first lines below the header: what each of them would call its columns.
  package var furtherHeaders: [[String]] {
    (0..<min(rowCount, CSVHead.lineCount - 1)).map(writtenCells)
  }

  /// The same file with the header in one of its rows; what stands above it is gone.
  package func headed(by row: Int, into diagnostics: inout Diagnostics) -> CSVTable {
    let written = CSVHeader(writtenCells(row), line: lines[row])
    written.reportRepeats(in: path, into: &diagnostics)
    let below = row + 1
    let overlong = Set(overlongRows.filter { isWider($0, than: firstLines.width) })
    let overlongRows = (below..<max(below, rowCount)).filter {
      overlong.contains($0) || hasContent($0, behind: written.cellCount)
    }
    let table = CSVTable(
      path: path, head: written, separatorText: separatorText, encoding: encoding,
      lines: Array(lines[below...]), overlongRows: overlongRows.map { $0 - below },
      brokenRows: brokenRows, isWhole: isWhole, firstLines: firstLines, text: text,
      unescaped: unescaped, starts: starts, ends: ends, rowStarts: Array(rowStarts[below...]),
      cellCounts: Array(cellCounts.dropFirst(below)))
    table.reportWidths(into: &diagnostics)
    return table
  }

  /// Reports rows that are too long or too short for the header, and names that stand twice in it, where the reader could not
  /// know which line it is.
  package func reportForm(into diagnostics: inout Diagnostics) {
    guard firstLines.isDoubtful else { return }
    head.reportRepeats(in: path, into: &diagnostics)
    reportWidths(into: &diagnostics)
  }

  private func reportWidths(into diagnostics: inout Diagnostics) {
    guard firstLines.isDoubtful else { return }
    let overlong = Set(overlongRows)
    for row in cellCounts.indices {
      let count = Int(cellCounts[row])
      let kind: RowFault.Kind
      if overlong.contains(row) {
        kind = .overlong(cells: count)
      } else if count < head.cellCount {
        kind = .short(cells: count)
      } else {
        continue
      }
      diagnostics.report(
        RowFault(kind: kind, line: lines[row]).diagnostic(under: head, path: path))
    }
  }

  /// A row of which not every cell was kept.
  private func isWider(_ row: Int, than width: Int) -> Bool {
    Int(rowStarts[row + 1] - rowStarts[row]) >= width
      && (!cellCounts.indices.contains(row) || Int(cellCounts[row]) > width)
  }

  private func hasContent(_ row: Int, behind cellCount: Int) -> Bool {
    let kept = Int(rowStarts[row + 1] - rowStarts[row])
    guard kept > cellCount else { return false }
    return (cellCount..<kept).contains { withWrittenCell(row, $0) { !$0.isEmpty } }
  }
}
