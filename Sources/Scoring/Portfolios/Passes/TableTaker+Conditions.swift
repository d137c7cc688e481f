/// Which rows of a batch count in which tallies.
extension TableTaker {
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    verdicts.deallocate()
    isIn.deallocate()
    capacity = count
    let conditionCount = plan.questions.conditions.count
    verdicts = .allocate(capacity: count * (tests.count + RowCondition.mostNested + 1))
    verdicts.initialize(repeating: 0, count: count * (tests.count + RowCondition.mostNested + 1))
    isIn = .allocate(capacity: count * (conditionCount + 1))
    isIn.initialize(repeating: 1, count: count * (conditionCount + 1))
  }

  func decide(_ condition: Int, _ rowCount: Int) {
    let result = verdicts + tests.count * capacity
    evaluate(plan.questions.conditions[condition], rowCount, into: 0)
    let rows = isIn + condition * capacity
    var open: UInt8 = 0
    for row in 0..<rowCount {
      rows[row] = result[row] == Verdict.isTrue ? 1 : 0
      open |= result[row] & 4
    }
    // A row that may be in makes its subject open.
    guard open != 0 else { return }
    for (place, tally) in tallies.enumerated() where tally.condition == condition {
      let flags = flags + place * (subjectCount + 1)
      for row in 0..<rowCount where result[row] == Verdict.isOpen {
        flags[Int(keys.subjects[row])] |= Flag.open
      }
    }
  }

  /// Leaves the verdicts of a condition in the room for nesting `depth`.
  private func evaluate(_ condition: RowCondition, _ rowCount: Int, into depth: Int) {
    let result = verdicts + (tests.count + depth) * capacity
    switch condition {
    case .test(let test): result.update(from: verdicts + test * capacity, count: rowCount)
    case .not(let condition):
      evaluate(condition, rowCount, into: depth)
      for row in 0..<rowCount { result[row] = Verdict.not(result[row]) }
    case .all(let terms):
      evaluate(terms[0], rowCount, into: depth)
      for term in terms.dropFirst() {
        let other = verdictsOf(term, rowCount, besides: depth)
        for row in 0..<rowCount { result[row] = Verdict.and(result[row], other[row]) }
      }
    case .any(let terms):
      evaluate(terms[0], rowCount, into: depth)
      for term in terms.dropFirst() {
        let other = verdictsOf(term, rowCount, besides: depth)
        for row in 0..<rowCount { result[row] = Verdict.or(result[row], other[row]) }
      }
    }
  }

  private func verdictsOf(
    _ term: RowCondition, _ rowCount: Int, besides depth: Int
  ) -> UnsafePointer<UInt8> {
    if case .test(let test) = term { return UnsafePointer(verdicts + test * capacity) }
    evaluate(term, rowCount, into: depth + 1)
    return UnsafePointer(verdicts + (tests.count + depth + 1) * capacity)
  }
}
