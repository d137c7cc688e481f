import Archives
import Diagnostics
import Formats
import Rubrics
import Values

extension TablePass {
  /// The rows of subjects some of whose rows may be totals without a label, as the sieve tells them.
  ///
  /// Where they are so many that they would take half of what there may be, none is looked for, and that is said.
  ///
  /// - Returns: `nil` where the file failed, which was reported.
  func siftBare(
    _ glances: [RowGlances], besides odd: Set<Int32>, _ given: GivenRows, of file: TableFile,
    mixed: [Int], _ reading: BlockReading, _ rubric: Rubric, into diagnostics: inout Diagnostics
  ) -> SiftedRows? {
    let counts = glances.map(\.bare).filter { !$0.isEmpty }
    guard !counts.isEmpty else { return SiftedRows() }
    func bare(_ subject: Int) -> Int { counts.reduce(0) { $0 + Int($1[subject]) } }
    let isAsked = subjects.indices.map { subject in
      bare(subject) > 0 && !odd.contains(Int32(truncatingIfNeeded: subject))
        && isSeen(subject, besides: given)
    }
    guard isAsked.contains(true) else { return SiftedRows() }
    guard let rows = rowCounts(file, into: &diagnostics) else { return nil }
    let suspects = subjects.indices.filter {
      isAsked[$0] && RowGlance.areFew(bare($0), of: rows[$0])
    }
    guard !suspects.isEmpty else { return SiftedRows() }
    let count = suspects.reduce(0) { $0 + rows[$1] }
    let room =
      RowGatherer.bytes(ofRowOf: file.content.head.names.count)
      + reading.byteCount / max(1, reading.rowCount)
    guard count <= (budget.limit ?? MemoryBudget.usual) / 2 / room else {
      diagnostics.report(
        .totalsNotSought(file.reader.declaration.name, rows: count, file.file.path))
      return SiftedRows()
    }
    return sift(
      Set(suspects.map { Int32(truncatingIfNeeded: $0) }), of: file, mixed: mixed, rubric,
      within: MemoryBudget(nil), into: &diagnostics)
  }

  /// How many rows every subject has; the file is read again.
  private func rowCounts(_ file: TableFile, into diagnostics: inout Diagnostics) -> [Int]? {
    var unused = Diagnostics()
    guard
      case .blocks(let blocks)? = OpenFile(file.file, file.finder(beside: key), into: &unused),
      let keyColumn = blocks.columnIndex(named: [key])
    else {
      diagnostics.report(.brokenFile(file.file.path, .changed))
      return nil
    }
    let counters = (0..<options.threads).map { _ in RowCounter(finder) }
    let reading = blocks.read([keyColumn], by: counters)
    if let failure = reading.failure {
      diagnostics.report(.brokenFile(file.file.path, failure))
      return nil
    }
    return subjects.indices.map { subject in counters.reduce(0) { $0 + Int($1.counts[subject]) } }
  }
}

/// Counts the rows of every subject, as one thread of several.
private final class RowCounter: BatchTaker, @unchecked Sendable {
  private let keys: RowKeys
  /// By subject; one more, for nobody.
  private(set) var counts: [Int32]

  init(_ finder: OwnerFinder) {
    keys = RowKeys(finder)
    counts = Array(repeating: 0, count: finder.index.count + 1)
  }

  func take(_ batch: RowBatch) {
    keys.read(0, of: batch)
    for row in 0..<batch.rowCount { counts[Int(keys.subjects[row])] &+= 1 }
  }
}
