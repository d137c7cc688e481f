import Formats
import Rubrics
import Values

/// What makes a row of a table worth the sieve, at a glance: a total label in some cell, or no declared cell that says
/// anything.
struct RowGlance: Sendable {
  /// What a row is at a glance.
  enum Look {
    case record
    /// Nothing stands in it but its key.
    case empty
    /// The sieve must tell.
    case odd
    /// A total without a label, perhaps: the sieve must tell where few rows of a subject look so.
    case bare
  }

  /// What is declared, and which cell of a row holds it.
  let declared: [(reader: DeclaredReader, cell: Int)]
  /// Cells of a row besides the key.
  let others: [Int]
  /// In a survey an empty row is an answer that was not given.
  let isSurvey: Bool
  /// Where nothing but numbers is declared, zero hours are hours.
  let zeroSays: Bool
  /// Cells that are not declared to be numbers: first those in which a total without a label holds nothing.
  ///
  /// In the others it may hold a number. Empty where no total is looked for.
  let texts: [(cell: Int, staysBlank: Bool)]

  /// `running` are the cells of running numbers.
  init(
    _ declared: [(reader: DeclaredReader, cell: Int)], others: [Int], running: [Int],
    isSurvey: Bool, takesAllRows: Bool
  ) {
    // A running number says nothing, unless nothing else is asked for.
    let content = declared.filter { !running.contains($0.cell) }
    let declared = content.isEmpty ? declared : content
    // Numbers and days say the soonest that they say something.
    self.declared =
      declared.filter { $0.reader.declaration.isTyped }
      + declared.filter { !$0.reader.declaration.isTyped }
    self.others = others
    self.isSurvey = isSurvey
    zeroSays = declared.allSatisfy { CellKind($0.reader.declaration.shape) == .number }
    texts = takesAllRows ? [] : Self.texts(self.declared, others, running)
  }

  /// The cells of a file under its header; the one at `key` says whose a row is.
  init(_ reader: TableReader, header: [String], key: Int) {
    self.init(
      zip(reader.columns, reader.places(in: header)).compactMap { one, place in
        place.map { (one, $0) }
      }, others: header.indices.filter { $0 != key },
      running: header.indices.filter { RecordSieve.isNumberHeader(header[$0]) },
      isSurvey: reader.isSurvey,
      takesAllRows: reader.declaration.takesAllRows)
  }

  func look(_ cell: (Int) -> String) -> Look {
    if !isSurvey, !declared.contains(where: { saysSomething(cell($0.cell), $0.reader) }) {
      return others.allSatisfy { Self.isBlank(cell($0)) } ? .empty : .odd
    }
    if others.contains(where: { RowLabels.isTotal(cell($0)) }) { return .odd }
    return isBare(cell) ? .bare : .record
  }

  /// Whether a cell holds more than nothing, a spelling of nothing, or zero.
  func saysSomething(_ text: String, _ reader: DeclaredReader) -> Bool {
    var text = text
    if reader.declaration.blanks.isEmpty, !text.withUTF8(RowLabels.mayBeNothing) { return true }
    if Self.isBlank(text) || RowLabels.isNothing(text) { return false }
    switch reader.read(text, named: "", at: nil) {
    case .absent: return false
    case .value(.number(let number), _): return zeroSays || !number.isZero
    // A zero among texts and truth values says nothing, neither.
    case .value, .unreadable: return zeroSays || text.contains { $0 != "0" && $0 != "." }
    }
  }

  static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
}

/// Glances at the rows of a file, as one thread of several.
final class RowGlances: @unchecked Sendable {
  let glance: RowGlance
  /// Cells that hold no label, or where it is known by other means.
  private let unlabelled: Set<Int>
  /// By text, for some: whether it is a label.
  private var labels: [String: Bool] = [:]
  /// By declared cell and text, for some: whether it says something.
  private var sayings: [[String: Bool]]
  /// Rows in which nothing stands but their key: they are nobody's.
  private(set) var empty: [BlockLine] = []
  private(set) var emptyCount = 0
  /// Subjects some row of whom is odd.
  private(set) var odd: Set<Int32> = []
  /// By subject, once there is one: how many of its rows may be totals without a label.
  var bare: [Int32] = []

  private static let room = 4096

  init(_ glance: RowGlance, unlabelled: Set<Int> = []) {
    self.glance = glance
    self.unlabelled = unlabelled
    sayings = Array(repeating: [:], count: glance.declared.count)
  }

  /// Gives rows without content to `nobody`, and notes whose rows are odd because they say little; of the cells `plain` it is
  /// known that they say something in every row.
  func findEmpty(
    in batch: RowBatch, _ subjects: UnsafeMutablePointer<Int32>, nobody: Int32, plain: [Int] = []
  ) {
    guard !glance.isSurvey, let first = glance.declared.first else { return }
    let isPlain = first.reader.declaration.blanks.isEmpty
    if isPlain, plain.contains(first.cell) { return }
    let (cells, starts) = (batch.columns[first.cell], LabelBytes.shared.isPlainStart)
    for row in 0..<batch.rowCount {
      let (start, count) = cells.extent(row)
      // Most cells begin with a digit or a letter that says something.
      if isPlain, count > 0, starts[Int(batch.bytes[start])] { continue }
      if subjects[row] < nobody, !saysSomething(row, of: batch), !batch.overlongRows.contains(row) {
        take(row, of: batch, subjects, nobody)
      }
    }
  }

  private func take(
    _ row: Int, of batch: RowBatch, _ subjects: UnsafeMutablePointer<Int32>, _ nobody: Int32
  ) {
    let isEmpty = glance.others.allSatisfy { cell in
      batch.cell(cell, row).allSatisfy { $0 <= 0x20 }
    }
    guard isEmpty else {
      odd.insert(subjects[row])
      return
    }
    subjects[row] = nobody
    emptyCount += 1
    if empty.count < UnownedRows.mostTold { empty.append(batch.line(row)) }
  }

  private func saysSomething(_ row: Int, of batch: RowBatch) -> Bool {
    for place in glance.declared.indices {
      let (reader, cell) = glance.declared[place]
      let bytes = batch.cell(cell, row)
      if bytes.isEmpty { continue }
      if reader.declaration.blanks.isEmpty, !RowLabels.mayBeNothing(bytes) { return true }
      let text = String(decoding: bytes, as: UTF8.self)
      if sayings[place].count >= Self.room { sayings[place].removeAll() }
      let says = sayings[place][text] ?? glance.saysSomething(text, reader)
      sayings[place][text] = says
      if says { return true }
    }
    return false
  }

  /// Notes whose rows hold total labels; `none` are the cells of which the batch is known to hold none.
  func findLabels(
    in batch: RowBatch, _ subjects: UnsafeMutablePointer<Int32>, nobody: Int32, none: [Int] = []
  ) {
    for cell in glance.others where !unlabelled.contains(cell) && !none.contains(cell) {
      let (cells, bytes) = (batch.columns[cell], LabelBytes.shared)
      for row in 0..<batch.rowCount {
        let (start, count) = cells.extent(row)
        guard bytes.mayBeLabel(batch.bytes + start, count),
          RowLabels.mayBeTotal(UnsafeBufferPointer(start: batch.bytes + start, count: count)),
          isLabel(cell, row, of: batch)
        else { continue }
        note(row, of: batch, subjects, nobody)
      }
    }
  }

  /// Notes the rows that hold one of some texts, which are labels.
  func findCodes(
    _ labels: Set<Int32>, in codes: UnsafePointer<Int32>, of batch: RowBatch,
    _ subjects: UnsafeMutablePointer<Int32>, nobody: Int32
  ) {
    guard !labels.isEmpty else { return }
    for row in 0..<batch.rowCount where labels.contains(codes[row]) {
      note(row, of: batch, subjects, nobody)
    }
  }

  private func note(
    _ row: Int, of batch: RowBatch, _ subjects: UnsafeMutablePointer<Int32>, _ nobody: Int32
  ) {
    if subjects[row] < nobody, !batch.overlongRows.contains(row) { odd.insert(subjects[row]) }
  }

  private func isLabel(_ cell: Int, _ row: Int, of batch: RowBatch) -> Bool {
    let text = String(decoding: batch.cell(cell, row), as: UTF8.self)
    if let known = labels[text] { return known }
    if labels.count >= Self.room { labels.removeAll() }
    let isLabel = RowLabels.total(text) != nil
    labels[text] = isLabel
    return isLabel
  }
}
