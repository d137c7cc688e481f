import Foundation
import NormalForms
import TestSupport
import Testing

@Suite(.timed) struct NormalFormTests {
  @Test(arguments: [
    ("e\u{301}", "é", "e\u{301}", "é"),
    ("\u{212B}", "Å", "A\u{30A}", "Å"),
    ("（ＡＢ１２）", "（ＡＢ１２）", "（ＡＢ１２）", "(AB12)"),
    ("①²㎡ﬁ", "①²㎡ﬁ", "①²㎡ﬁ", "12m2fi"),
    ("\u{F900}", "\u{8C48}", "\u{8C48}", "\u{8C48}"),
    ("한글", "한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"),
    ("ﾊﾟ", "ﾊﾟ", "ﾊﾟ", "パ"),
    ("a\u{315}\u{300}\u{5AE}", "à\u{5AE}\u{315}", "a\u{5AE}\u{300}\u{315}", "à\u{5AE}\u{315}"),
    // Two that are never put together again, and a mark that another one of its class keeps away.
    ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
    ("o\u{308}\u{304}", "\u{22B}", "o\u{308}\u{304}", "\u{22B}"),
    ("o\u{30B}\u{308}", "ő\u{308}", "o\u{30B}\u{308}", "ő\u{308}"),
    ("上海社工站 A-1", "上海社工站 A-1", "上海社工站 A-1", "上海社工站 A-1"),
    ("", "", "", ""),
  ])
  func aTextHasThreeForms(text: String, c: String, d: String, kc: String) {
    #expect(scalars(text.normalFormC) == scalars(c))
    #expect(scalars(text.normalFormD) == scalars(d))
    #expect(scalars(text.normalFormKC) == scalars(kc))
  }

  @Test(.enabled(if: MappingPages.areOfThisToolchain, "elsewhere Foundation is of the system"))
  func everyScalarHasTheFormsOfFoundation() {
    // Many at once, each in a line of its own; no line end is put together with anything.
    for lines in MappingPages.lines where !isAsInFoundation(lines) {
      for line in lines.unicodeScalars where line != "\n" {
        #expect(isAsInFoundation(String(line)), "\(line.escaped(asASCII: true))")
      }
    }
  }

  /// Foundation leaves some letters of Korean apart that belong together, does not know the marks of Unicode 16, and does not
  /// order marks that come out of another sign: such a text is in no normal form, and is passed over.
  @Test(.enabled(if: MappingPages.areOfThisToolchain, "elsewhere Foundation is of the system"))
  func textsByChanceHaveTheFormsOfFoundation() {
    var random = SeededRandom(seed: 11)
    for pool in [Self.pool, Self.pool.filter { $0.value < 0x3100 }] {
      for count in 0..<10_000 {
        let text = self.text(count % 7 + 2, of: pool, &random)
        if !isAsInFoundation(text), isOrderedInFoundation(text) {
          Issue.record("\(text.unicodeScalars.map(\.value))")
        }
      }
    }
  }

  /// Whether Foundation has put the marks behind each letter in order.
  private func isOrderedInFoundation(_ text: String) -> Bool {
    [
      text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping,
      text.precomposedStringWithCompatibilityMapping,
    ].allSatisfy { form in
      let classes = form.unicodeScalars.map(\.properties.canonicalCombiningClass.rawValue)
      return zip(classes, classes.dropFirst()).allSatisfy { $1 == 0 || $0 <= $1 }
    }
  }

  @Test func formsSayTheSame() {
    var random = SeededRandom(seed: 12)
    let pool = Self.pool + "각갂가한글힣".decomposedStringWithCanonicalMapping.unicodeScalars
    for count in 0..<2_000 {
      let text = self.text(count % 7 + 2, of: pool, &random)
      // Strings are compared by what they say, not by how it is written.
      #expect(text.normalFormC == text && text.normalFormD == text)
      #expect(scalars(text.normalFormD.normalFormC) == scalars(text.normalFormC))
      #expect(scalars(text.normalFormC.normalFormD) == scalars(text.normalFormD))
      #expect(scalars(text.normalFormKC.normalFormKC) == scalars(text.normalFormKC))
    }
  }

  private func isAsInFoundation(_ text: String) -> Bool {
    text.normalFormC.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8)
      && text.normalFormD.utf8.elementsEqual(text.decomposedStringWithCanonicalMapping.utf8)
      && text.normalFormKC.utf8.elementsEqual(text.precomposedStringWithCompatibilityMapping.utf8)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private func text(
    _ count: Int, of pool: [Unicode.Scalar], _ random: inout SeededRandom
  ) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<count { text.append(pool[Int.random(in: pool.indices, using: &random)]) }
    return String(text)
  }

  /// Everything that has parts, its parts, and the marks; without Korean.
  private static let pool: [Unicode.Scalar] = {
    let marks = MappingPages.lines.joined().unicodeScalars.filter {
      $0.properties.canonicalCombiningClass != .notReordered
    }
    return (MappingPages.scalars + marks).flatMap { scalar -> [Unicode.Scalar] in
      let text = String(scalar)
      guard (scalar.properties.age?.major ?? 99) <= 15,
        !text.decomposedStringWithCompatibilityMapping.unicodeScalars.contains(where: {
          (0x1100...0x11FF).contains($0.value)
        })
      else { return [] }
      return [scalar] + text.decomposedStringWithCanonicalMapping.unicodeScalars
    }
  }()
}

/// The tables that the sources hold are those of Foundation, scalar by scalar.
@Suite(.timed) struct MappingPagesTests {
  @Test(
    .enabled(if: MappingPages.areOfThisToolchain, "elsewhere Foundation is of the system"),
    arguments: ["CanonicalMappings", "CompatibleMappings"])
  func isAsTheTestsWouldMakeIt(name: String) throws {
    let file = Places.root.appending(path: "Sources/NormalForms/\(name).swift")
    let page = name == "CanonicalMappings" ? MappingPages.canonical : MappingPages.compatible
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(page.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == page, "run the tests once with UPDATE_GOLDEN=1")
  }
}
