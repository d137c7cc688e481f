/// A sum of any number of numbers without rounding, whatever their exponents.
///
///     var sum = ExactSum()
///     sum.add(number)
///     sum.rounded   // once, at the end
///
/// Numbers are added in one row as long as their exponents lie near each other; others in further rows,
/// which are put together at the end. There are at most 12,288 rows.
package struct ExactSum: Sendable {
  /// A sum of ±coefficient x 10^exponent, the upper 64 bits of coefficients apart from the lower.
  private struct Row {
    let exponent: Int16
    var low: Int128 = 0
    var high: Int128 = 0

    var total: BigInteger { BigInteger(low) + (BigInteger(high) << 64) }
  }

  private var row = Row(exponent: 0)
  private var otherRows: [Int16: BigInteger] = [:]
  package private(set) var count = 0

  /// Exponents are near if a power of ten of 64 bits leads from one to the other and the sum stays
  /// far from 128 bits.
  private static let reach = 9
  private static let moderate = Int128(1) << 90

  package init() {}

  package mutating func add(_ number: Number) {
    count += 1
    var low = Int128(UInt64(truncatingIfNeeded: number.coefficient))
    let high = Int128(number.coefficient >> 64)
    if number.exponent != row.exponent {
      if high == 0, let factor = factor(to: number.exponent) {
        low *= factor
      } else {
        store()
        row = Row(exponent: number.exponent)
      }
    }
    let (sum, overflow) = row.low.addingReportingOverflow(number.isNegative ? -low : low)
    if overflow {
      store()
      row = Row(exponent: row.exponent, low: number.isNegative ? -low : low)
    } else {
      row.low = sum
    }
    if high != 0 { row.high += number.isNegative ? -high : high }
  }

  /// What a small coefficient of a near exponent counts in the row, after the row has gone down to it.
  private mutating func factor(to exponent: Int16) -> Int128? {
    let distance = Int(exponent) - Int(row.exponent)
    guard abs(distance) <= Self.reach else { return nil }
    let power = Int128(PowerOfTen.small[abs(distance)])
    if distance > 0 { return power }
    guard row.high == 0, row.low.magnitude < Self.moderate.magnitude else { return nil }
    row = Row(exponent: exponent, low: row.low * power)
    return 1
  }

  private mutating func store() {
    otherRows[row.exponent] = (otherRows[row.exponent] ?? .zero) + row.total
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
    if otherRows.isEmpty, row.high == 0,
      let total = Number(exactly: row.low, exponent: Int(row.exponent))
    {
      return total.divided(by: Number(count))
    }
    let (total, exponent) = exact
    return .nearest(
      total.magnitude, over: BigNatural(UInt128(count.magnitude)), exponent: exponent,
      isNegative: total.isNegative != (count < 0))
  }

  /// The sum as an integer and the power of ten that it counts.
  var exact: (total: BigInteger, exponent: Int) {
    var whole = self
    whole.store()
    let ordered = whole.otherRows.filter { !$0.value.isZero }.sorted { $0.key > $1.key }
    guard var exponent = ordered.first.map({ Int($0.key) }) else { return (.zero, 0) }
    var total = BigInteger.zero
    for (key, row) in ordered {
      total = total.shifted(byDigits: exponent - Int(key)) + row
      exponent = Int(key)
    }
    return (total, exponent)
  }
}

extension Number {
  /// Such a number without rounding; `nil` where there is none.
  init?(exactly integer: Int128, exponent: Int) {
    guard integer.magnitude < PowerOfTen[Self.maximumDigits],
      (Self.leastExponent...Self.greatestExponent).contains(exponent)
    else { return nil }
    self.init(unchecked: integer.magnitude, exponent: exponent, isNegative: integer < 0)
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
