extension RecordSieve {
  /// Headers that come again, and what stands under a header before the first record.
  mutating func findHeaders() {
    var isUnderHeader = self.isUnderHeader
    for row in rows.indices {
      if rows[row].isHeaderAgain {
        fates[row] = .noRecord(.repeatedHeader)
        isUnderHeader = true
        doubtTitle(above: row)
        continue
      }
      guard isUnderHeader, rows[row].filledCount > 0 else { continue }
      if isSecondHeader(row) {
        fates[row] = .doubtful(.secondHeader)
      } else {
        isUnderHeader = false
      }
    }
  }

  /// `…登记表（续）`, one cell above a header that comes again.
  private mutating func doubtTitle(above header: Int) {
    let row = header - 1
    guard row >= 0, fates[row] == nil, rows[row].filledCount == 1, columns.count > 1 else { return }
    fates[row] = .doubtful(.title)
  }

  private func isSecondHeader(_ row: Int) -> Bool {
    let cells = columns.indices.map { cell(row, $0) }
    let filled = columns.indices.filter { !RowLabels.isNothing(cells[$0]) }
    if filled.contains(where: { RowLabels.isExample(cells[$0]) && !isAllowed(cells[$0], $0) }) {
      return true
    }
    let typed = filled.filter { isTyped($0) }
    let misfits = typed.filter { columns[$0].declared?.fits(cells[$0]) == false }
    if isNumbering(cells, filled, row) { return true }
    guard misfits.count == typed.count else { return false }
    // The table of a rubric that gives its columns other names than the file.
    let named = filled.filter { column in
      columns[column].declared?.names.contains { HeaderName($0) == HeaderName(cells[column]) }
        ?? false
    }
    if named.count == filled.count, filled.count > 1 || columns.count == 1 { return true }
    let words = filled.filter { RowLabels.isHeaderWord(cells[$0]) && !isAllowed(cells[$0], $0) }
    // A unit in brackets says alone what it is.
    if typed.isEmpty {
      return words.count == filled.count
        && (filled.count > 1 || filled.contains { isInBrackets(cells[$0]) })
    }
    let wordSet = Set(words)
    let isFreeOfData = filled.allSatisfy { column in
      wordSet.contains(column) || !cells[column].contains { $0.isNumber }
    }
    if isFreeOfData, misfits.contains(where: wordSet.contains) { return true }
    return isInAnotherLanguage(cells, filled, row)
  }

  private func isInBrackets(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count > 2 else { return false }
    return "（(".contains(first) && "）)".contains(last)
  }

  /// A column whose cells are not any text.
  private func isTyped(_ column: Int) -> Bool {
    guard let declared = columns[column].declared else { return false }
    return declared.kind != .string || declared.allowed != nil
  }

  private func isMisfit(_ text: String, _ column: Int) -> Bool {
    isTyped(column) && columns[column].declared?.fits(text) == false
  }

  private func isAllowed(_ text: String, _ column: Int) -> Bool {
    columns[column].declared?.allowed?.contains(text) ?? false
  }

  /// `Month,Participants` under `月份,参加人数`: Latin names alone where the rows below hold something else.
  private func isInAnotherLanguage(_ cells: [String], _ filled: [Int], _ row: Int) -> Bool {
    guard filled.count > 1 || columns.count == 1,
      filled.allSatisfy({ RowLabels.isLatinName(cells[$0]) })
    else { return false }
    let free = filled.filter { !isTyped($0) }
    guard !free.isEmpty else { return true }
    return free.contains { column in
      let below = textsBelow(row, column)
      return !below.isEmpty && below.allSatisfy { !RowLabels.isLatinName($0) }
    }
  }

  /// `A,B,C`, `1,2,3`, `甲,乙`: the number of each column.
  private func isNumbering(_ cells: [String], _ filled: [Int], _ row: Int) -> Bool {
    guard filled.count == columns.count, filled.count > 1 else { return false }
    let folded = cells.map(RowLabels.fold)
    let letters = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
    let stems = "甲乙丙丁戊己庚辛壬癸".map(String.init)
    if cells.count <= letters.count, zip(folded, letters).allSatisfy(==) {
      return filled.contains { isMisfit(cells[$0], $0) }
        || filled.contains { column in
          let below = textsBelow(row, column)
          return !below.isEmpty && below.allSatisfy { $0.count > 1 }
        }
    }
    // 甲 before numbers is how statistical forms begin.
    let leading = zip(folded, stems).prefix { $0 == $1 }.count
    let rest = folded.dropFirst(leading)
    let isCounting =
      rest.enumerated().allSatisfy { $1 == "\($0 + 1)" }
      || rest.enumerated().allSatisfy { $1 == "\($0 + 1 + leading)" }
    guard isCounting else { return false }
    if leading > 0 { return true }
    return filled.contains { column in
      if isMisfit(cells[column], column) { return true }
      let below = textsBelow(row, column)
      return columns[column].declared?.kind == .string && !below.isEmpty
        && below.allSatisfy { $0.contains { !$0.isNumber } }
    }
  }

  /// What the next rows hold in a column.
  private func textsBelow(_ row: Int, _ column: Int) -> [String] {
    var texts: [String] = []
    for next in rows.indices.dropFirst(row + 1).prefix(12) where texts.count < 5 {
      guard !rows[next].hasLabel, !rows[next].isHeaderAgain else { continue }
      let text = cell(next, column)
      if !RowLabels.isNothing(text), !RowLabels.isHeaderWord(text) { texts.append(text) }
    }
    return texts
  }
}
