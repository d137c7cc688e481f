import Values

extension RecordSieve {
  /// One pass over all cells: what each row holds, and what each column holds.
  mutating func look() {
    natures = columns.map { column in
      var nature = ColumnNature()
      nature.isNamedForNumbers = Self.isNumberHeader(column.header)
      nature.isNamedForRemarks = column.declared == nil && Self.isRemarkHeader(column.header)
      return nature
    }
    let headers = columns.map { HeaderName($0.header) }
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let (sieved, texts) = look(at: row, headers)
      rows.append(sieved)
      // What is no record does not tell what the column holds.
      if !sieved.hasLabel, !sieved.isHeaderAgain, !sieved.startsWithNote {
        for column in columns.indices { natures[column].take(texts[column]) }
      }
    }
  }

  /// What each row holds, once headers and notes are known not to be content.
  mutating func weigh() {
    if fates.values.contains(.doubtful(.secondHeader)) {
      for column in columns.indices { natures[column].forget() }
      for row in rows.indices where fates[row] == nil && !rows[row].hasLabel {
        for column in columns.indices {
          natures[column].take(reader.read(cell(row, column), in: column))
        }
      }
    }
    for row in rows.indices { weigh(row) }
  }

  private mutating func look(
    at row: Int, _ headers: [HeaderName]
  ) -> (row: SievedRow, texts: [SieveText]) {
    var sieved = SievedRow()
    var repeated = 0
    let texts = columns.indices.map { column -> SieveText in
      let written = cell(row, column)
      let text = reader.read(written, in: column)
      if case .nothing = text.content {
        if text.isNothingSpelled, columns[column].declared != nil { sieved.spellsNothing = true }
        return text
      }
      sieved.fill(column)
      if sieved.filledCount == 1 { sieved.startsWithNote = text.isNote }
      if !sieved.hasLabel, let label = text.total {
        sieved.hasLabel = true
        labels[row] = (column, label)
      }
      if sieved.filledCount == repeated + 1, Self.mayBegin(written, like: headers[column]),
        HeaderName(written) == headers[column]
      {
        repeated += 1
      }
      return text
    }
    sieved.isHeaderAgain =
      repeated > 0 && repeated == sieved.filledCount && (repeated > 1 || columns.count == 1)
    return (sieved, texts)
  }

  /// What of a row is content, once it is known what the columns hold.
  private mutating func weigh(_ row: Int) {
    var sieved = rows[row]
    let hasOther = columns.indices.contains { column in
      columns[column].declared != nil && !natures[column].isRunning
    }
    for column in columns.indices {
      let written = cell(row, column)
      let text = reader.read(written, in: column)
      let isRunning = natures[column].isRunning && hasOther
      guard let declared = columns[column].declared else {
        if case .nothing = text.content { continue }
        if !isRunning, !natures[column].isNamedForRemarks, !isZero(text) {
          sieved.hasUndeclared = true
        }
        continue
      }
      switch text.content {
      case .nothing:
        // `无` in a column of truth values is one.
        if text.isNothingSpelled, !declared.blanks.contains(written), declared.kind == .boolean,
          declared.fits(written)
        {
          sieved.hasNothingAsValue = true
        }
      case .number(let number) where number.isZero && declared.kind == .number:
        sieved.hasZeroNumber = true
      case .number(let number)
      where number.isZero && declared.kind != .boolean && declared.allowed == nil:
        sieved.hasNothingAsValue = true
      case .number where isRunning && declared.allowed == nil:
        if !self.isRunning(column) { sieved.hasRunningNumber = true }
      case .number, .text: sieved.hasDeclared = true
      }
      if sieved.hasDeclared { break }
    }
    rows[row] = sieved
  }

  /// Chinese letters and digits are the same in a name as it is compared.
  private static func mayBegin(_ written: String, like header: HeaderName) -> Bool {
    guard let first = written.unicodeScalars.first else { return false }
    let isStable = RowLabels.chinese.contains(first.value) || RowLabels.isDigit(first)
    return !isStable || header.text.unicodeScalars.first == first
  }

  private func isZero(_ text: SieveText) -> Bool {
    if case .number(let number) = text.content { number.isZero } else { false }
  }

  package static func isNumberHeader(_ header: String) -> Bool {
    [
      "序号", "序", "行号", "行次", "项次", "次序", "no", "no.", "nr", "nr.", "#", "serialno", "s/n", "sn",
    ].contains(HeaderName(header).text.lowercased().filter { !$0.isWhitespace })
  }

  private static func isRemarkHeader(_ header: String) -> Bool {
    let name = RowLabels.fold(header)
    return [
      "备注", "说明", "附注", "注", "备 注", "注释", "remark", "remarks", "note", "notes", "comment",
      "comments",
    ]
    .contains(name)
  }
}
