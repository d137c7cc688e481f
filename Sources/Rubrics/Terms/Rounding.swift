package import Values

/// How a number is rounded: to a multiple of `step`.
package struct Rounding: Sendable {
  package let step: Number
  package let mode: RoundingMode

  /// How many decimals a rounded number is printed with.
  package var decimals: Int { decimalCount(of: step) }

  package func apply(to number: Number) -> Number? {
    number.roundedToMultiple(of: step, mode)
  }
}
