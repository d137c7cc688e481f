import TestSupport
import Testing

@testable import Workbooks

/// Short numbers are written the quick way as the long way writes them.
@Suite(.timed) struct SheetNumberTests {
  private func shown(_ text: String, isPercent: Bool) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: SheetNumber.read($0, isPercent: isPercent).shown, as: UTF8.self)
    }
  }

  private func quick(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var shown: [UInt8] = []
      return SheetNumber.writePercent(bytes, to: &shown)
        ? String(decoding: shown, as: UTF8.self) : nil
    }
  }

  @Test(arguments: [
    ("0.0031", "0.31%"), ("0.85", "85%"), ("1", "100%"), ("-0.5", "-50%"), ("0", "0%"),
    ("-0", "0%"), ("0.000", "0%"),
    ("12.5", "1250%"), ("0.00001", "0.001%"), ("0.1050", "10.5%"), ("007", "700%"), (".5", "50%"),
    ("5.", "500%"),
    ("123456789012345", "12345678901234500%"),
  ])
  func aShareIsWrittenAsPerCents(share: String, written: String) {
    #expect(quick(share) == written)
    #expect(shown(share, isPercent: true) == written)
  }

  @Test(arguments: ["1E-3", "0.1234567890123456", "+0.5", "1e2"])
  func whatIsLongOrHasAPowerIsReadDigitByDigit(share: String) { #expect(quick(share) == nil) }

  @Test func bothWaysAgree() {
    var chance = SeededRandom(seed: 7)
    for _ in 0..<20_000 {
      let whole = String(Int.random(in: 0...99_999, using: &chance))
      let places = Int.random(in: 0...7, using: &chance)
      let fraction = (0..<places).map { _ in String(Int.random(in: 0...9, using: &chance)) }
        .joined()
      let sign = Bool.random(using: &chance) ? "-" : ""
      let text =
        sign + (Bool.random(using: &chance) ? "0" : whole) + (places > 0 ? "." + fraction : "")
      if let quick = quick(text) { #expect(quick == shown(text, isPercent: true), "\(text)") }
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        if SheetNumber.isAsWritten(bytes) { #expect(shown(text, isPercent: false) == text) }
      }
    }
  }
}
