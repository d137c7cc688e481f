import Diagnostics
import Formats
import Values

/// Whose the rows of a table are, as one thread reads them.
final class RowKeys: @unchecked Sendable {
  /// Rows of a key that the facts lack.
  struct Stranger: Sendable {
    var first: BlockLine
    var count: Int

    mutating func add(_ line: BlockLine, _ count: Int = 1) {
      first = min(first, line)
      self.count += count
    }
  }

  /// Rows of a key that is a subject's but for what one does not see.
  struct Alike: Sendable {
    var text: String
    var rows: Stranger
  }

  /// More different texts than this are read each time, so that memory does not grow with the rows.
  static let mostTexts = 1 << 16

  private let finder: OwnerFinder
  private let index: SubjectIndex
  /// The declared cells of a row, where it matters whether a row says anything.
  private let declared: DeclaredCells?
  let glances: RowGlances?
  /// By row of a batch: the subject, or one behind the last for rows that count nowhere.
  private(set) var subjects: UnsafeMutablePointer<Int32>
  private var capacity = 1
  /// Keeps the first round from being left out.
  private var touched: Int32 = 0
  /// Keys that are not written as the facts write them.
  private let others = TextCodes()
  private var owners: [RowOwner] = []
  /// By text.
  private(set) var strangers: [Int: Stranger] = [:]
  /// Of texts that are not kept.
  private(set) var furtherStrangers: Stranger?
  /// By subject.
  private(set) var alike: [Int32: Alike] = [:]
  private(set) var unowned: [BlockLine] = []
  private(set) var unownedCount = 0

  init(_ finder: OwnerFinder, _ declared: DeclaredCells? = nil, glances: RowGlances? = nil) {
    self.finder = finder
    self.declared = declared
    self.glances = glances
    index = finder.index
    subjects = .allocate(capacity: 1)
  }

  deinit {
    subjects.deallocate()
  }

  func text(ofStranger code: Int) -> String { OwnerText.text(others.text(of: code)) }

  /// Whose the rows of a batch are, rows without content left out.
  func readRecords(_ column: Int, of batch: RowBatch) {
    read(column, of: batch)
    glances?.findEmpty(in: batch, subjects, nobody: Int32(truncatingIfNeeded: index.count))
  }

  /// Whose the rows of a batch are by their keys alone.
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
    // Most keys of nobody are blank.
    if range.isEmpty {
      noteUnowned(row, of: batch)
      return nobody
    }
    var code: Int?
    let owner: RowOwner
    if others.count < Self.mostTexts {
      let found = others.code(of: range, in: batch.bytes)
      if found == owners.count { owners.append(finder.owner(of: others.text(of: found))) }
      (code, owner) = (found, owners[found])
    } else {
      owner = finder.owner(of: text(range, of: batch))
    }
    switch owner {
    case .subject(let subject): return subject
    case .unknown: noteUnowned(row, of: batch)
    case .stranger:
      if let code {
        strangers[code, default: Stranger(first: batch.line(row), count: 0)].count += 1
      } else {
        furtherStrangers =
          furtherStrangers.map { Stranger(first: $0.first, count: $0.count + 1) }
          ?? Stranger(first: batch.line(row), count: 1)
      }
    case .like(let subjects):
      for subject in subjects {
        var known =
          alike[subject]
          ?? Alike(
            text: OwnerText.text(text(range, of: batch)),
            rows: Stranger(first: batch.line(row), count: 0))
        known.rows.count += 1
        alike[subject] = known
      }
    }
    return nobody
  }

  private func text(_ range: Range<Int>, of batch: RowBatch) -> String {
    String(
      decoding: UnsafeBufferPointer(start: batch.bytes + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  private func noteUnowned(_ row: Int, of batch: RowBatch) {
    guard let declared, !declared.isBlank(row, of: batch) else { return }
    unownedCount += 1
    if unowned.count < UnownedFates.mostRows { unowned.append(batch.line(row)) }
  }
}

/// The declared cells of a row of a batch.
struct DeclaredCells: Sendable {
  /// The column of the batch that holds each.
  let columns: [(reader: DeclaredReader, place: Int)]

  /// Whether none says anything: such a row is none.
  func isBlank(_ row: Int, of batch: RowBatch) -> Bool {
    columns.allSatisfy { column in
      let cell = batch.cell(column.place, row)
      return cell.isEmpty || column.reader.isBlank(String(decoding: cell, as: UTF8.self))
    }
  }
}

extension RowKeys {
  /// Reports rows that belong to nobody or to nobody knows whom, as all threads have found them.
  static func report(
    _ keys: [RowKeys], _ key: String, of table: String, _ placeOf: (Int) -> Place?,
    _ subjects: [Portfolio.Subject], _ unowned: UnownedFates, _ path: String,
    in reading: BlockReading, into diagnostics: inout Diagnostics
  ) -> RowDoubts {
    var doubts = RowDoubts()
    doubts.everybody = unowned.report(
      of: table, at: { reading.place(line: $0, column: key) }, into: &diagnostics)
    var alike: [Int32: Alike] = [:]
    for own in keys {
      for (subject, found) in own.alike {
        guard var known = alike[subject] else {
          alike[subject] = found
          continue
        }
        if found.rows.first < known.rows.first { known.text = found.text }
        known.rows.add(found.rows.first, found.rows.count)
        alike[subject] = known
      }
    }
    let inOrder = alike.sorted { ($0.value.rows.first, $0.key) < ($1.value.rows.first, $1.key) }
    for (subject, found) in inOrder {
      let place = reading.place(found.rows.first, column: key)
      doubts.subjects[Int(subject)] = place
      diagnostics.report(
        .keysAlike(
          found.text, subjects[Int(subject)].id, found.rows.count, at: place,
          other: placeOf(Int(subject))?.description))
    }
    reportStrangers(keys, key, path, subjects, in: reading, into: &diagnostics)
    return doubts
  }

  private static func reportStrangers(
    _ keys: [RowKeys], _ key: String, _ path: String, _ subjects: [Portfolio.Subject],
    in reading: BlockReading, into diagnostics: inout Diagnostics
  ) {
    var strangers: [String: Stranger] = [:]
    for own in keys {
      for (code, stranger) in own.strangers {
        strangers[own.text(ofStranger: code), default: Stranger(first: stranger.first, count: 0)]
          .add(stranger.first, stranger.count)
      }
    }
    let further = keys.compactMap(\.furtherStrangers)
    // How threads share the rows must not show.
    guard further.isEmpty, strangers.count <= mostTexts else {
      let all = strangers.values + further
      if let first = all.map(\.first).min() {
        diagnostics.report(
          .manyUnknownKeys(
            all.reduce(0) { $0 + $1.count }, at: reading.place(first, column: key)))
      }
      return
    }
    var others = KeysOfNoSubject(key)
    for (text, stranger) in strangers.sorted(by: { $0.value.first < $1.value.first })
    where others.take(text, reading.line(stranger.first), stranger.count) {
      strangers[text] = nil
    }
    others.report(path, into: &diagnostics)
    let likeness = strangers.isEmpty ? nil : KeyResemblance(subjects.map(\.id))
    for (text, stranger) in strangers.sorted(by: { $0.value.first < $1.value.first }) {
      diagnostics.report(
        .unknownKey(
          text, stranger.count, like: likeness?.nearest(to: text),
          at: reading.place(stranger.first, column: key)))
    }
  }
}
