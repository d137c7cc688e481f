import Values

extension Value {
  /// Negative where this comes before the other, positive where it comes after; `nil` where the two
  /// cannot be compared.
  func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.number(let one), .number(let other)): one.order(to: other)
    case (.string(let one), .string(let other)):
      one.utf8.lexicographicallyPrecedes(other.utf8)
        ? -1 : one.utf8.elementsEqual(other.utf8) ? 0 : 1
    default: compareTemporal(self, other)
    }
  }

  /// Whether two known values are equal; what cannot be compared is not.
  func isEqual(to other: Value) -> Bool {
    if let one = ValueKey(self), let other = ValueKey(other) { return one == other }
    return Value.equal(self, other).may == .isTrue
  }
}
