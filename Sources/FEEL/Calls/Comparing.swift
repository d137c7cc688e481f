import Values

extension Value {
  /// How two values lie to each other.
  ///
  /// - Returns: negative where this comes first, positive where the other does; `nil` where the two
  ///   have no order.
  func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.number(let one), .number(let other)): one.order(to: other)
    case (.string(let one), .string(let other)):
      one.utf8.lexicographicallyPrecedes(other.utf8)
        ? -1 : Value.areSameText(one, other) ? 0 : 1
    default: compareTemporal(self, other)
    }
  }

  /// Whether two values are surely equal; what cannot be compared is not.
  func isEqual(to other: Value) -> Bool {
    mayEqual(other) == true
  }

  /// Whether two values are equal; `nil` where they may be or not.
  func mayEqual(_ other: Value) -> Bool? {
    let may = Value.equal(self, other).may
    if may == .isTrue { return true }
    return may.contains(.isTrue) ? nil : false
  }
}
