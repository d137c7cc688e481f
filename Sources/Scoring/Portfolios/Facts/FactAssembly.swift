import Diagnostics
import Formats
import Rubrics
import Values

/// Puts together what threads have kept of a file of facts, in the order of the file.
///
///     thread 1   |block 0|block 2|block 3|
///     thread 2   |block 1|block 4|
///     column     |block 0|block 1|block 2|block 3|block 4|
struct FactAssembly: Sendable {
  /// Rows that a thread took together, and where the first of them stands in the table.
  struct Part {
    let taker: Int
    let batch: Int
    let block: Int
    let count: Int
    var first = 0
  }

  let takers: [FactTaker]
  let parts: [Part]
  let reading: BlockReading
  let rowCount: Int
  /// By kept column that is written in two scales.
  private(set) var mixedScales: [MixedScales] = []

  init(_ takers: [FactTaker], _ reading: BlockReading) {
    self.takers = takers
    self.reading = reading
    var parts: [Part] = []
    for (index, taker) in takers.enumerated() {
      parts += taker.batches.enumerated().map {
        Part(taker: index, batch: $0, block: $1.block, count: $1.rowCount)
      }
    }
    // A block is the work of one thread, whose batches come in order.
    parts.sort { ($0.block, $0.batch) < ($1.block, $1.batch) }
    var count = 0
    for index in parts.indices {
      parts[index].first = count
      count += parts[index].count
    }
    self.parts = parts
    rowCount = count
    mixedScales = findMixedScales()
  }

  /// Looks only at columns some cells of which bear a percent sign.
  private func findMixedScales() -> [MixedScales] {
    (takers.first?.columns.indices ?? 0..<0).compactMap { source in
      guard takers.contains(where: { $0.columns[source].meanings.hasPercents }) else { return nil }
      var found = MixedScales(column: source)
      for part in parts {
        let cells = takers[part.taker].columns[source]
        for row in 0..<part.count {
          guard let side = cells.side(row, of: part.batch) else { continue }
          found.add(side, at: line(of: row, in: part)) {
            cells.code(row, of: part.batch).map(cells.meanings.codes.text)
              ?? cells.value(row, of: part.batch) { .file("") }.shown
          }
        }
      }
      return found.isMixed ? found : nil
    }
  }

  func isMixed(_ source: Int) -> Bool { mixedScales.contains { $0.column == source } }

  /// The line of the file on which a row begins.
  func line(of row: Int) -> Int {
    let (part, row) = place(of: row)
    return reading.line(line(of: row, in: part))
  }

  /// The row that begins on a line; `nil` where none does.
  func row(at line: BlockLine) -> Int? {
    for part in parts where part.block == line.block {
      let lines = takers[part.taker].batches[part.batch].lines
      var (low, high) = (0, part.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(lines[middle]) < line.line { low = middle + 1 } else { high = middle }
      }
      if low < part.count, Int(lines[low]) == line.line { return part.first + low }
    }
    return nil
  }

  /// The part that holds a row, and the row in it.
  private func place(of row: Int) -> (part: Part, row: Int) {
    // The last part that begins at the row or before it.
    var (low, high) = (0, parts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if parts[middle].first <= row { low = middle } else { high = middle }
    }
    return (parts[low], row - parts[low].first)
  }

  /// What stands in a cell of a kept column, as it was written or as a number is; nothing where it is misplaced.
  func text(_ row: Int, _ source: Int) -> String {
    let (part, row) = place(of: row)
    return takers[part.taker].columns[source].text(row, of: part.batch)
  }

  /// Whether some text of a kept column is one of which `test` says so.
  func hasText(_ source: Int, _ test: (String) -> Bool) -> Bool {
    takers.contains { taker in
      let codes = taker.columns[source].meanings.codes
      return (0..<codes.count).contains { test(codes.text(of: $0)) }
    }
  }

  func line(of row: Int, in part: Part) -> BlockLine {
    BlockLine(
      block: part.block, line: Int(takers[part.taker].batches[part.batch].lines[row]))
  }
}
