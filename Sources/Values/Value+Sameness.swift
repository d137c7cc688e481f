extension Value {
  /// Values nested deeper than this are not taken as the same.
  private static let maximumDepth = 64

  /// Whether both are the same known value.
  ///
  /// Not FEEL's `=`: never null and never unknown.
  ///
  /// Unknowns are the same only as objects, functions likewise.
  package func isSame(as other: Value) -> Bool {
    isSame(as: other, depth: 0)
  }

  private func isSame(as other: Value, depth: Int) -> Bool {
    guard depth < Self.maximumDepth else { return false }
    switch (self, other) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    case (.time(let left), .time(let right)): return left == right
    case (.dateTime(let left), .dateTime(let right)): return left == right
    case (.dayTimeDuration(let left), .dayTimeDuration(let right)): return left == right
    case (.yearMonthDuration(let left), .yearMonthDuration(let right)): return left == right
    case (.function(let left), .function(let right)): return left === right
    case (.unknown(let left), .unknown(let right)): return left === right
    case (.list(let left), .list(let right)):
      let left = ListCursor(left)
      let right = ListCursor(right)
      guard left.count == right.count else { return false }
      return (0..<left.count).allSatisfy {
        left.isOpen($0) == right.isOpen($0) && left[$0].isSame(as: right[$0], depth: depth + 1)
      }
    case (.context(let left), .context(let right)):
      if left === right { return true }
      guard left.count == right.count else { return false }
      return left.entries.allSatisfy { entry in
        right[entry.name]?.isSame(as: entry.value, depth: depth + 1) ?? false
      }
    case (.range(let left), .range(let right)):
      return left.includesLow == right.includesLow && left.includesHigh == right.includesHigh
        && left.isPoint == right.isPoint
        && Self.areSame(left.excluded, right.excluded, depth: depth + 1)
        && Self.areSame(left.low, right.low, depth: depth + 1)
        && Self.areSame(left.high, right.high, depth: depth + 1)
    default:
      // Values of two kinds.
      return false
    }
  }

  private static func areSame(_ left: Value?, _ right: Value?, depth: Int) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right, depth: depth)
    case (nil, _?), (_?, nil): false
    }
  }
}
