import Values

extension RecordSieve {
  /// Rows without any text whose numbers are the total, at the ends also the mean, of rows around them.
  mutating func findUnlabelledTotals() {
    let records = self.records.filter { rows[$0].filledCount > 0 }
    guard records.count > 2, let first = records.first, let last = records.last else { return }
    let named = columns.indices.filter {
      isRunning($0) || natures[$0].texts > 0 && columns[$0].declared?.kind != .number
    }
    guard !named.isEmpty else { return }
    let candidates = records.filter { row in named.allSatisfy { isBlank(row, $0) } }
    // Where many rows have no text, texts are nothing that records need.
    guard !candidates.isEmpty, candidates.count * 3 <= records.count else { return }
    let isCandidate = Set(candidates)
    let others = records.filter { !isCandidate.contains($0) }
    guard others.count > 1,
      named.contains(where: { column in others.allSatisfy { !isBlank($0, column) } })
    else { return }
    var sums = SieveSums(rowCount: rowCount, columns: columns.count)
    for (index, row) in candidates.enumerated() {
      let above = others.partitioned(by: row)
      let since = index > 0 ? others.partitioned(by: candidates[index - 1]) : 0
      let spans = [since..<above, 0..<above, 0..<others.count, above..<others.count]
      func isTotal(_ aggregate: TotalLabel.Aggregates) -> Bool {
        spans.contains { span in
          span.count > 1 && self.isTotal(row, of: others[span], as: aggregate, &sums)
        }
      }
      if isTotal(.sum) {
        fates[row] = .doubtful(.totalNumbers)
      } else if row == first || row == last, isTotal(.mean) {
        fates[row] = .doubtful(.meanNumbers)
      }
    }
  }

  private func isBlank(_ row: Int, _ column: Int) -> Bool {
    RowLabels.isNothing(cell(row, column))
  }

  private func isTotal(
    _ row: Int, of covered: ArraySlice<Int>, as aggregate: TotalLabel.Aggregates,
    _ sums: inout SieveSums
  ) -> Bool {
    let numbers = columns.indices.compactMap { column -> (column: Int, number: Number)? in
      guard !isRunning(column) else { return nil }
      let text = SieveTexts.once(cell(row, column), like: reader, in: column)
      guard case .number(let number) = text.content else { return nil }
      return (column, number)
    }
    guard numbers.contains(where: { !$0.number.isZero }) else { return false }
    return numbers.allSatisfy { column, number in
      sums.values(of: column, covered, read: { content($0, column) })?
        .agrees(with: number, as: aggregate, isTruth: false) ?? false
    }
  }
}
