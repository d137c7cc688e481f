import Formats
import Rubrics
import Values

extension RowGlance {
  /// What `texts` are.
  static func texts(
    _ declared: [(reader: DeclaredReader, cell: Int)], _ others: [Int], _ running: [Int]
  ) -> [(cell: Int, staysBlank: Bool)] {
    let named = declared.filter { CellKind($0.reader.declaration.shape) != .number }.map(\.cell)
    let known = Set(declared.map(\.cell))
    let further = others.filter { !known.contains($0) }
    return (named + further.filter(running.contains)).map { ($0, true) }
      + further.filter { !running.contains($0) }.map { ($0, false) }
  }

  /// Whether a row holds numbers, and lacks the texts that may stand in it.
  func isBare(_ cell: (Int) -> String) -> Bool {
    var hasBlank = false
    for text in texts {
      let written = cell(text.cell)
      if RowLabels.isNothing(written) {
        hasBlank = true
      } else if text.staysBlank || !written.utf8.contains(where: Self.isDigit) {
        return false
      }
    }
    return hasBlank && others.contains { cell($0).utf8.contains(where: Self.isCount) }
  }

  /// Where many rows of a subject have no text, texts are nothing that its records need.
  static func areFew(_ bare: Int, of rows: Int) -> Bool {
    bare > 0 && bare <= rows / 3 && rows - bare > 1
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isCount(_ byte: UInt8) -> Bool { byte &- 0x31 < 9 }

  /// Whether a cell that begins with this byte certainly says something, in a total without a label no number.
  static func isText(_ byte: UInt8, staysBlank: Bool) -> Bool {
    if isDigit(byte) { return staysBlank && byte != 0x30 }
    let lower = byte | 0x20
    return staysBlank && lower &- 0x61 < 26 && lower != 0x6E && lower != 0x75
  }
}

extension RowGlances {
  /// Counts the rows of each subject that may be totals without a label.
  ///
  /// Nearly every row says in its first cell of text that it is none, and of the cells `plain` it is known that every row does.
  func findBare(
    in batch: RowBatch, _ subjects: UnsafeMutablePointer<Int32>, nobody: Int32, plain: [Int]
  ) {
    guard let first = glance.texts.first, !(first.staysBlank && plain.contains(first.cell)) else {
      return
    }
    let (cells, staysBlank) = (batch.columns[first.cell], first.staysBlank)
    for row in 0..<batch.rowCount {
      let (start, count) = cells.extent(row)
      if count > 0, RowGlance.isText(batch.bytes[start], staysBlank: staysBlank) { continue }
      let subject = subjects[row]
      guard subject < nobody, isBare(row, of: batch), !batch.overlongRows.contains(row) else {
        continue
      }
      if bare.isEmpty { bare = Array(repeating: 0, count: Int(nobody)) }
      bare[Int(subject)] &+= 1
    }
  }

  private func isBare(_ row: Int, of batch: RowBatch) -> Bool {
    var hasBlank = false
    for text in glance.texts {
      let bytes = batch.cell(text.cell, row)
      if bytes.isEmpty
        || RowLabels.mayBeNothing(bytes)
          && RowLabels.isNothing(String(decoding: bytes, as: UTF8.self))
      {
        hasBlank = true
      } else if text.staysBlank || !bytes.contains(where: RowGlance.isDigit) {
        return false
      }
    }
    return hasBlank
      && glance.others.contains { batch.cell($0, row).contains(where: RowGlance.isCount) }
  }
}
