/// A decimal number with the semantics of IEEE 754-2008 decimal128: 34 digits, half-even.
package struct Number: Sendable {
  /// At most 34 digits.
  let coefficient: UInt128
  /// Exponent and sign; the value is ±coefficient x 10^exponent.
  let exponent: Int16
  let isNegative: Bool

  package static let zero = Number(coefficient: 0, exponent: 0, isNegative: false)
}
