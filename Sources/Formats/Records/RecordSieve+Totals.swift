import Values

extension RecordSieve {
  /// Rows with a total label: certainly no record where the numbers agree with rows that they could cover.
  mutating func findTotals() {
    let labelled = rows.indices.filter { fates[$0] == nil && rows[$0].hasLabel }
    guard !labelled.isEmpty else { return }
    let isLabelled = Set(labelled)
    let covered = rows.indices.filter {
      fates[$0] == nil && !isLabelled.contains($0)
        && (rows[$0].hasDeclared || rows[$0].hasZeroNumber)
    }
    var sums = SieveSums(rowCount: rowCount, columns: columns.count)
    for (index, row) in labelled.enumerated() {
      guard let label = labels[row] else { continue }
      if agrees(row, label, with: covered, among: labelled, index, &sums) {
        fates[row] = .noRecord(.total)
      } else if !label.label.isWeak {
        fates[row] = .doubtful(label.label.isOfPart ? .partLabel : .totalLabel)
      }
    }
  }

  /// Labels above that a total may reach over, to the last of its own kind: groups of groups.
  private static let reach = 8

  private func agrees(
    _ row: Int, _ label: (column: Int, label: TotalLabel), with covered: [Int],
    among labelled: [Int], _ index: Int, _ sums: inout SieveSums
  ) -> Bool {
    let above = covered.partitioned(by: row)
    var spans: [Range<Int>] = []
    for distance in 1...Self.reach {
      let upper = index - distance >= 0 ? covered.partitioned(by: labelled[index - distance]) : 0
      spans.append(upper..<above)
      let lower =
        labelled.indices.contains(index + distance)
        ? covered.partitioned(by: labelled[index + distance]) : covered.count
      spans.append(above..<lower)
    }
    spans += [0..<covered.count, 0..<above, above..<covered.count]
    var tried: Set<Range<Int>> = []
    for span in spans where tried.insert(span).inserted {
      if agrees(row, label, covered[span], &sums) { return true }
    }
    return false
  }

  private func agrees(
    _ row: Int, _ label: (column: Int, label: TotalLabel), _ covered: ArraySlice<Int>,
    _ sums: inout SieveSums
  ) -> Bool {
    var agreed = 0
    for column in columns.indices where column != label.column && !isRunning(column) {
      let text = SieveTexts.once(cell(row, column), like: reader, in: column)
      guard case .number(let number) = text.content else { continue }
      guard
        let values = sums.values(of: column, covered, read: { content($0, column) }),
        values.agrees(with: number, as: label.label.aggregates, isTruth: isTruth(column))
      else { return false }
      agreed += 1
    }
    return agreed > 0
  }

  func isTruth(_ column: Int) -> Bool { columns[column].declared?.kind == .boolean }

  func content(_ row: Int, _ column: Int) -> (text: SieveText, isTrue: Bool) {
    let written = cell(row, column)
    let text = SieveTexts.once(written, like: reader, in: column)
    guard isTruth(column), case .value(.boolean(true), _) = CellReader(.boolean).read(written)
    else { return (text, false) }
    return (text, true)
  }
}

extension [Int] {
  /// How many of these ascending numbers are less than `number`.
  func partitioned(by number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
