/// A table as written: a header and cells of text.
///
/// The cells lie end to end in one buffer, because an array of strings per row would take ten times the room.
///
///     cellText   |张三是李四否|
///     cellEnds    6 9 15 18
///     rowStarts   0   2   4        index into cellEnds
package struct CSVTable: Sendable {
  /// The file as messages name it.
  package let path: String
  /// Without blanks around; unique.
  package let header: [String]
  package let encoding: TextEncoding
  /// The line of the file at which each row begins, counted from 1.
  package let lines: [Int]
  /// Rows with more cells than the header has columns: nobody knows which cell belongs where.
  package let overlongRows: [Int]

  let cellText: [UInt8]
  let cellEnds: [UInt32]
  let rowStarts: [UInt32]
  /// For each column of `header` the cell of a row that it names; not all, where a header stood twice.
  let columns: [Int]

  package var rowCount: Int { lines.count }

  /// The text of a cell; empty where the row is too short.
  package func cell(_ row: Int, _ column: Int) -> String {
    withCell(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of a cell, for readers that want no copy.
  package func withCell<R>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R)
    -> R
  {
    let index = Int(rowStarts[row]) + columns[column]
    guard index < Int(rowStarts[row + 1]) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let start = index == 0 ? 0 : Int(cellEnds[index - 1])
    let end = Int(cellEnds[index])
    return cellText.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
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
