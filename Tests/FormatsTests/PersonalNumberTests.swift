import Formats
import TestSupport
import Testing

/// Numbers of persons and accounts are found by their form and check digit, and nothing else is.
@Suite(.timed) struct PersonalNumberTests {
  // The check digits are computed here, so that no number of anybody stands in the file.
  private static func identity(_ seventeen: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(seventeen.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return seventeen + String(Array("10X98765432")[sum % 11])
  }

  @Test func identityNumbersHaveADayOfBirthAndACheckDigit() {
    for serial in 0..<40 {
      let number = Self.identity(
        "11010119900307" + "\(100 + serial)")
      #expect(PersonalNumber(in: number) == .identity, "\(number)")
      #expect(PersonalNumber(in: "张某（\(number.lowercased())）") == .identity)
      let last = number.last?.wholeNumberValue.map { ($0 + 1) % 10 } ?? 0
      #expect(PersonalNumber(in: number.dropLast() + "\(last)") != .identity)
    }
    #expect(PersonalNumber(in: Self.identity("11010119901307123")) != .identity)
  }

  @Test(arguments: [
    "13800000000", "138 0000 0000", "+86 13900000000", "tel13700000000x", "86-15000000000",
  ])
  func mobileNumbersAreFound(text: String) {
    #expect(PersonalNumber(in: text) == .mobile)
  }

  @Test(arguments: ["6222000000000000004", "6222 0000 0000 0000 004", "4000000000000002"])
  func bankCardsAreFound(text: String) {
    #expect(PersonalNumber(in: text) == .bankCard)
  }

  @Test(arguments: [
    "", "12", "2024-03-01", "12000000000", "1380000000", "138000000000", "0571-88888888",
    "1234567890123456789012345", "4000000000000003", "1,380,000,000.00", "10000000000",
  ])
  func otherNumbersAreNot(text: String) {
    #expect(PersonalNumber(in: text) == nil)
  }
}
