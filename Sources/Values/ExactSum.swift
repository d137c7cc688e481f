/// A sum of any number of numbers without rounding, whatever their exponents.
///
///     var sum = ExactSum()
///     sum.add(number)
///     sum.rounded   // once, at the end
///
/// Numbers of one exponent share a row; rows are put together at the end. There are at most 12,288 rows.
package struct ExactSum: Sendable {
  /// Sums of the lower and of the upper 64 bits: neither can overflow in 2^62 additions.
  private struct Row {
    let exponent: Int16
    var low: Int128 = 0
    var high: Int128 = 0
  }

  private var row = Row(exponent: 0)
  private var otherRows: [Int16: Row] = [:]
  package private(set) var count = 0

  package init() {}

  package mutating func add(_ number: Number) {
    count += 1
    if number.exponent != row.exponent { changeRow(to: number.exponent) }
    let low = Int128(UInt64(truncatingIfNeeded: number.coefficient))
    row.low += number.isNegative ? -low : low
    if number.coefficient >> 64 != 0 {
      let high = Int128(number.coefficient >> 64)
      row.high += number.isNegative ? -high : high
    }
  }

  private mutating func changeRow(to exponent: Int16) {
    otherRows[row.exponent] = row
    row = otherRows[exponent] ?? Row(exponent: exponent)
  }

  /// The sum as decimal128; `nil` where it is too large.
  package var rounded: Number? {
    // The common case: one row, and no carry out of 128 bits.
    if otherRows.isEmpty, row.high == 0 {
      return .nearest(
        row.low.magnitude, exponent: Int(row.exponent), isNegative: row.low < 0)
    }
    let (total, exponent) = exact
    return .nearest(total.magnitude, exponent: exponent, isNegative: total.isNegative)
  }

  /// The sum divided by a count, rounded once; `nil` where the count is zero or the mean too large.
  package func divided(by count: Int) -> Number? {
    let (total, exponent) = exact
    return .nearest(
      total.magnitude, over: BigNatural(UInt128(count.magnitude)), exponent: exponent,
      isNegative: total.isNegative != (count < 0))
  }

  /// The sum as an integer and the power of ten that it counts.
  var exact: (total: BigInteger, exponent: Int) {
    var rows = otherRows
    rows[row.exponent] = row
    let ordered = rows.values.filter { $0.low != 0 || $0.high != 0 }
      .sorted { $0.exponent > $1.exponent }
    guard var exponent = ordered.first.map({ Int($0.exponent) }) else { return (.zero, 0) }
    var total = BigInteger.zero
    for row in ordered {
      total = total.shifted(byDigits: exponent - Int(row.exponent))
      exponent = Int(row.exponent)
      total = total + BigInteger(row.low) + (BigInteger(row.high) << 64)
    }
    return (total, exponent)
  }
}

/// A sum of squares without rounding.
struct ExactSumOfSquares {
  private var rows: [Int16: [UInt128]] = [:]

  mutating func add(_ number: Number) {
    let (high, low) = number.coefficient.multipliedFullWidth(by: number.coefficient)
    // Four sums of 64 bits each: none can overflow in 2^64 additions.
    var limbs = rows[number.exponent] ?? [0, 0, 0, 0]
    limbs[0] += low & UInt128(UInt64.max)
    limbs[1] += low >> 64
    limbs[2] += high & UInt128(UInt64.max)
    limbs[3] += high >> 64
    rows[number.exponent] = limbs
  }

  /// The sum as an integer and the power of ten that it counts.
  var exact: (total: BigNatural, exponent: Int) {
    let ordered = rows.sorted { $0.key > $1.key }
    guard var exponent = ordered.first.map({ 2 * Int($0.key) }) else { return (.zero, 0) }
    var total = BigNatural.zero
    for (key, limbs) in ordered {
      total = total * .powerOfTen(exponent - 2 * Int(key))
      exponent = 2 * Int(key)
      for (place, limb) in limbs.enumerated() { total = total + (BigNatural(limb) << (64 * place)) }
    }
    return (total, exponent)
  }
}
