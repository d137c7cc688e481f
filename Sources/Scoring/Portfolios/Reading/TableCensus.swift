import Diagnostics
import Formats
package import Rubrics
import Values

/// How often the cells of a table were known, column by column; all rows of the file are counted, whosever they are.
package struct TableCensus: Sendable {
  package let declaration: TableDeclaration
  package let rowCount: Int
  /// By declared column.
  package let columns: [PortfolioFacts.Known]

  /// Counts the cells of a file in a reading of its own, so that scoring is not slower for it.
  ///
  /// - Returns: `nil` where the file cannot be read as a table any more; whoever read it first has said why.
  static func read(
    _ declaration: TableDeclaration, from file: PortfolioFile, _ finder: HeaderFinder,
    threads: Int
  ) -> TableCensus? {
    var unused = Diagnostics()
    let opened =
      declaration.fillDown.isNothing
      ? OpenFile(file, finder, into: &unused) : OpenFile.whole(file, finder, into: &unused)
    switch opened {
    case nil: return nil
    case .whole(let table)?: return TableCensus(declaration, of: table)
    case .blocks(let blocks)?:
      let columns = declaration.columns.map { blocks.columnIndex(named: $0.headers + [$0.name]) }
      let takers = (0..<max(1, threads)).map { _ in
        CensusTaker(zip(declaration.columns, columns).filter { $1 != nil }.map(\.0))
      }
      let reading = blocks.read(columns.compactMap(\.self), by: takers)
      if reading.isForeign, case .whole(let table)? = OpenFile.whole(file, finder, into: &unused) {
        return TableCensus(declaration, of: table)
      }
      guard reading.isWhole, !reading.isForeign else { return nil }
      return TableCensus(
        declaration, takers, hasColumn: columns.map { $0 != nil }, rowCount: reading.rowCount)
    }
  }

  private init(
    _ declaration: TableDeclaration, _ takers: [CensusTaker], hasColumn: [Bool], rowCount: Int
  ) {
    self.declaration = declaration
    self.rowCount = rowCount
    var next = 0
    columns = zip(declaration.columns, hasColumn).map { column, isThere in
      guard isThere else { return .missing(column, rowCount) }
      defer { next += 1 }
      return takers.reduce(into: PortfolioFacts.Known(declaration: column)) {
        $0.add($1.known[next])
      }
    }
  }

  /// The same of a file that was read as a whole.
  private init(_ declaration: TableDeclaration, of table: CSVTable) {
    self.declaration = declaration
    rowCount = table.rowCount
    let written = TableReader(declaration).filledDown(WrittenTable(table, file: table.path))
    let overlong = written.overlongRows
    columns = declaration.columns.map { column in
      guard let index = table.columnIndex(named: column.headers + [column.name]) else {
        return .missing(column, table.rowCount)
      }
      let reader = DeclaredReader(column)
      var known = PortfolioFacts.Known(declaration: column)
      for row in 0..<table.rowCount {
        if overlong.contains(row) {
          known.unreadable += 1
        } else {
          known.count(reader.read(written.cell(row, index), named: column.name, at: nil), 1)
        }
      }
      return known
    }
  }
}

extension PortfolioReader {
  /// How often the cells of each table were known.
  package func censuses(
    of tables: [(name: String, file: PortfolioFile)], threads: Int
  ) -> [TableCensus] {
    tables.compactMap { name, file in
      let wanted = HeaderName(name)
      let declaration = (rubric.tables + rubric.surveys).first { HeaderName($0.name) == wanted }
      return declaration.flatMap {
        TableCensus.read($0, from: file, headerFinder(of: $0), threads: threads)
      }
    }
  }
}

/// Counts the cells of some columns, as one thread of several.
private final class CensusTaker: BatchTaker, @unchecked Sendable {
  /// One column: most cells are told apart by their bytes, the others by their text, each read once.
  private struct Counter {
    /// More texts than this are read each time, so that memory does not grow with the rows.
    static let mostTexts = 1 << 16

    let reader: DeclaredReader
    let directness: CellColumn.Directness
    let isPlainText: Bool
    let codes = TextCodes()
    var counts: [Int] = []
    var known: PortfolioFacts.Known

    init(_ declaration: Declaration) {
      reader = DeclaredReader(declaration)
      directness = reader.directness
      if case .string = declaration.shape.known, declaration.allowed == nil,
        declaration.mustBe == nil, declaration.blanks.isEmpty
      {
        isPlainText = true
      } else {
        isPlainText = false
      }
      known = PortfolioFacts.Known(declaration: declaration)
    }

    mutating func count(_ cell: Range<Int>, of bytes: UnsafePointer<UInt8>) {
      let start = bytes + cell.lowerBound
      switch directness {
      case .number(let rule, let isWhole):
        if let number = PlainNumber(start, cell.count), let scaled = NumberRule.scaled(number),
          !isWhole || scaled % 1_000_000 == 0, rule?.holds(scaled) ?? true
        {
          known.known += 1
          return
        }
      case .coded:
        if isPlainText, !cell.isEmpty,
          CellReader.isPlainText(UnsafeBufferPointer(start: start, count: cell.count))
        {
          known.known += 1
          return
        }
      }
      guard codes.count < Self.mostTexts else {
        let text = String(
          decoding: UnsafeBufferPointer(start: start, count: cell.count), as: UTF8.self)
        known.count(reader.read(text, named: "", at: nil), 1)
        return
      }
      let code = codes.code(of: cell, in: bytes)
      if code == counts.count { counts.append(0) }
      counts[code] += 1
    }

    var total: PortfolioFacts.Known {
      var total = known
      for (code, count) in counts.enumerated() {
        total.count(reader.read(codes.text(of: code), named: "", at: nil), count)
      }
      return total
    }
  }

  private var counters: [Counter]

  init(_ columns: [Declaration]) {
    counters = columns.map(Counter.init)
  }

  func take(_ batch: RowBatch) {
    let overlong = Set(batch.overlongRows)
    for place in counters.indices {
      let cells = batch.columns[place]
      for row in 0..<batch.rowCount {
        if overlong.contains(row) {
          counters[place].known.unreadable += 1
        } else {
          counters[place].count(cells.range(row), of: batch.bytes)
        }
      }
    }
  }

  /// By column.
  var known: [PortfolioFacts.Known] { counters.map(\.total) }
}

extension PortfolioFacts.Known {
  /// A column that the file does not have.
  fileprivate static func missing(_ declaration: Declaration, _ rowCount: Int) -> Self {
    var known = Self(declaration: declaration)
    known.hasColumn = false
    known.count(DeclaredReader(declaration).absent(named: declaration.name, .absent), rowCount)
    return known
  }

  fileprivate mutating func add(_ other: Self) {
    known += other.known
    null += other.null
    assumed += other.assumed
    unknown += other.unknown
    unreadable += other.unreadable
  }
}
