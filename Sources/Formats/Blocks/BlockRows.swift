import Diagnostics

/// Finds the rows and cells of one block after the other; one for each thread.
///
/// A block without quotes, whose rows are as wide as the header, is read at the speed of `SeparatorIndex`. At the first
/// row that is not so the rest of the block goes through `CSVCursor`, which knows everything.
struct BlockRows {
  /// So many bytes are looked at in one go: the places of their separators stay near the processor.
  static let windowSize = 1 << 16

  /// What was found in a block besides its rows.
  struct Report: Sendable {
    var block = 0
    var lineCount = 0
    var rowCount = 0
    var faults: [RowFault] = []
    /// More faults than anybody reads are only counted.
    var omittedFaultCount = 0
    var blankRowCount = 0
    var firstBlankLine = 0
    var isWhole = true
    /// Lines are counted in the block.
    var brokenRows: [BrokenRow] = []
    /// There are more than anybody can look at.
    var omitsBrokenRows = false
    var stop: CSVCursor.Stop?
    /// The block is not UTF-8: neither is the file, and what was found in it counts for nothing.
    var isForeign = false
  }

  private let header: CSVHeader
  private let separator: UInt8
  private let limits: CSVReader.Limits
  /// By column wanted: the cell of a row.
  private let cells: [Int]
  private let windowSize: Int
  private var places: [UInt32]
  private var scratch: [UInt8] = []

  init(
    _ header: CSVHeader, separator: UInt8, limits: CSVReader.Limits, columns: [Int],
    windowSize: Int = Self.windowSize
  ) {
    self.header = header
    self.separator = separator
    self.limits = limits
    self.windowSize = windowSize
    cells = columns.map { header.cells[$0] }
    places = Array(repeating: 0, count: windowSize + 128)
  }

  /// Gives every row of the block to `take`, in order, some at a time.
  mutating func read(_ block: Block, _ take: (RowBatch) -> Void) -> Report {
    var report = Report()
    report.block = block.ordinal
    let survey = BlockSurvey(block.bytes)
    if survey.hasHighBytes, !block.isUTF8 {
      report.isForeign = true
      return report
    }
    var offset = 0
    if !survey.hasQuotes, survey.hasPlainLineEnds {
      offset = readPlain(block, endsInPairs: survey.endsInPairs, &report, take)
    }
    if offset < block.count { readCarefully(block, from: offset, &report, take) }
    return report
  }

  // MARK: plain rows

  /// - Returns: where plain rows end.
  private mutating func readPlain(
    _ block: Block, endsInPairs: Bool, _ report: inout Report, _ take: (RowBatch) -> Void
  ) -> Int {
    let width = header.cellCount
    let lineEnd = endsInPairs ? 2 : 1
    var offset = 0
    while offset < block.count {
      let end = min(block.count, offset + windowSize)
      let (rowCount, next, isPlain) = places.withUnsafeMutableBufferPointer { room in
        guard let base = room.baseAddress else { return (0, offset, false) }
        // Before the first place stands the line end in front of the first row.
        base[0] = UInt32(truncatingIfNeeded: offset &- lineEnd)
        let found = SeparatorIndex.find(
          in: block.base, offset..<end, separator: separator, into: base + 1)
        return Self.plainRows(
          base, found, of: block, from: offset, width: width, endsInPairs: endsInPairs)
      }
      if rowCount > 0 {
        places.withUnsafeBufferPointer { room in
          guard let base = room.baseAddress else { return }
          take(
            RowBatch(
              bytes: UnsafePointer(block.base), rowCount: rowCount,
              columns: cells.map { cell in
                RowBatch.Cells(
                  places: base, stride: width, start: cell, end: cell + 1,
                  shift: cell == 0 ? UInt32(lineEnd) : 1)
              },
              block: block.ordinal, firstLine: report.lineCount + 1, lines: nil,
              overlongRows: []))
        }
        report.lineCount += rowCount
        report.rowCount += rowCount
      }
      offset = next
      if !isPlain { break }
    }
    return offset
  }

  /// How many rows from the first are plain, where they end, and whether there may be more of them behind.
  private static func plainRows(
    _ places: UnsafeMutablePointer<UInt32>, _ count: Int, of block: Block, from start: Int,
    width: Int, endsInPairs: Bool
  ) -> (rows: Int, end: Int, isPlain: Bool) {
    let bytes = block.base
    let shortest = width - 1 + (endsInPairs ? 1 : 0)
    var rowCount = 0
    var rowStart = start
    var place = 1
    while place + width <= count + 1 {
      for index in place..<place + width - 1 where bytes[Int(places[index])] == 0x0A {
        return (rowCount, rowStart, false)
      }
      let end = Int(places[place + width - 1])
      // A line of separators alone is a blank row; one without any where there should be some is none at all.
      guard bytes[end] == 0x0A, end - rowStart > shortest else {
        return (rowCount, rowStart, false)
      }
      if endsInPairs { places[place + width - 1] = UInt32(truncatingIfNeeded: end - 1) }
      rowCount += 1
      rowStart = end + 1
      place += width
    }
    // A row longer than a window, or the last one without a line end.
    return (rowCount, rowStart, rowCount > 0)
  }

  // MARK: any rows

  private mutating func readCarefully(
    _ block: Block, from offset: Int, _ report: inout Report, _ take: (RowBatch) -> Void
  ) {
    let rest = UnsafeBufferPointer(rebasing: block.bytes[offset...])
    let firstLine = report.lineCount
    var cursor = CSVCursor(rest, separator: separator, limits: limits)
    var lines: [Int] = []
    var overlong: [Int] = []
    var ends: [UInt32] = []
    scratch.removeAll(keepingCapacity: true)
    while cursor.next() {
      if cursor.isBlank {
        guard cursor.cellCount > 1 else { continue }
        if report.blankRowCount == 0 { report.firstBlankLine = firstLine + cursor.line }
        report.blankRowCount += 1
        continue
      }
      if cursor.looseQuoteColumn != nil, cursor.spansLines { report.isWhole = false }
      for fault in RowFault.faults(of: cursor, under: header, limits: limits) {
        if report.faults.count < Diagnostics.maximumCount {
          report.faults.append(RowFault(kind: fault.kind, line: firstLine + fault.line))
        } else {
          report.omittedFaultCount += 1
        }
        if fault.isBroken {
          if report.brokenRows.count < Diagnostics.maximumCount {
            report.brokenRows.append(
              BrokenRow(fault, of: cursor, line: firstLine + fault.line))
          } else {
            report.omitsBrokenRows = true
          }
        }
        if fault.isOverlong {
          overlong.append(lines.count)
        }
      }
      for cell in cells {
        ends.append(UInt32(truncatingIfNeeded: scratch.count))
        if cell < cursor.cellCount { scratch.append(contentsOf: cursor.cell(cell)) }
        ends.append(UInt32(truncatingIfNeeded: scratch.count))
      }
      lines.append(firstLine + cursor.line)
      if scratch.count >= windowSize || lines.count >= 1024 {
        give(block, &lines, &overlong, &ends, &report, take)
      }
    }
    give(block, &lines, &overlong, &ends, &report, take)
    report.lineCount = firstLine + cursor.passedLineCount
    if cursor.stop != .endOfText {
      report.stop = cursor.stop
      report.isWhole = false
      if let stop = cursor.stop { report.stop = stop.moved(by: firstLine) }
    }
  }

  private mutating func give(
    _ block: Block, _ lines: inout [Int], _ overlong: inout [Int], _ places: inout [UInt32],
    _ report: inout Report, _ take: (RowBatch) -> Void
  ) {
    guard !lines.isEmpty else { return }
    scratch.append(contentsOf: repeatElement(0, count: Block.margin))
    scratch.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        guard let bytes = bytes.baseAddress, let places = places.baseAddress else { return }
        take(
          RowBatch(
            bytes: bytes, rowCount: lines.count,
            columns: cells.indices.map { column in
              RowBatch.Cells(
                places: places, stride: cells.count * 2, start: column * 2, end: column * 2 + 1,
                shift: 0)
            },
            block: block.ordinal, firstLine: 1, lines: lines, overlongRows: overlong))
      }
    }
    report.rowCount += lines.count
    scratch.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    overlong.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }
}

extension CSVCursor.Stop {
  /// The same, so many lines further down.
  func moved(by lines: Int) -> CSVCursor.Stop {
    switch self {
    case .endOfText: .endOfText
    case .unclosedQuote(let line, let column): .unclosedQuote(line: line + lines, column: column)
    case .cellTooLarge(let line, let column): .cellTooLarge(line: line + lines, column: column)
    case .lineTooLarge(let line): .lineTooLarge(line: line + lines)
    }
  }
}
