extension RecordSieve {
  /// Notes, signatures and page lines, and a sentence alone in the first column of a table of short texts.
  mutating func findNotes() {
    for row in rows.indices where fates[row] == nil && isNote(row) {
      fates[row] = .doubtful(.note)
    }
  }

  private func isNote(_ row: Int) -> Bool {
    guard let first = rows[row].firstFilled else { return false }
    if rows[row].startsWithNote {
      let note = cell(row, first)
      if rows[row].filledCount == 1 || RowLabels.announces(note) { return true }
      return !columns.indices.contains { column in
        guard column != first, let declared = columns[column].declared,
          declared.kind != .string || declared.allowed != nil
        else { return false }
        let text = cell(row, column)
        return !RowLabels.isNothing(text) && declared.fits(text)
      }
    }
    return rows[row].filledCount == 1 && (isSentence(row, first) || isHeading(row, first))
  }

  /// `一、困难家庭` alone in its row, among records that are not numbered so.
  private func isHeading(_ row: Int, _ column: Int) -> Bool {
    guard column == 0, columns.count > 1, RowLabels.isNumberedHeading(cell(row, column)) else {
      return false
    }
    let near = max(0, row - 8)..<min(rowCount, row + 9)
    let others = near.filter { $0 != row && fates[$0] == nil && rows[$0].filledCount > 1 }
    return others.count > 1 && !others.contains { RowLabels.isNumberedHeading(cell($0, column)) }
  }

  /// Much longer than what stands above and below it, and the first column holds no other sentences.
  private func isSentence(_ row: Int, _ column: Int) -> Bool {
    guard column == 0, columns.count > 1 else { return false }
    let text = cell(row, column)
    let count = text.unicodeScalars.count
    guard count >= 10, text.contains(where: { "，。；：,;:！!".contains($0) }) else { return false }
    var others = 0
    for near in max(0, row - 8)..<min(rowCount, row + 9) where near != row && fates[near] == nil {
      guard rows[near].filledCount > 1 else { continue }
      let length = cell(near, column).unicodeScalars.count
      if length * 2 >= count { return false }
      if length > 0 { others += 1 }
    }
    return others > 1
  }
}
