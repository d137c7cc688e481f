import Diagnostics
import Formats
import Values

/// Whose the rows of a table are, as one thread reads them.
final class RowKeys: @unchecked Sendable {
  /// Rows of a key that the facts lack.
  struct Stranger: Sendable {
    var first: BlockLine
    var count: Int
  }

  private let index: SubjectIndex
  /// By row of a batch: the subject, or one behind the last for rows that count nowhere.
  private(set) var subjects: UnsafeMutablePointer<Int32>
  private var capacity = 1
  /// Keeps the first round from being left out.
  private var touched: Int32 = 0
  /// Keys that are not written as the facts write them.
  private let others = CellMeanings(nil, named: "")
  private var otherSubjects: [Int32] = []
  private(set) var strangers: [Int: Stranger] = [:]
  private(set) var emptyKeys: [BlockLine] = []
  private(set) var emptyKeyCount = 0

  init(_ index: SubjectIndex) {
    self.index = index
    subjects = .allocate(capacity: 1)
  }

  deinit {
    subjects.deallocate()
  }

  func text(ofStranger code: Int) -> String {
    if case .string(let text) = others.meanings[code].value { text } else { "" }
  }

  /// Whose the rows of a batch are.
  func read(_ column: Int, of batch: RowBatch) {
    if batch.rowCount > capacity {
      subjects.deallocate()
      capacity = batch.rowCount
      subjects = .allocate(capacity: capacity)
    }
    let cells = batch.columns[column]
    // Two rounds, so that the places of many keys are fetched at the same time.
    var seen: Int32 = 0
    for row in 0..<batch.rowCount {
      let (start, count) = cells.extent(row)
      let place = index.place(
        of: TextWords(batch.bytes + start, count), at: batch.bytes + start)
      seen |= index.touch(place)
      subjects[row] = Int32(truncatingIfNeeded: place)
    }
    touched = seen
    for row in 0..<batch.rowCount {
      let (start, count) = cells.extent(row)
      let subject = index.subject(
        of: TextWords(batch.bytes + start, count), at: batch.bytes + start,
        from: Int(subjects[row]))
      subjects[row] =
        subject >= 0 ? subject : other(start..<start + count, row, of: batch)
    }
  }

  private func other(_ range: Range<Int>, _ row: Int, of batch: RowBatch) -> Int32 {
    let nobody = Int32(truncatingIfNeeded: index.count)
    // What stands where the key should be may be another cell, which is nobody's business.
    if batch.overlongRows.contains(row) { return nobody }
    let code = others.codes.code(of: range, in: batch.bytes)
    for new in others.readNew() {
      let text = text(ofStranger: new)
      otherSubjects.append(text.isEmpty ? -2 : index.subject(of: text))
    }
    switch otherSubjects[code] {
    case -2:
      emptyKeyCount += 1
      if emptyKeys.count < Diagnostics.maximumCount { emptyKeys.append(batch.line(row)) }
      return nobody
    case -1:
      strangers[code, default: Stranger(first: batch.line(row), count: 0)].count += 1
      return nobody
    case let subject: return subject
    }
  }
}

extension RowKeys {
  /// Reports rows that belong to nobody, as all threads have found them.
  static func report(
    _ keys: [RowKeys], _ key: String, of subjects: [Portfolio.Subject], in reading: BlockReading,
    into diagnostics: inout Diagnostics
  ) {
    let empty = keys.flatMap(\.emptyKeys).sorted()
    let omitted = keys.reduce(0) { $0 + $1.emptyKeyCount } - empty.count
    for line in empty { diagnostics.report(.emptyKey(at: reading.place(line, column: key))) }
    if let last = empty.last {
      for _ in 0..<omitted { diagnostics.report(.emptyKey(at: reading.place(last, column: key))) }
    }
    var strangers: [String: Stranger] = [:]
    for own in keys {
      for (code, stranger) in own.strangers {
        let text = own.text(ofStranger: code)
        var all = strangers[text] ?? Stranger(first: stranger.first, count: 0)
        all.first = min(all.first, stranger.first)
        all.count += stranger.count
        strangers[text] = all
      }
    }
    let likeness = strangers.isEmpty ? nil : KeyResemblance(subjects.map(\.id))
    for (text, stranger) in strangers.sorted(by: { $0.value.first < $1.value.first }) {
      diagnostics.report(
        .unknownKey(
          text, stranger.count, like: likeness?.nearest(to: text),
          at: reading.place(stranger.first, column: key)))
    }
  }
}
