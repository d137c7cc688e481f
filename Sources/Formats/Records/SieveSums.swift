import Values

/// What the cells of one column come to over some rows.
struct SieveValues {
  var numbers: [Number] = []
  var texts = 0
  var trues = 0

  var filled: Int { numbers.count + texts }

  /// Whether a number beside a total label is one that the label promises.
  func agrees(
    with number: Number, as aggregates: TotalLabel.Aggregates, isTruth: Bool
  ) -> Bool {
    guard texts == 0, !isTruth else {
      // Of texts there is nothing but their count; numbers among texts cannot be added up.
      let isCounted = aggregates.contains(.sum) || aggregates.contains(.count)
      guard isCounted, isTruth || numbers.isEmpty else { return false }
      return number == Number(filled) || isTruth && number == Number(trues)
    }
    guard !numbers.isEmpty else { return number.isZero && aggregates.contains(.sum) }
    if aggregates.contains(.sum), Number.sum(numbers) == number { return true }
    if aggregates.contains(.count), number == Number(numbers.count) { return true }
    if aggregates.contains(.greatest), numbers.max() == number { return true }
    if aggregates.contains(.least), numbers.min() == number { return true }
    if aggregates.contains(.median), Number.median(numbers).map(number.isRounded) == true {
      return true
    }
    return aggregates.contains(.mean) && Number.mean(numbers).map(number.isRounded) == true
  }
}

/// Collects the values of columns over rows, as long as the work stays in proportion to the table.
struct SieveSums {
  private var budget: Int

  /// Many totals over many rows each would be quadratic: totals beyond this stay unproven.
  private static let least = 1_000_000
  private static let share = 24

  init(rowCount: Int, columns: Int) {
    let cells = rowCount.multipliedReportingOverflow(by: max(1, columns)).partialValue
    budget = max(Self.least, cells.multipliedReportingOverflow(by: Self.share).partialValue)
  }

  /// - Returns: `nil` where the work grows out of proportion.
  mutating func values(
    of column: Int, _ rows: ArraySlice<Int>, read: (Int) -> (text: SieveText, isTrue: Bool)
  ) -> SieveValues? {
    budget -= rows.count
    guard budget > 0 else { return nil }
    var values = SieveValues()
    for row in rows {
      let (text, isTrue) = read(row)
      if isTrue { values.trues += 1 }
      switch text.content {
      case .nothing: continue
      case .number(let number): values.numbers.append(number)
      case .text: values.texts += 1
      }
    }
    return values
  }
}

extension Number {
  /// Whether this is `exact`, or what people write who round it to as many places.
  func isRounded(_ exact: Number) -> Bool {
    if self == exact { return true }
    let places = decimalPlaces
    return exact.rounded(toScale: places, .halfUp) == self
      || exact.rounded(toScale: places, .halfEven) == self
  }
}
