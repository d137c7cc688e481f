import Formats
import Rubrics
import Values

/// Keeps the rows of some subjects, for the row evaluator; as one thread of several.
///
/// Each cell is kept as the number of its text.
final class RowKeeper: BatchTaker, @unchecked Sendable {
  /// Rows that stand one behind the other in the file.
  struct Chunk {
    let first: BlockLine
    let rows: Range<Int>
  }

  let keys: RowKeys
  private let budget: MemoryBudget
  private let threads: Int
  /// What the rows are kept for.
  private let purpose: String
  /// By subject; one more, for nobody.
  private let isWanted: [Bool]
  let columns: [CellMeanings]
  private(set) var chunks: [Chunk] = []
  private(set) var subjects: [Int32] = []
  /// By column and row kept; -1 in a row with too many cells.
  private(set) var codes: [[Int32]]
  private(set) var lines: [Int32] = []

  /// One of so many threads that read under one budget.
  init(
    _ readers: [(reader: DeclaredReader, name: String)], _ finder: OwnerFinder,
    _ glance: RowGlance, wanted: [Bool], for purpose: String, threads: Int, _ budget: MemoryBudget
  ) {
    keys = RowKeys(finder, glances: RowGlances(glance))
    self.purpose = purpose
    self.threads = threads
    self.budget = budget
    isWanted = wanted + [false]
    columns = readers.map { CellMeanings($0.reader, named: $0.name) }
    codes = Array(repeating: [], count: readers.count)
  }

  func take(_ batch: RowBatch) {
    keys.readRecords(0, of: batch)
    let kept = (0..<batch.rowCount).filter { isWanted[Int(keys.subjects[$0])] }
    guard let first = kept.first else { return }
    let start = subjects.count
    for row in kept {
      subjects.append(keys.subjects[row])
      lines.append(Int32(truncatingIfNeeded: batch.line(row).line))
    }
    chunks.append(Chunk(first: batch.line(first), rows: start..<subjects.count))
    let overlong = Set(batch.overlongRows)
    for (index, meanings) in columns.enumerated() {
      let cells = batch.columns[index + 1]
      for row in kept {
        codes[index].append(
          overlong.contains(row)
            ? -1
            : Int32(
              truncatingIfNeeded: meanings.codes.code(of: cells.range(row), in: batch.bytes)))
      }
      _ = meanings.readNew()
    }
  }

  var wantsMore: Bool {
    // The rows are put in another order in the end, which takes as much again.
    budget.check([(purpose, byteCount * 2 * threads)])
    return budget.culprit == nil
  }

  /// About how many bytes the rows take.
  private var byteCount: Int {
    subjects.count * 4 * (columns.count + 2)
      + columns.reduce(0) { $0 + $1.byteCount }
  }
}

extension CodedTable {
  /// The rows that all threads have kept, grouped by subject in the order of the file.
  ///
  /// `sources` says by declared column which one the threads have kept; the others are not there, or nobody looks at them.
  /// Columns that are `mixed` hold numbers in two scales.
  init(
    _ keepers: [RowKeeper], of declaration: TableDeclaration, _ readers: [DeclaredReader],
    sources: [Int?], mixed: [Int], in reading: BlockReading, _ file: String, subjectCount: Int
  ) {
    var parts: [(keeper: RowKeeper, number: Int, chunk: RowKeeper.Chunk)] = []
    for (number, keeper) in keepers.enumerated() {
      parts += keeper.chunks.map { (keeper, number, $0) }
    }
    parts.sort { $0.chunk.first < $1.chunk.first }
    var starts = [Int](repeating: 0, count: subjectCount + 1)
    for keeper in keepers {
      for subject in keeper.subjects { starts[Int(subject) + 1] += 1 }
    }
    for subject in 0..<subjectCount { starts[subject + 1] += starts[subject] }
    var next = starts
    var targets: [Int] = []
    for part in parts {
      for subject in part.keeper.subjects[part.chunk.rows] {
        targets.append(next[Int(subject)])
        next[Int(subject)] += 1
      }
    }
    let columns = readers.enumerated().map { index, reader -> Column in
      let column = reader.declaration
      let name = "\(declaration.name).\(column.name)"
      guard let source = sources[index] else {
        return Column(
          name: column.name, codes: Array(repeating: 0, count: targets.count),
          values: [reader.absent(named: name, .absent)])
      }
      var values: [Value] = []
      var bases: [Int] = []
      for keeper in keepers {
        bases.append(values.count)
        values += keeper.columns[source].meanings.map(\.value)
      }
      var codes = [Int32](repeating: 0, count: targets.count)
      var row = 0
      for part in parts {
        let meanings = part.keeper.columns[source]
        for place in part.chunk.rows {
          let code = Int(part.keeper.codes[source][place])
          let isDoubtful =
            code < 0 || (mixed.contains(index) && meanings.meanings[code].side != nil)
          // What is absent or cannot be read names its own cell.
          if isDoubtful || meanings.meanings[code].isOwn {
            let line = BlockLine(
              block: part.chunk.first.block, line: Int(part.keeper.lines[place]))
            let cell = reading.place(line, column: column.name)
            codes[targets[row]] = Int32(truncatingIfNeeded: values.count)
            values.append(
              isDoubtful ? meanings.misplaced(at: cell) : meanings.value(of: code, at: cell))
          } else {
            codes[targets[row]] = Int32(truncatingIfNeeded: bases[part.number] + code)
          }
          row += 1
        }
      }
      return Column(
        name: column.name, codes: codes, values: values,
        alike: AlikeTexts(of: column, values).groups)
    }
    self.init(name: declaration.name, file: file, columns: columns, starts: starts)
  }
}
