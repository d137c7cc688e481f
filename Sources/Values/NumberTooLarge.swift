/// A sum or product of points past the greatest decimal128 number.
package struct NumberTooLarge: Error {
  package init() {}
}

/// Arithmetic whose results stand in sums of points.
extension Number {
  package func plus(_ other: Number) throws(NumberTooLarge) -> Number {
    guard let sum = adding(other) else { throw NumberTooLarge() }
    return sum
  }

  package func minus(_ other: Number) throws(NumberTooLarge) -> Number {
    guard let difference = subtracting(other) else { throw NumberTooLarge() }
    return difference
  }

  package func times(_ other: Number) throws(NumberTooLarge) -> Number {
    guard let product = multiplied(by: other) else { throw NumberTooLarge() }
    return product
  }

  /// - Precondition: `other` is not zero.
  package func over(_ other: Number) throws(NumberTooLarge) -> Number {
    precondition(!other.isZero, "nothing is divided by zero points")
    guard let quotient = divided(by: other) else { throw NumberTooLarge() }
    return quotient
  }

  /// Exact inside and rounded once, so that the order of the numbers does not matter.
  package static func total(_ numbers: [Number]) throws(NumberTooLarge) -> Number {
    if numbers.count == 1 { return numbers[0] }
    guard let sum = Number.sum(numbers) else { throw NumberTooLarge() }
    return sum
  }
}
