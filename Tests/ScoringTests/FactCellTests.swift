import Formats
import TestSupport
import Testing
import Values

@testable import Scoring

/// Cells of facts as they are read in bulk, against the reader of single cells.
@Suite(.timed) struct FactCellTests {
  @Test func plainNumbersAreThoseOfTheReaderOfCells() {
    var random = SeededNumbers(seed: 21)
    var plain = 0
    for _ in 0..<60_000 {
      let letters = "0123456789012345678901234567890123456789..-+ eE,/:０"
      let text = String(
        (0..<Int.random(in: 0...11, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
      guard let found = Self.plainNumber(text) else { continue }
      plain += 1
      guard case .value(.number(let number), _) = CellReader(.number).read(text) else {
        Issue.record("\(text) is no number")
        continue
      }
      #expect(
        number == Number(scaled: found.coefficient, exponent: -found.decimals), "\(text)")
    }
    #expect(plain > 10_000)
  }

  @Test(arguments: [
    ("7", 7, 0), ("12.5", 125, 1), ("12345678", 12_345_678, 0), ("123456.78", 12_345_678, 2),
    ("0.000001", 1, 6), ("-3.25", -325, 2), ("00012", 12, 0), ("99999999", 99_999_999, 0),
    ("123456789012345678", 123_456_789_012_345_678, 0),
  ]) func plainNumbersAreCoefficientsAndDecimals(text: String, coefficient: Int64, decimals: Int) {
    let found = Self.plainNumber(text)
    #expect(found?.coefficient == coefficient)
    #expect(found?.decimals == decimals)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1.2.3", "12 ", "1e3", "--1", "1.2345.", "１", "1234567."])
  func othersAreLeftToTheReaderOfCells(text: String) {
    #expect(Self.plainNumber(text) == nil)
  }

  /// Behind the text stand digits, as the next cell of a file does.
  private static func plainNumber(_ text: String) -> PlainNumber? {
    let bytes = Array(text.utf8) + Array("987654321.98765432198765432198".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { PlainNumber($0, text.utf8.count) }
    }
  }

  @Test func keysThatAscendAreAllDifferent() {
    let found = DistinctKeys(["S1", "S2", "S9", "S10", "S11"])
    #expect(found.rows == [0, 1, 2, 3, 4])
    #expect(found.again.isEmpty)
    #expect(found.index == nil)
  }

  @Test func keysInAnyOrderAreFoundByTheirLetters() {
    let keys = ["b", "a", "", "b", "Änderung", "a long key of many letters", "b", "Änderung", ""]
    let found = DistinctKeys(keys)
    #expect(found.rows == [0, 1, 4, 5])
    #expect(found.again.mapValues(\.row) == [0: 3, 2: 7])
    #expect(found.again.mapValues(\.count) == [0: 2, 2: 1])
    for (subject, row) in found.rows.enumerated() {
      #expect(found.index?.subject(of: keys[row]) == Int32(subject))
    }
    #expect(found.index?.subject(of: "c") == -1)
  }
}
