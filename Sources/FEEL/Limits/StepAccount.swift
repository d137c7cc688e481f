import Values

/// The steps that one evaluation may still run.
struct StepAccount {
  private(set) var remaining: Int
  /// Whether the rows given have added theirs.
  private var isExtended = false

  init(_ steps: Int) {
    remaining = steps
  }

  /// Takes a step off.
  ///
  /// - Returns: `false` where none was left.
  @inline(__always)
  mutating func takesStep(_ slots: [Value]) -> Bool {
    remaining -= 1
    return remaining >= 0 || extends(slots)
  }

  mutating func pay(_ steps: Int) {
    remaining -= steps
  }

  /// Lets the rows of the tables in `slots` pay for themselves, once, when all else is spent.
  ///
  /// A bound of steps is there for expressions that never end or grow faster than the evidence.
  ///
  /// - Returns: Whether there are steps left.
  @inline(never)
  mutating func extends(_ slots: [Value]) -> Bool {
    guard !isExtended else { return false }
    isExtended = true
    var tables: Set<ObjectIdentifier> = []
    for slot in slots {
      guard case .list(.rows(let selection)) = slot,
        tables.insert(ObjectIdentifier(selection.table)).inserted
      else { continue }
      remaining += selection.table.rowCount * Limits.stepsPerRow
    }
    return remaining >= 0
  }

  /// Nothing runs any more.
  mutating func close() {
    remaining = min(remaining, 0)
    isExtended = true
  }
}
