import TestSupport
import Testing

@testable import Scoring

/// Texts that may be alike without being the same: none is missed at a glance.
@Suite(.timed) struct TextSignsTests {
  private func exact(_ text: String) -> Bool {
    var signs = TextSigns()
    var text = text
    text.withUTF8 { signs.look(at: $0) }
    return signs.mayDiffer
  }

  private func glance(_ texts: [String]) -> Bool {
    let identities = TextIdentities()
    let numbers = texts.map(identities.identity(of:))
    // Those that are no identities of their own are looked at by their letters.
    if identities.signs.mayDiffer { return true }
    var glance = SignsAtAGlance(identities.signs)
    for number in numbers { glance.look(at: number) }
    return glance.mayDiffer
  }

  @Test(arguments: [
    ("C0198492", false), ("330102", false), ("a-1", false), ("a1B2", true), ("a b", true),
    ("a\u{7F}b", true), ("a\u{1}b", true), ("张三", false), ("张　三", true), ("ÀB", true),
  ])
  func saysWhetherATextMayLookLikeAnother(text: String, mayDiffer: Bool) {
    #expect(exact(text) == mayDiffer)
  }

  @Test func saysTheSameOfManyTexts() {
    #expect(!glance(["C0198492", "ZZ9", "330102", "A-1_B"]))
    #expect(glance(["C0198492", "c0198492"]))
    #expect(glance(["C 1"]))
    #expect(!glance([]))
  }

  @Test func missesNoLetterAtAGlance() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<20_000 {
      let text = String(
        decoding: (0..<Int.random(in: 1...8, using: &numbers)).map { _ in
          UInt8.random(in: 0x21...0x7E, using: &numbers)
        }.enumerated().map { place, byte in
          place > 0 && Int.random(in: 0..<6, using: &numbers) == 0
            ? UInt8.random(in: 0...0x7F, using: &numbers) : byte
        } + [0x31], as: UTF8.self
      ).suffix(8)
      if exact(String(text)) { #expect(glance([String(text)]), "\(text.debugDescription)") }
    }
  }
}
