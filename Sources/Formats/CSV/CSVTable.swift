/// A table as written: a header and cells of text.
///
/// The cells stay in the bytes of the file, because an array of strings per row would take ten times the room. A cell
/// whose quotes had to be undone lies in a second buffer, with offsets that go on behind the first.
///
///     text       |姓名,备注␊张三,是␊|
///     starts           0   7        cells of all rows, end to end
///     rowStarts        0   2        index into starts
package struct CSVTable: Sendable {
  /// The file as messages name it.
  package let path: String
  package private(set) var head: CSVHeader
  /// Stands between cells.
  package let separatorText: String
  package let encoding: TextEncoding
  /// The line of the file at which each row begins, counted from 1; the row of a sheet.
  package private(set) var lines: [Int]
  /// Rows with more cells than the header has columns: nobody knows which cell belongs where.
  package let overlongRows: [Int]
  /// Rows with more cells than that, or with text behind a closing quote, in the order of the file.
  ///
  /// `nil`: there are more than anybody can look at.
  package let brokenRows: [BrokenRow]?
  /// False where rows are lost: behind a cell or line over the limit, or inside a quote that closes too late or never.
  package var isWhole: Bool
  /// The sheet of a workbook that it is; `path` ends in its name then.
  package internal(set) var sheet: String?
  let doubt: HeaderDoubt

  let text: [UInt8]
  let unescaped: [UInt8]
  let starts: [UInt32]
  let ends: [UInt32]
  let rowStarts: [UInt32]
  /// How many cells each row has; empty where the header is the first line, come what may.
  let cellCounts: [UInt32]

  /// Without blanks around; unique.
  package var header: [String] { head.names }

  package var rowCount: Int { lines.count }
  /// Of the text.
  package var byteCount: Int { text.count }

  /// The text of a cell; empty where the row is too short.
  package func cell(_ row: Int, _ column: Int) -> String {
    withCell(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of a cell, for readers that want no copy.
  package func withCell<R>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    withWrittenCell(row, head.cells[column], body)
  }

  /// A cell by its place in its row, under whatever header.
  func withWrittenCell<R>(
    _ row: Int, _ cell: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    let index = Int(rowStarts[row]) + cell
    guard index < Int(rowStarts[row + 1]) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let start = Int(starts[index])
    let end = Int(ends[index])
    guard end > text.count else {
      return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
    return unescaped.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start - text.count..<end - text.count]))
    }
  }

  /// The column of its sheet, from 1, in which the cells of a column stand.
  package func sheetColumn(_ column: Int) -> Int? {
    head.cells.indices.contains(column) ? head.cells[column] + 1 : nil
  }

  /// The same, with the numbers that its rows have in their sheet.
  func numbered(by rows: SheetLines) -> CSVTable {
    var table = self
    table.lines = lines.map { rows.row(ofLine: $0) }
    table.head.move(toLine: rows.row(ofLine: head.line))
    table.sheet = rows.sheet
    return table
  }

  /// The cells of one row, one for each column of the header.
  package func row(_ row: Int) -> [String] {
    header.indices.map { cell(row, $0) }
  }

  /// The column whose header is one of `names`, compared after NFKC and trimming.
  package func columnIndex(named names: [String]) -> Int? {
    let wanted = Set(names.map(HeaderName.init))
    return header.firstIndex { wanted.contains(HeaderName($0)) }
  }
}
