import Diagnostics
import Formats
import Synchronization
import Values

extension FuzzTarget {
  /// Reading in blocks gives the rows and messages of reading whole; no row is lost without a word.
  static let csv = FuzzTarget(
    name: "csv",
    pieces: [
      ",", "\t", ";", "\"", "\"\"", "\",\"", "\n", "\r\n", "\r", "\u{FEFF}", "sep=;\n", "合计", "小计：",
      "平均", "Total", "注：", "单位：万元", "/", "无", "序号", "12.5", "2024-02-30", "1,200", "95%", "　",
      "\u{A0}", "\0", "\u{85}", "PK\u{3}\u{4}", "=1+1",
    ],
    feed: { bytes, isThorough in
      var limits = CSVReader.Limits()
      if isThorough { (limits.cell, limits.line) = (40, 90) }
      var found = Diagnostics()
      let table = CSVReader.read(bytes, path: "t.csv", limits: limits, into: &found)
      guard let table else { return found.hasErrors ? nil : "no table, and no error" }
      for row in 0..<table.rowCount where table.row(row).count != table.header.count {
        return "row \(row) has \(table.row(row).count) cells under \(table.header.count) headers"
      }
      sieve(table)
      // What is not UTF-8 is left to the reader of whole files, and what is not whole counts for nothing.
      let isForeign =
        table.encoding != .utf8 || found.all.contains { $0.code == "undecodable-byte" }
      guard !isForeign, table.isWhole else { return nil }
      for (size, threads) in [(7, 1), (64, 3), (1 << 16, 2)] {
        guard let blocks = BlockTable(bytes, limits, size: size, threads: threads) else {
          return "blocks of \(size) give no table"
        }
        if let fault = blocks.fault(against: table, found) { return "blocks of \(size): \(fault)" }
      }
      return nil
    })

  private static func sieve(_ table: CSVTable) {
    // One column is nobody's, as in files of offices.
    let columns = table.header.enumerated().map { index, name in
      let isNumber = index % 2 == 0
      let declared = RecordSieve.Column.Declared(
        kind: isNumber ? .number : .string, fits: { !isNumber || Number($0) != nil })
      return RecordSieve.Column(name, index == 1 ? nil : declared)
    }
    _ = RecordSieve.fates(of: columns, rowCount: table.rowCount) { row, column in
      table.row(row)[column]
    }
  }
}

/// A table that was read in blocks.
private struct BlockTable {
  private struct Row {
    let line: BlockLine
    let cells: [String]
  }

  private final class Collector: BatchTaker {
    let rows = Mutex<[Row]>([])
    let width: Int

    init(_ width: Int) {
      self.width = width
    }

    func take(_ batch: RowBatch) {
      for row in 0..<batch.rowCount {
        let cells = (0..<width).map { String(decoding: batch.cell($0, row), as: UTF8.self) }
        rows.withLock { $0.append(Row(line: batch.line(row), cells: cells)) }
      }
    }
  }

  private let header: [String]
  private let rows: [[String]]
  private let messages: [String]

  init?(_ bytes: [UInt8], _ limits: CSVReader.Limits, size: Int, threads: Int) {
    var settings = BlockReader.Settings()
    settings.limits = limits
    settings.blockSize = size
    settings.windowSize = max(2, size / 2)
    var found = Diagnostics()
    let opening = try? BlockReader.open(
      "t.csv", MemoryStream(bytes), settings: settings, into: &found)
    guard case .table(let reader)? = opening else { return nil }
    let takers = (0..<threads).map { _ in Collector(reader.names.count) }
    let reading = reader.read(Array(reader.names.indices), by: takers)
    guard !reading.isForeign else { return nil }
    reading.reportFaults(into: &found)
    header = reader.names
    rows = takers.flatMap { $0.rows.withLock { $0 } }.sorted { $0.line < $1.line }.map(\.cells)
    messages = found.all.map { "\($0.code) \($0.place?.description ?? "")" }
  }

  func fault(against table: CSVTable, _ found: Diagnostics) -> String? {
    if header != table.header { return "the header is \(header)" }
    if rows.count != table.rowCount { return "\(rows.count) rows in place of \(table.rowCount)" }
    for (row, cells) in rows.enumerated() where table.row(row) != cells {
      return "row \(row) is \(cells)"
    }
    let expected = found.all.map { "\($0.code) \($0.place?.description ?? "")" }
    return messages == expected ? nil : "messages \(messages) in place of \(expected)"
  }
}
