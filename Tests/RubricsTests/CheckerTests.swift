import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rubrics

@Suite(.timed) struct CheckerTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  static let base =
    (try? String(contentsOf: folder.appending(path: "base.yaml"), encoding: .utf8)) ?? ""
  static let cases = MistakeCase.read(
    (try? String(contentsOf: folder.appending(path: "mistakes.cases"), encoding: .utf8)) ?? "")

  private static let checked = Remembered<String, (rubric: Rubric?, diagnostics: Diagnostics)>()

  /// What the checker says of a rubric; several tests look at the same cases, which are checked once.
  static func check(_ text: String) -> (rubric: Rubric?, diagnostics: Diagnostics) {
    checked.value(for: text) {
      var diagnostics = Diagnostics()
      let rubric = Rubric.read(
        SourceText(text, path: "rubric.yaml"), digest: "", into: &diagnostics)
      return (rubric, diagnostics)
    }
  }

  @Test func theRubricWithEverythingOnceHasNoMistake() {
    let (rubric, diagnostics) = Self.check(Self.base)
    #expect(rubric != nil)
    for diagnostic in diagnostics.all {
      Issue.record(Comment(rawValue: DiagnosticRenderer(language: .en).render(diagnostic)))
    }
  }

  @Test(arguments: cases)
  func oneChangeMakesTheMistakeThatItsCaseNames(mistake: MistakeCase) throws {
    let text = try #require(mistake.applied(to: Self.base), "the text to change occurs once")
    let (_, diagnostics) = Self.check(text)
    #expect(diagnostics.all.map(\.code) == mistake.codes)
  }

  @Test(arguments: Language.allCases)
  func everyMessageReadsAsWritten(language: Language) throws {
    var screen = ""
    for mistake in Self.cases {
      guard let text = mistake.applied(to: Self.base) else { continue }
      screen += "## \(mistake.title)\n"
      screen += DiagnosticRenderer(language: language).render(Self.check(text).diagnostics) + "\n"
    }
    try expectGolden(screen, "mistakes.\(language.rawValue).txt")
  }

  @Test func everyCodeOfThisRoomIsPinned() throws {
    // Those of bases have screens of their own.
    let sources = Places.files(
      in: Places.root.appending(path: "Sources/Rubrics"), extension: "swift"
    ).filter {
      $0.lastPathComponent.hasPrefix("RubricsDiagnostics") && !$0.path.contains("/Bases/")
    }
    let words = try sources.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let codes = Set(words.matches(of: /"([a-z]+(?:-[a-z]+)*)", (?:\.[a-z]+, )?at:/).map { $0.1 })
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let screens = try ["mistakes.en.txt", "lints.en.txt"].map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined()
    let pinned = Set(screens.matches(of: /\[([a-z-]+)\]:/).map { $0.1 })
    // The last two are of test files and of sizes; see below and `RubricTestSyntaxTests`.
    let elsewhere: Set<Substring> = [
      "not-a-calendar-date", "test-expects-nothing", "test-ticked-and-not", "test-twice",
      "too-many",
    ]
    #expect(codes.subtracting(pinned).subtracting(elsewhere).sorted() == [])
  }

  @Test func aRubricOfAThousandFiguresIsTooLarge() {
    let figures = (0...1000).map { "  f\($0): 1\n" }.joined()
    let text = Self.base.replacingOccurrences(of: "\ndefine:\n", with: "\ndefine:\n" + figures)
    #expect(Self.check(text).diagnostics.all.map(\.code) == ["too-many"])
  }

  @Test func twentyMistakesAreToldInOneRun() throws {
    let file = Self.folder.appending(path: "twenty-mistakes/rubric.yaml")
    let (rubric, diagnostics) = Self.check(try String(contentsOf: file, encoding: .utf8))
    #expect(rubric == nil)
    #expect(Set(diagnostics.all.map(\.code)).count >= 20)
    #expect(diagnostics.all.count == 20)
    try expectGolden(
      DiagnosticRenderer(language: .en).render(diagnostics), "twenty-mistakes.txt")
  }
}

/// A change of one place in the base rubric, and the codes that it must bring.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  let title: String
  let codes: [String]
  let before: String
  let after: String

  var testDescription: String { title }

  func applied(to base: String) -> String? {
    base.components(separatedBy: before).count == 2
      ? base.replacingOccurrences(of: before, with: after) : nil
  }

  /// Cases are set apart by lines `## title => code, code`, their halves by a line `--`.
  static func read(_ text: String) -> [MistakeCase] {
    text.components(separatedBy: "\n## ").dropFirst().compactMap { part in
      guard let lineEnd = part.firstIndex(of: "\n") else { return nil }
      let head = part[..<lineEnd].components(separatedBy: " => ")
      let halves = String(part[part.index(after: lineEnd)...]).components(separatedBy: "\n--\n")
      guard head.count == 2, halves.count == 2 else { return nil }
      var after = halves[1]
      if after.hasSuffix("\n") { after.removeLast() }
      return MistakeCase(
        title: head[0], codes: head[1].components(separatedBy: ", "), before: halves[0],
        after: after)
    }
  }
}
