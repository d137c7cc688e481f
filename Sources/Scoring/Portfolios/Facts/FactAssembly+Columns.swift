import Dispatch
import Formats
import Rubrics
import Synchronization
import Values

/// One column a declared fact, of what the threads kept of it.
extension FactAssembly {
  /// The keys, and the columns by declared fact; `sources` says which of the kept ones a fact has, if any, `keyless` the rows
  /// whose keys nobody knows.
  func assembled(
    _ readers: [DeclaredReader], sources: [Int?], keyless: Set<Int>
  ) -> (keys: DistinctKeys, columns: [Column]) {
    let keys = Mutex(DistinctKeys([]))
    let columns = Mutex([Column?](repeating: nil, count: readers.count))
    // Columns take long by turns: whoever is free takes the next.
    DispatchQueue.concurrentPerform(iterations: readers.count + 1) { task in
      guard task > 0 else {
        var texts = keysInOrder
        for row in keyless { texts[row] = "" }
        let found = DistinctKeys(texts)
        keys.withLock { $0 = found }
        return
      }
      let column = column(sources[task - 1], readers[task - 1])
      columns.withLock { $0[task - 1] = column }
    }
    return (keys.withLock { $0 }, columns.withLock { $0.compactMap(\.self) })
  }

  private var keysInOrder: [String] {
    var keys: [String] = []
    keys.reserveCapacity(rowCount)
    for part in parts {
      let kept = takers[part.taker].keys
      for row in 0..<part.count { keys.append(kept.key(row, of: part.batch)) }
    }
    return keys
  }

  private func column(_ source: Int?, _ reader: DeclaredReader) -> Column {
    let declaration = reader.declaration
    guard let source else {
      let absent = reader.absent(named: declaration.name, .absent)
      return ColumnBuilder(repeatElement(absent, count: rowCount)).column
    }
    switch CellKind(declaration.shape) {
    case .number: return isMixed(source) ? sided(source) : numbers(source) ?? values(source)
    case .boolean:
      return coded(source, zero: UInt8(0)) { value in
        if case .boolean(let flag) = value { flag ? 1 : 0 } else { nil }
      } cells: {
        .booleans($0)
      }
    case .date:
      return coded(source, zero: Int32(0)) { value in
        guard case .date(let date) = value else { return nil }
        return Int32(exactly: date.dayNumber)
      } cells: {
        .days($0)
      }
    case .string:
      var texts = DistinctTexts()
      return coded(source, zero: UInt32(0)) { value in
        if case .string(let text) = value { texts.code(of: text) } else { nil }
      } cells: {
        .texts($0, texts: texts.texts)
      }
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration: return values(source)
    }
  }

  private func value(_ row: Int, of part: Part, _ source: Int) -> Value {
    let cells = takers[part.taker].columns[source]
    return cells.value(row, of: part.batch) {
      reading.place(line(of: row, in: part), column: cells.declaration.name)
    }
  }

  /// Any column, value by value.
  private func values(_ source: Int) -> Column {
    var builder = ColumnBuilder()
    for part in parts {
      for row in 0..<part.count { builder.append(value(row, of: part, source)) }
    }
    return builder.column
  }

  /// A column in two scales: what stands on either side is not known.
  private func sided(_ source: Int) -> Column {
    var builder = ColumnBuilder()
    for part in parts {
      let cells = takers[part.taker].columns[source]
      for row in 0..<part.count {
        if cells.side(row, of: part.batch) == nil {
          builder.append(value(row, of: part, source))
        } else {
          builder.append(
            cells.meanings.misplaced(
              at: reading.place(line(of: row, in: part), column: cells.declaration.name)))
        }
      }
    }
    return builder.column
  }

  /// - Returns: `nil` where the numbers share no exponent in 62 bits.
  private func numbers(_ source: Int) -> Column? {
    let kept = takers.map { $0.columns[source] }
    // A column of a kind that is read by rules of its own has codes alone.
    guard kept.allSatisfy(\.isDirect) else { return nil }
    let decimals = kept.map(\.mostDecimals).max() ?? 0
    for cells in kept where cells.greatestMagnitude > 0 {
      let factor = PlainNumber.powersOfTen[decimals - min(cells.leastDecimals, decimals)].magnitude
      let bits = 128 - cells.greatestMagnitude.leadingZeroBitCount - factor.leadingZeroBitCount
      // Below 2^bits.
      guard bits <= 62 else { return nil }
    }
    var factors = [Int64](repeating: 0, count: 256)
    for mark in 0...decimals { factors[mark] = PlainNumber.powersOfTen[decimals - mark] }
    let hasOthers = kept.contains { $0.numbers.contains(where: \.hasOthers) }
    var states = [UInt8](repeating: 0, count: hasOthers ? rowCount : 0)
    var others: [Int32: Value] = [:]
    var isSame = true
    let cells = [Int64](unsafeUninitializedCapacity: rowCount) { cells, count in
      for part in parts {
        let own = kept[part.taker].numbers[part.batch]
        if let target = cells.baseAddress {
          Self.fill(target + part.first, part.count, own, factors)
        }
        guard own.hasOthers else { continue }
        for row in 0..<part.count where own.mark(row) >= CellColumn.Mark.misplaced {
          let place = part.first + row
          switch value(row, of: part, source) {
          case .number(let number):
            if let scaled = number.scaled(to: -decimals) {
              cells[place] = scaled
            } else {
              isSame = false
            }
          case .null(.written): states[place] = Column.State.null.rawValue
          case let other:
            states[place] = Column.State.other.rawValue
            others[Int32(truncatingIfNeeded: place)] = other
          }
        }
      }
      count = rowCount
    }
    guard isSame else { return nil }
    return Column(.scaled(cells, exponent: -decimals), states: states, others: others)
  }

  /// Multiplies each number by the factor of its mark.
  private static func fill(
    _ target: UnsafeMutablePointer<Int64>, _ count: Int, _ own: FactCells.Numbers,
    _ factors: [Int64]
  ) {
    let factor = factors[Int(own.firstMark)]
    switch (own.cells, own.marks) {
    case (.narrow(let cells), nil):
      for row in 0..<count { target[row] = Int64(cells[row]) &* factor }
    case (.narrow(let cells), let marks?):
      for row in 0..<count { target[row] = Int64(cells[row]) &* factors[Int(marks[row])] }
    case (.wide(let cells), nil):
      for row in 0..<count { target[row] = cells[row] &* factor }
    case (.wide(let cells), let marks?):
      for row in 0..<count { target[row] = cells[row] &* factors[Int(marks[row])] }
    }
  }

  /// A column whose cells are few texts; `cell` gives what is kept of a value that is known.
  private func coded<Cell: BitwiseCopyable>(
    _ source: Int, zero: Cell, _ cell: (Value) -> Cell?, cells: ([Cell]) -> Column.Cells
  ) -> Column {
    // By thread and code.
    let meanings = takers.map { taker in
      taker.columns[source].meanings.meanings.map { meaning -> (UInt8, Cell) in
        if let known = cell(meaning.value) { return (Column.State.known.rawValue, known) }
        if case .null(.written) = meaning.value { return (Column.State.null.rawValue, zero) }
        return (Column.State.other.rawValue, zero)
      }
    }
    var states: [UInt8] = []
    var others: [Int32: Value] = [:]
    let found = [Cell](unsafeUninitializedCapacity: rowCount) { cells, count in
      for part in parts {
        let codes = takers[part.taker].columns[source].codes[part.batch]
        let meanings = meanings[part.taker]
        for row in 0..<part.count {
          let place = part.first + row
          let code = codes[row]
          let (state, known) = code < 0 ? (Column.State.other.rawValue, zero) : meanings[code]
          cells[place] = known
          guard state != Column.State.known.rawValue else { continue }
          if states.isEmpty { states = [UInt8](repeating: 0, count: rowCount) }
          states[place] = state
          if state == Column.State.other.rawValue {
            others[Int32(truncatingIfNeeded: place)] = value(row, of: part, source)
          }
        }
      }
      count = rowCount
    }
    return Column(cells(found), states: states, others: others)
  }
}

/// Texts that stand once each, by their letters.
private struct DistinctTexts {
  private(set) var texts: [String] = []
  private var known: [[UInt8]: UInt32] = [:]

  mutating func code(of text: String) -> UInt32 {
    let key = Array(text.utf8)
    if let code = known[key] { return code }
    let code = UInt32(texts.count)
    texts.append(text)
    known[key] = code
    return code
  }
}
