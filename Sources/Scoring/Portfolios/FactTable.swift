import Diagnostics
import Formats
import Rubrics
import Values

/// The rows of a file of facts in the order of the file, as columns.
struct FactTable {
  /// By row; empty where the cell is.
  let keys: [String]
  /// By row: the line of the file.
  let lines: [Int]
  /// By declared fact.
  let columns: [Column]
}

extension FactTable {
  /// Reads a file that has column `key`.
  ///
  /// - Returns: `nil` where the file failed, or is not UTF-8; what there is to tell was reported but for that.
  static func read(
    _ file: BlockReader, key: Int, named keyName: String, _ readers: [DeclaredReader],
    threads: Int, progress: ReadingProgress?, into diagnostics: inout Diagnostics
  ) -> (table: FactTable?, reading: BlockReading) {
    var wanted = [key]
    var own: [DeclaredReader] = []
    var missing: [Declaration] = []
    let sources = readers.map { reader -> Int? in
      let declaration = reader.declaration
      guard let index = file.columnIndex(named: declaration.headers + [declaration.name]) else {
        missing.append(declaration)
        return nil
      }
      wanted.append(index)
      own.append(reader)
      return own.count
    }
    let takers = (0..<threads).map { _ in FactTaker(key: keyName, own) }
    let reading = file.read(wanted, by: takers, progress: progress)
    guard !reading.isForeign, reading.failure == nil else { return (nil, reading) }
    reading.reportFaults(into: &diagnostics)
    guard reading.isWhole else { return (nil, reading) }
    for declaration in missing {
      diagnostics.report(
        .missingColumn(declaration.name, headers: declaration.headers, of: file.path))
    }
    var faults = CellFaults()
    for taker in takers { faults.add(taker.faults) }
    faults.report(of: own.map(\.declaration), in: reading, file.path, into: &diagnostics)
    return (FactTable(takers, reading, readers, sources: sources), reading)
  }

  /// The same of a file that was read as a whole.
  init(
    _ table: CSVTable, keys: [String], _ readers: [DeclaredReader],
    into diagnostics: inout Diagnostics
  ) {
    let written = WrittenTable(table, file: table.path)
    self.keys = keys
    lines = table.lines
    let overlong = written.overlongRows
    columns = readers.map { reader in
      let declaration = reader.declaration
      let name = declaration.name
      guard let column = written.columnIndex(named: declaration.headers + [name]) else {
        diagnostics.report(
          .missingColumn(name, headers: declaration.headers, of: written.file))
        let absent = reader.absent(named: name, .absent)
        return ColumnBuilder(repeatElement(absent, count: written.rowCount)).column
      }
      var builder = ColumnBuilder()
      for row in 0..<written.rowCount {
        let place = written.place(row, column: name)
        if overlong.contains(row) {
          builder.append(reader.unreadable(named: name, place))
          continue
        }
        let cell = written.cell(row, column)
        switch reader.read(cell, named: name, at: place) {
        case .value(let value, _), .absent(let value): builder.append(value)
        case .unreadable(let unknown, let fault):
          diagnostics.report(
            .unfittingCell(fault, of: declaration, holding: cell, at: place))
          builder.append(unknown)
        }
      }
      return builder.column
    }
  }

  /// Puts together what the threads have kept.
  ///
  /// `sources` says by declared fact which column the threads have kept; the first is that of the key.
  init(
    _ takers: [FactTaker], _ reading: BlockReading, _ readers: [DeclaredReader],
    sources: [Int?]
  ) {
    var parts: [(taker: Int, chunk: FactTaker.Chunk)] = []
    for (index, taker) in takers.enumerated() {
      parts += taker.chunks.map { (index, $0) }
    }
    parts.sort { $0.chunk.block < $1.chunk.block }
    let rows = Parts(takers: takers, parts: parts, reading: reading)
    lines = rows.lines
    keys = rows.texts(of: 0)
    columns = readers.enumerated().map { index, reader in
      let name = reader.declaration.name
      guard let source = sources[index] else {
        let absent = reader.absent(named: name, .absent)
        return ColumnBuilder(repeatElement(absent, count: rows.lines.count)).column
      }
      return rows.column(source, as: reader.declaration)
    }
  }

  /// The rows of all threads, in the order of the file.
  private struct Parts {
    let takers: [FactTaker]
    let parts: [(taker: Int, chunk: FactTaker.Chunk)]
    let reading: BlockReading

    var lines: [Int] {
      parts.flatMap { part in
        takers[part.taker].lines[part.chunk.rows].map {
          reading.line(BlockLine(block: part.chunk.block, line: Int($0)))
        }
      }
    }

    func texts(of column: Int) -> [String] {
      let meanings = takers.map { taker in
        taker.columns[column].column.meanings.meanings.map { meaning in
          if case .string(let text) = meaning.value { text } else { "" }
        }
      }
      return parts.flatMap { part in
        takers[part.taker].columns[column].cells[part.chunk.rows].map {
          meanings[part.taker][Int($0)]
        }
      }
    }

    func column(_ index: Int, as declaration: Declaration) -> Column {
      switch CellKind(declaration.shape) {
      case .number: numbers(index, declaration) ?? values(index, declaration)
      case .boolean, .date, .string: coded(index, declaration)
      case .time, .dateTime, .dayTimeDuration, .yearMonthDuration: values(index, declaration)
      }
    }

    /// Any column, value by value.
    private func values(_ index: Int, _ declaration: Declaration) -> Column {
      var builder = ColumnBuilder()
      forEach(index) { taker, row, cell, mark, place in
        builder.append(value(taker, index, cell, mark, declaration, place))
      }
      return builder.column
    }

    private func value(
      _ taker: Int, _ index: Int, _ cell: Int64, _ mark: UInt8, _ declaration: Declaration,
      _ line: BlockLine
    ) -> Value {
      let meanings = takers[taker].columns[index].column.meanings
      if mark == CellColumn.Mark.misplaced {
        return meanings.misplaced(at: reading.place(line, column: declaration.name))
      }
      guard mark == CellColumn.Mark.coded else {
        return .number(Number(scaled: cell, exponent: -Int(mark)))
      }
      let meaning = meanings.meanings[Int(cell)]
      guard meaning.isOwn else { return meaning.value }
      return meanings.value(
        of: Int(cell), at: reading.place(line, column: declaration.name))
    }

    private func forEach(
      _ index: Int, _ body: (_ taker: Int, _ row: Int, Int64, UInt8, BlockLine) -> Void
    ) {
      var row = 0
      for part in parts {
        let taker = takers[part.taker]
        let kept = taker.columns[index]
        for place in part.chunk.rows {
          let line = BlockLine(block: part.chunk.block, line: Int(taker.lines[place]))
          body(part.taker, row, kept.cells[place], kept.marks[place], line)
          row += 1
        }
      }
    }

    /// - Returns: `nil` where the numbers share no exponent.
    private func numbers(_ index: Int, _ declaration: Declaration) -> Column? {
      var decimals = 0
      var states: [UInt8] = []
      var others: [Int32: Value] = [:]
      var cells: [Int64] = []
      var isSame = true
      states.reserveCapacity(reading.rowCount)
      cells.reserveCapacity(reading.rowCount)
      for part in parts {
        let kept = takers[part.taker].columns[index]
        for place in part.chunk.rows where kept.marks[place] < CellColumn.Mark.misplaced {
          decimals = max(decimals, Int(kept.marks[place]))
        }
      }
      forEach(index) { taker, row, cell, mark, line in
        var (coefficient, state) = (Int64(0), Column.State.known)
        if mark < CellColumn.Mark.misplaced {
          let factor = PlainNumber.powersOfTen[decimals - Int(mark)]
          let (product, overflow) = cell.multipliedReportingOverflow(by: factor)
          if overflow || product.magnitude >= Column.greatestCoefficient.magnitude {
            isSame = false
          }
          coefficient = product
        } else {
          switch value(taker, index, cell, mark, declaration, line) {
          case .number(let number):
            if let scaled = number.scaled(to: -decimals) {
              coefficient = scaled
            } else {
              isSame = false
            }
          case .null(.written): state = .null
          case let other:
            state = .other
            others[Int32(truncatingIfNeeded: row)] = other
          }
        }
        cells.append(coefficient)
        states.append(state.rawValue)
      }
      return isSame
        ? Column(.scaled(cells, exponent: -decimals), states: states, others: others) : nil
    }

    /// A column whose cells are few texts.
    private func coded(_ index: Int, _ declaration: Declaration) -> Column {
      var texts: [String] = []
      var known: [[UInt8]: UInt32] = [:]
      // By thread and code: the state, and the cell as the column has it.
      let meanings = takers.map { taker in
        taker.columns[index].column.meanings.meanings.map { meaning -> (UInt8, UInt32) in
          switch meaning.value {
          case .boolean(let flag): (Column.State.known.rawValue, flag ? 1 : 0)
          case .date(let date):
            (
              Column.State.known.rawValue,
              UInt32(bitPattern: Int32(truncatingIfNeeded: date.dayNumber))
            )
          case .string(let text):
            (Column.State.known.rawValue, Self.code(of: text, in: &texts, &known))
          case .null(.written): (Column.State.null.rawValue, 0)
          default: (Column.State.other.rawValue, 0)
          }
        }
      }
      var states: [UInt8] = []
      var cells: [UInt32] = []
      var others: [Int32: Value] = [:]
      states.reserveCapacity(reading.rowCount)
      cells.reserveCapacity(reading.rowCount)
      forEach(index) { taker, row, cell, mark, line in
        let isCoded = mark == CellColumn.Mark.coded
        let (state, known) =
          isCoded ? meanings[taker][Int(cell)] : (Column.State.other.rawValue, 0)
        states.append(state)
        cells.append(known)
        if state == Column.State.other.rawValue {
          others[Int32(truncatingIfNeeded: row)] = value(
            taker, index, cell, mark, declaration, line)
        }
      }
      let typed: Column.Cells =
        switch CellKind(declaration.shape) {
        case .boolean: .booleans(cells.map { UInt8(truncatingIfNeeded: $0) })
        case .date: .days(cells.map { Int32(bitPattern: $0) })
        default: .texts(cells, texts: texts)
        }
      return Column(typed, states: states, others: others)
    }

    private static func code(
      of text: String, in texts: inout [String], _ known: inout [[UInt8]: UInt32]
    ) -> UInt32 {
      let key = Array(text.utf8)
      if let code = known[key] { return code }
      let code = UInt32(texts.count)
      texts.append(text)
      known[key] = code
      return code
    }
  }
}
