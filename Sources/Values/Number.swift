/// A decimal number with the semantics of IEEE 754-2008 decimal128: 34 digits, half-even.
///
///     Number("0.1")!.adding(Number("0.2")!)   // 0.3
///
/// Two forms of one value (1.0 and 1) are equal and have one hash. There is no negative zero, no infinity
/// and no "not a number": an operation that would give one returns `nil`.
package struct Number: Sendable {
  /// Less than 10^34.
  let coefficient: UInt128
  /// The value is ±coefficient x 10^exponent; -6176 to 6111.
  let exponent: Int16
  package let isNegative: Bool

  static let maximumDigits = 34
  static let leastExponent = -6176
  static let greatestExponent = 6111

  package static let zero = Number(unchecked: 0, exponent: 0, isNegative: false)
  package static let one = Number(unchecked: 1, exponent: 0, isNegative: false)

  /// The caller has seen to it that the parts are in range and that zero is not negative.
  init(unchecked coefficient: UInt128, exponent: Int, isNegative: Bool) {
    self.coefficient = coefficient
    self.exponent = Int16(truncatingIfNeeded: exponent)
    self.isNegative = isNegative
  }

  package init(_ integer: Int) {
    self.init(
      unchecked: UInt128(integer.magnitude), exponent: 0, isNegative: integer < 0)
  }

  package var isZero: Bool { coefficient == 0 }

  /// How many digits are written behind the point: two for 1.50.
  package var decimalPlaces: Int { max(0, -Int(exponent)) }

  package var isPositive: Bool { !isNegative && coefficient != 0 }

  package var negated: Number {
    Number(
      unchecked: coefficient, exponent: Int(exponent),
      isNegative: coefficient != 0 && !isNegative)
  }

  package var magnitude: Number {
    Number(unchecked: coefficient, exponent: Int(exponent), isNegative: false)
  }

  package var isInteger: Bool { exponent >= 0 || coefficient == 0 || reduced.exponent >= 0 }

  /// The value as an `Int`; `nil` where it has a fraction or does not fit.
  package var intValue: Int? {
    let reduced = self.reduced
    guard reduced.exponent >= 0, reduced.exponent <= 18 else { return nil }
    let power = Int128(PowerOfTen.small[Int(reduced.exponent)])
    let (product, overflow) = Int128(reduced.coefficient).multipliedReportingOverflow(by: power)
    return overflow ? nil : Int(exactly: isNegative ? -product : product)
  }

  /// The same value with the shortest coefficient: the form that is hashed and printed.
  var reduced: Number {
    guard coefficient != 0 else { return .zero }
    var (digits, shift) = (coefficient, 0)
    // As many factors of ten as of two at most: most coefficients are done after one look.
    if let small = UInt64(exactly: coefficient) {
      var small = small
      while small & 1 == 0, shift + Int(exponent) < Self.greatestExponent {
        let (quotient, remainder) = small.quotientAndRemainder(dividingBy: 10)
        guard remainder == 0 else { break }
        (small, shift) = (quotient, shift + 1)
      }
      digits = UInt128(small)
    } else {
      for step in [16, 8, 4, 2, 1] {
        while digits.trailingZeroBitCount >= step {
          let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: PowerOfTen[step])
          guard remainder == 0, shift + step + Int(exponent) <= Self.greatestExponent else { break }
          (digits, shift) = (quotient, shift + step)
        }
      }
    }
    return Number(unchecked: digits, exponent: Int(exponent) + shift, isNegative: isNegative)
  }
}

extension Number: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Number: Comparable, Hashable {
  package static func == (left: Number, right: Number) -> Bool {
    if left.exponent == right.exponent {
      return left.coefficient == right.coefficient && left.isNegative == right.isNegative
    }
    return left.order(to: right) == 0
  }

  package static func < (left: Number, right: Number) -> Bool {
    left.order(to: right) < 0
  }

  // Written out, because those of `Comparable` find `<` by way of a table of witnesses.
  package static func <= (left: Number, right: Number) -> Bool {
    left.order(to: right) <= 0
  }

  package static func > (left: Number, right: Number) -> Bool {
    left.order(to: right) > 0
  }

  package static func >= (left: Number, right: Number) -> Bool {
    left.order(to: right) >= 0
  }

  package static func != (left: Number, right: Number) -> Bool {
    !(left == right)
  }

  package func hash(into hasher: inout Hasher) {
    let reduced = self.reduced
    hasher.combine(reduced.coefficient)
    hasher.combine(reduced.exponent)
    hasher.combine(reduced.isNegative)
  }

  /// -1, 0 or 1 where this number is less than, equal to or greater than the other.
  package func order(to other: Number) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let order = orderOfMagnitudes(self, other)
    return isNegative ? -order : order
  }

  private func orderOfMagnitudes(_ left: Number, _ right: Number) -> Int {
    if left.exponent == right.exponent || left.coefficient == 0 || right.coefficient == 0 {
      return left.coefficient < right.coefficient
        ? -1 : left.coefficient == right.coefficient ? 0 : 1
    }
    // Nearly every number of evidence fits a machine word, and so does the power between two of them.
    if let mine = UInt64(exactly: left.coefficient), let other = UInt64(exactly: right.coefficient)
    {
      let distance = Int(left.exponent) - Int(right.exponent)
      if distance > 0, distance < PowerOfTen.small.count {
        let aligned = mine.multipliedFullWidth(by: PowerOfTen.small[distance])
        return aligned.high != 0 ? 1 : Self.order(aligned.low, other)
      }
      if distance < 0, -distance < PowerOfTen.small.count {
        let aligned = other.multipliedFullWidth(by: PowerOfTen.small[-distance])
        return aligned.high != 0 ? -1 : Self.order(mine, aligned.low)
      }
    }
    if left.exponent < right.exponent { return -orderOfMagnitudes(right, left) }
    let distance = Int(left.exponent) - Int(right.exponent)
    let digits = left.coefficient.decimalDigitCount + distance
    let otherDigits = right.coefficient.decimalDigitCount
    if digits != otherDigits { return digits < otherDigits ? -1 : 1 }
    let aligned = left.coefficient * PowerOfTen[distance]
    return aligned < right.coefficient ? -1 : aligned == right.coefficient ? 0 : 1
  }

  private static func order(_ left: UInt64, _ right: UInt64) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }
}
