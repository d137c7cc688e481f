import Foundation
import TestSupport
import Testing
import Values

@Suite(.timed) struct NumberPropertyTests {
  private func numbers(_ seed: UInt64, _ count: Int) -> [Number] {
    var random = Seeded(seed)
    return (0..<count).compactMap { _ in
      let digits = (0..<Int.random(in: 1...36, using: &random))
        .map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let exponent =
        Bool.random(using: &random)
        ? Int.random(in: -20...5, using: &random) : Int.random(in: -6300...6150, using: &random)
      return Number("\(Bool.random(using: &random) ? "-" : "")\(digits)E\(exponent)")
    }
  }

  @Test func readingUndoesWriting() {
    for number in numbers(11, 5_000) {
      #expect(Number(number.description) == number)
      let cell = Array("x\(number.description)y".utf8)
      #expect(Number(utf8: cell, in: 1..<(cell.count - 1)) == number)
    }
  }

  @Test func sumsAndProductsDoNotDependOnTheOrder() {
    let all = numbers(12, 4_000)
    for (left, right) in zip(all, all.reversed()) {
      #expect(left.adding(right) == right.adding(left))
      #expect(left.multiplied(by: right) == right.multiplied(by: left))
    }
    for (left, right) in zip(all, all.reversed()).prefix(60) {
      #expect(Number.sum([left, right]) == left.adding(right))
    }
  }

  @Test func theOrderAgreesWithSubtraction() {
    let all = numbers(13, 4_000)
    for (left, right) in zip(all, all.reversed()) {
      guard let difference = left.subtracting(right) else { continue }
      #expect((left < right) == difference.isNegative)
      #expect((left == right) == difference.isZero)
    }
  }

  @Test func equalNumbersHaveOneHash() throws {
    for text in ["1", "10", "0", "-2.5", "1E+40", "123456789012345678901234567890"] {
      let short = try #require(Number(text))
      let long = try #require(
        Number(text.contains("E") ? "10E+39" : text + (text.contains(".") ? "00" : ".00")))
      #expect(short == long)
      #expect(short.hashValue == long.hashValue)
    }
  }

  @Test func agreesWithFoundationInItsRange() throws {
    var random = Seeded(14)
    for _ in 0..<3_000 {
      let left = "\(Int.random(in: -999_999_999...999_999_999, using: &random))e-4"
      let right = "\(Int.random(in: -999_999_999...999_999_999, using: &random))e-3"
      let (first, second) = (try #require(Number(left)), try #require(Number(right)))
      let (one, two) = (try #require(Decimal(string: left)), try #require(Decimal(string: right)))
      #expect(first.adding(second)?.description == "\(one + two)")
      #expect(first.multiplied(by: second)?.description == "\(one * two)")
      #expect((first < second) == (one < two))
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.", "e5", "1e", "1e+", "--1", "1 ", " 1", "1,5", "0x10", "１", "1E6145",
    "1E99999999999999999999",
    "nan", "inf", "1.2.3",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(Number(text) == nil)
  }

  @Test(arguments: [
    ("00012.3400", "12.34"), ("+.5", "0.5"), ("-0", "0"), ("-0.000", "0"), ("1e3", "1000"),
    ("1E-7", "0.0000001"),
    ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
    (
      "0.00000000000000000000000000000000000000000012",
      "0.00000000000000000000000000000000000000000012"
    ),
    ("10E+6143", "1E+6144"), ("1E-6177", "0"), ("1E-99999999999999999999", "0"),
    ("1E-6176", "1E-6176"),
  ])
  func readsAndWritesPlainly(_ pair: (String, String)) {
    #expect(Number(pair.0)?.description == pair.1)
  }

  @Test(arguments: [
    ("70.5", 4, "70.5000"), ("0", 2, "0.00"), ("-1.25", 1, "-1.2"),
    (
      "12345678901234567890123456789012345", 1,
      "12345678901234567890123456789012340.0"
    ), ("0.001", 3, "0.001"), ("99.999", 2, "100.00"), ("5", 0, "5"),
    ("-0.001", 2, "0.00"), ("1234", -3, "1234"),
  ])
  func writesDecimals(_ row: (String, Int, String)) {
    #expect(Number(row.0)?.formatted(decimals: row.1) == row.2)
  }

  @Test func wholeNumbersBecomeInts() {
    #expect(Number("1e3")?.intValue == 1_000)
    #expect(Number("12.00")?.intValue == 12)
    #expect(Number("12.5")?.intValue == nil)
    #expect(Number(Int.min).intValue == Int.min)
    #expect(Number(Int.max).intValue == Int.max)
    #expect(Number("9223372036854775808")?.intValue == nil)
    #expect(Number("1E30")?.intValue == nil)
  }

  @Test func sumsOfMixedExponentsAreExact() throws {
    var random = Seeded(15)
    for _ in 0..<200 {
      let parts = (0..<30).map { _ in
        (Int.random(in: -99_999...99_999, using: &random), Int.random(in: 0...12, using: &random))
      }
      let numbers = try parts.map { try #require(Number("\($0.0)E\($0.1 - 6)")) }
      var total = Int128(0)
      for (digits, shift) in parts {
        total += Int128(digits) * (0..<shift).reduce(Int128(1)) { power, _ in power * 10 }
      }
      #expect(Number.sum(numbers) == Number("\(total)E-6"))
      #expect(Number.mean(numbers) == Number("\(total)E-6")?.divided(by: 30))
    }
  }

  @Test func statisticsAreExactInside() {
    let third = Number("0.3333333333333333333333333333333333") ?? 0
    #expect(
      Number.sum([Number("1E+33") ?? 0, third, third, third, Number("-1E+33") ?? 0])
        == Number("0.9999999999999999999999999999999999"))
    #expect(Number.median([8, 2, 5]) == 5)
    #expect(Number.median([6, 1, 2, 3]) == Number("2.5"))
    #expect(Number.median([]) == nil)
    #expect(Number.mean([]) == nil)
    #expect(
      Number.standardDeviation([2, 4, 7, 5])?.description == "2.081665999466132735282297706979931")
    #expect(Number.sum((0..<1_000).map { Number("1E\($0 * 12 - 6_000)") ?? 0 }) != nil)
  }

  @Test func tiesAreSeenAsTies() {
    // 1.5 to 35 digits, squared by way of a fractional power: x = s², x^1.5 = s³.
    let side = Number("100000000005") ?? 0
    #expect(side.multiplied(by: side)?.power(Number("1.5") ?? 0) == side.power(3))
  }

  @Test func extremesNeverTrap() throws {
    let texts = [
      "0", "1", "-1", "2", "10", "-10", "0.5", "9223372036854775807", "-9223372036854775808",
      "9.999999999999999999999999999999999E+6144", "-9.999999999999999999999999999999999E+6144",
      "1E-6176", "-1E-6176", "1E+6111", "1E-6143", "1.000000000000000000000000000000001",
      "0.9999999999999999999999999999999999", "340282366920938463463374607431768211455", "1E+30",
    ]
    let numbers = try texts.map { try #require(Number($0)) }
    for left in numbers {
      _ = (left.exponential(), left.naturalLogarithm(), left.squareRoot(), left.intValue)
      _ = (left.truncated, left.description, left.hashValue, left.isInteger)
      for scale in [Int.min, -6_177, -1, 0, 1, 6_177, Int.max] {
        _ = left.formatted(decimals: scale)
        for mode in RoundingMode.allCases { _ = left.rounded(toScale: scale, mode) }
      }
      for right in numbers {
        _ = (left.adding(right), left.multiplied(by: right), left.divided(by: right))
        _ = (left.power(right), left.modulo(right), left.roundedToMultiple(of: right, .halfUp))
      }
    }
    // Once each: without optimisation, sums over 12,000 places take long.
    _ = (Number.sum(numbers), Number.product(numbers), Number.median(numbers))
    _ = (Number.mean(numbers), Number.standardDeviation(numbers))
    // A power of ten with an exponent that only just is an integer of 64 bits.
    #expect(Number(10).power(Number(Int.min)) == .zero)
    #expect(Number(10).power(Number(Int.max)) == nil)
  }
}
