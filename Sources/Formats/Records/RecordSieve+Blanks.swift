import Values

extension RecordSieve {
  /// Rows in whose declared cells nothing stands.
  mutating func findBlanks() {
    guard !isSurvey else { return }
    let empty = records.filter { !rows[$0].hasDeclared }
    guard !empty.isEmpty else { return }
    // A ledger in which nothing stands but `无` was kept, and nothing happened.
    let holdsOnlyNothing =
      empty.count == records.count && empty.allSatisfy { !rows[$0].hasUndeclared }
    let declared = columns.indices.filter {
      columns[$0].declared != nil && !natures[$0].isRunning
    }
    let isThin =
      declared.count == 1
      || declared.allSatisfy { columns[$0].declared?.isMeaningfulWhenBlank ?? false }
    let isNumbersOnly = declared.allSatisfy { columns[$0].declared?.kind == .number }
    for row in empty {
      if let fate = fateOfEmpty(
        rows[row], holdsOnlyNothing: holdsOnlyNothing, isThin: isThin, isNumbersOnly: isNumbersOnly)
      {
        fates[row] = fate
      }
    }
  }

  /// - Returns: `nil` for a record.
  private func fateOfEmpty(
    _ row: SievedRow, holdsOnlyNothing: Bool, isThin: Bool, isNumbersOnly: Bool
  ) -> RowFate? {
    if row.hasRunningNumber { return .doubtful(.nothingDeclared) }
    if row.hasZeroNumber {
      // Zero hours are hours.
      return isNumbersOnly || row.hasUndeclared ? nil : .doubtful(.zeros)
    }
    if row.hasNothingAsValue {
      if row.hasUndeclared { return nil }
      return holdsOnlyNothing ? .noRecord(.blank) : .doubtful(.zeros)
    }
    if row.hasUndeclared { return isThin ? .doubtful(.nothingDeclared) : .noRecord(.blank) }
    // One column in which `/` means something, among rows that hold more: perhaps somebody without a certificate.
    let isMeant =
      row.spellsNothing && isThin
      && columns.allSatisfy { $0.declared?.isMeaningfulWhenBlank ?? true }
    return isMeant && !holdsOnlyNothing ? .doubtful(.nothingDeclared) : .noRecord(.blank)
  }
}
