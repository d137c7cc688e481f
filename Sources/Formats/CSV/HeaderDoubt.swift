package import Diagnostics

/// What is open about the header of a table of which nobody has said yet what its columns are called.
enum HeaderDoubt: Sendable {
  /// It stands where it was found.
  case none
  /// It may yet be found below; the widest of the first lines has so many cells.
  case open(width: Int)
  /// The same, and the first line looks like a title, because it has fewer cells than those below it or says one thing
  /// again and again: nobody knows which rows are too long or too short.
  case titled(width: Int)

  /// What the first lines look like.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits) {
    var cursor = CSVCursor(bytes, separator: separator, limits: limits)
    guard cursor.nextWritten() else {
      self = .open(width: 0)
      return
    }
    let first = cursor.cellCount
    var width = min(first, limits.columns)
    let texts = (0..<min(first, 64)).map { String(decoding: cursor.cell($0), as: UTF8.self) }
    let filled = texts.filter { !$0.isEmpty }
    let repeats = filled.count > 1 && Set(filled).count == 1
    var least = Int.max
    var others = 0
    while others < HeaderFinder.lineCount, cursor.nextWritten() {
      width = max(width, min(cursor.cellCount, limits.columns))
      others += 1
      least = min(least, cursor.cellCount)
    }
    let isTitle =
      others > 0 && (repeats || first == 1 && width > 1 || least > first && others > 1)
    self = isTitle ? .titled(width: width) : .open(width: width)
  }

  var isOpen: Bool { if case .none = self { false } else { true } }
  var isTitled: Bool { if case .titled = self { true } else { false } }

  /// So many cells of a row are kept, though the first line may have fewer.
  var width: Int {
    switch self {
    case .none: 0
    case .open(let width), .titled(let width): width
    }
  }
}

extension CSVTable {
  /// The row that is the header, by its names; `nil` where it is the line that was taken for it, or none.
  package func rowOfHeader(_ finder: HeaderFinder) -> Int? {
    var next = -1
    let found = finder.find {
      defer { next += 1 }
      if next < 0 { return head.writtenCells }
      return next < rowCount ? writtenCells(next) : nil
    }
    return found.flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  /// The cells of one row in their order, whatever the header names.
  private func writtenCells(_ row: Int) -> [String] {
    (0..<Int(rowStarts[row + 1] - rowStarts[row])).map { cell in
      withWrittenCell(row, cell) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The same file with the header in one of its rows; what stands above it is gone.
  package func headed(by row: Int, into diagnostics: inout Diagnostics) -> CSVTable {
    let written = CSVHeader(writtenCells(row), line: lines[row])
    written.reportRepeats(in: path, into: &diagnostics)
    let below = row + 1
    let overlong = Set(overlongRows.filter { isWider($0, than: doubt.width) })
    let overlongRows = (below..<max(below, rowCount)).filter {
      overlong.contains($0) || hasContent($0, behind: written.cellCount)
    }
    var table = CSVTable(
      path: path, head: written, separatorText: separatorText, encoding: encoding,
      lines: Array(lines[below...]), overlongRows: overlongRows.map { $0 - below },
      brokenRows: brokenRows, isWhole: isWhole, doubt: doubt, text: text,
      unescaped: unescaped, starts: starts, ends: ends, rowStarts: Array(rowStarts[below...]),
      cellCounts: Array(cellCounts.dropFirst(below)))
    table.sheet = sheet
    table.reportWidths(into: &diagnostics)
    return table
  }

  /// Reports rows that are too long or too short for the header, and names that stand twice in it, where the reader could not
  /// know which line it is.
  package func reportForm(into diagnostics: inout Diagnostics) {
    guard doubt.isTitled else { return }
    head.reportRepeats(in: path, into: &diagnostics)
    reportWidths(into: &diagnostics)
  }

  private func reportWidths(into diagnostics: inout Diagnostics) {
    guard doubt.isTitled else { return }
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
