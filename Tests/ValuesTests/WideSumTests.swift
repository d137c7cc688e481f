import TestSupport
import Testing

@testable import Values

/// Sums in 256 bits against sums without a bound, and quotients against their own products.
@Suite(.timed) struct WideSumTests {
  private func number(_ numbers: inout RepeatableNumbers) -> Number {
    let digits = Int(numbers.next() % 34) + 1
    var coefficient: UInt128 = 0
    for _ in 0..<digits { coefficient = coefficient * 10 + UInt128(numbers.next() % 10) }
    return Number(
      unchecked: coefficient, exponent: Int(numbers.next() % 42) - 40,
      isNegative: coefficient != 0 && numbers.next() % 3 == 0)
  }

  @Test func sumsAreThoseOfExactSums() {
    var numbers = RepeatableNumbers(seed: 11)
    var compared = 0
    for _ in 0..<20_000 {
      let terms = (0..<(numbers.next() % 7 + 1)).map { _ in number(&numbers) }
      let exponent = terms.filter { !$0.isZero }.map { Int($0.exponent) }.min() ?? 0
      var sum = WideSum(exponent: exponent)
      for term in terms { sum.add(term) }
      guard let rounded = sum.rounded else { continue }
      compared += 1
      #expect(rounded == Number.sum(terms), "\(terms)")
    }
    #expect(compared > 15_000)
  }

  @Test func quotientsAreTheNearest() {
    var numbers = RepeatableNumbers(seed: 12)
    for _ in 0..<20_000 {
      let (left, right) = (number(&numbers).magnitude, number(&numbers).magnitude)
      guard !right.isZero, !left.isZero, let quotient = left.divided(by: right) else { continue }
      let slow = Number.nearest(
        BigNatural(left.coefficient), over: BigNatural(right.coefficient),
        exponent: Int(left.exponent) - Int(right.exponent), isNegative: false)
      #expect(quotient == slow, "\(left) / \(right)")
    }
  }

  @Test func smallQuotientsAreTheNearest() {
    var numbers = RepeatableNumbers(seed: 13)
    for _ in 0..<20_000 {
      let (left, right) = (
        numbers.next() >> (numbers.next() % 64), numbers.next() >> (numbers.next() % 64)
      )
      guard left != 0, right != 0 else { continue }
      let quotient = Number(unchecked: UInt128(left), exponent: 0, isNegative: false)
        .divided(by: Number(unchecked: UInt128(right), exponent: 0, isNegative: false))
      let slow = Number.nearest(
        BigNatural(UInt128(left)), over: BigNatural(UInt128(right)), exponent: 0,
        isNegative: false)
      #expect(quotient == slow, "\(left) / \(right)")
    }
  }

  @Test func roundingToAnIntegerIsRoundingToDecimals() {
    var numbers = RepeatableNumbers(seed: 14)
    for _ in 0..<20_000 {
      let number = number(&numbers)
      let scale = Int(numbers.next() % 8) - 2
      for mode in RoundingMode.allCases {
        guard let integer = number.integer(atScale: scale, mode) else { continue }
        let rounded = Number(scaled: integer, exponent: -scale)
        // What has no finer digits stays as it is.
        #expect(rounded == number.rounded(toScale: scale, mode), "\(number) \(scale) \(mode)")
        let step = Number(scaled: 1, exponent: -scale)
        #expect(rounded == number.roundedToMultiple(of: step, mode), "\(number) \(scale) \(mode)")
      }
    }
  }
}

/// The same numbers for the same seed everywhere.
private struct RepeatableNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
