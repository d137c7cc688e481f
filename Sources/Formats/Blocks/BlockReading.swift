package import Archives
package import Diagnostics

/// What the reading of a file in blocks came to, besides its rows.
package struct BlockReading: Sendable {
  /// Why the bytes ended too early.
  package let failure: ByteStreamFailure?
  /// The file is not UTF-8, and nothing that was read of it counts.
  package let isForeign: Bool
  /// False where rows are lost: behind a cell or line over the limit, or inside a quote that closes too late or never.
  package let isWhole: Bool
  package let rowCount: Int
  /// How many bytes of the file were read.
  package let byteCount: Int
  /// Rows whose form is broken, in the order of the file; `nil` where they are too many to be kept.
  package let brokenRows: [BrokenRowPlace]?

  private let path: String
  private let header: CSVHeader
  private let limits: CSVReader.Limits
  private let sheet: SheetLines?
  private let reports: [BlockRows.Report]
  /// By block: how many lines of the file lie before it.
  private let linesBefore: [Int]

  init(
    path: String, header: CSVHeader, headerLineCount: Int, limits: CSVReader.Limits,
    sheet: SheetLines?, reports: [BlockRows.Report], failure: ByteStreamFailure?, byteCount: Int,
    isUnwanted: Bool
  ) {
    self.path = path
    self.header = header
    self.limits = limits
    self.sheet = sheet
    self.failure = failure
    self.byteCount = byteCount
    isForeign = reports.contains(where: \.isForeign)
    var sorted = reports.sorted { $0.block < $1.block }
    // Behind the first fault that ends the table, nothing counts.
    if let last = sorted.firstIndex(where: { $0.stop != nil }) {
      sorted.removeSubrange((last + 1)...)
    }
    self.reports = sorted
    isWhole = failure == nil && !isUnwanted && sorted.allSatisfy(\.isWhole)
    var broken: [BrokenRowPlace] = []
    for (index, report) in sorted.enumerated() {
      for row in report.brokenRows {
        broken.append(BrokenRowPlace(row: row, line: BlockLine(block: index, line: row.line)))
      }
    }
    brokenRows = sorted.contains(where: \.omitsBrokenRows) ? nil : broken
    rowCount = sorted.reduce(0) { $0 + $1.rowCount }
    var lines = headerLineCount
    linesBefore = sorted.map { report in
      defer { lines += report.lineCount }
      return lines
    }
  }

  /// The line of the file, counted from 1; the row of a sheet.
  package func line(_ line: BlockLine) -> Int {
    let written =
      (linesBefore.indices.contains(line.block) ? linesBefore[line.block] : 0) + line.line
    return sheet?.row(ofLine: written) ?? written
  }

  package func place(_ line: BlockLine, column: String) -> Place {
    place(line: self.line(line), column: column)
  }

  /// A cell on a line of the file, or in a row of a sheet, that is known already.
  package func place(line: Int, column: String) -> Place {
    guard let sheet else { return .cell(file: path, line: line, column: column) }
    let name = HeaderName(column)
    return sheet.place(
      row: line,
      cell: header.comparedNames.firstIndex(of: name).map { header.cells[$0] })
  }

  /// Reports what does not fit the header, in the order of the file.
  package func reportFaults(into diagnostics: inout Diagnostics) {
    var found = Diagnostics()
    defer { diagnostics.append(sheet.map { found.moved($0.place(ofLine:)) } ?? found) }
    reportFaults(of: &found)
  }

  private func reportFaults(of found: inout Diagnostics) {
    var blankRowCount = 0
    var firstBlankLine: BlockLine?
    for (index, report) in reports.enumerated() {
      let first = linesBefore[index] + 1
      for fault in report.faults {
        found.report(fault.diagnostic(under: header, path: path, firstLine: first))
      }
      if let last = report.faults.last {
        for _ in 0..<report.omittedFaultCount {
          found.report(last.diagnostic(under: header, path: path, firstLine: first))
        }
      }
      if let fault = header.diagnostic(
        of: report.stop, path: path, limits: limits, firstLine: first)
      {
        found.report(fault)
      }
      if report.blankRowCount > 0, firstBlankLine == nil {
        firstBlankLine = BlockLine(block: index, line: report.firstBlankLine)
      }
      blankRowCount += report.blankRowCount
    }
    if let firstBlankLine {
      found.report(.blankRows(blankRowCount, at: place(firstBlankLine, column: "-")))
    }
  }
}
