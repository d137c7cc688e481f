import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rubrics

/// A remedy that a machine can apply is one: with it applied, the mistake is gone.
@Suite(.timed) struct EditTests {
  /// The codes in whose cases there is a remedy.
  private static let remedied = [
    "foreign-operator", "full-width-colon", "gate-without-closing", "if-empty",
    "impossible-constant", "list-for-expression", "not-a-choice", "option-never-occurs",
    "quotes-taken", "unknown-grade", "unknown-key", "unknown-name", "unknown-source",
  ]

  private static func texts(_ cases: [MistakeCase], _ base: String) -> [(String, String)] {
    cases.compactMap { mistake in mistake.applied(to: base).map { (mistake.title, $0) } }
  }

  private static var all: [(title: String, text: String)] {
    texts(CheckerTests.cases, CheckerTests.base) + texts(LintTests.cases, LintTests.base)
  }

  @Test func whereAnEditIsMadeItsMistakeIsGone() {
    var found = Set<String>()
    for (title, text) in Self.all {
      let before = LintTests.lint(text).all
      for diagnostic in before where !diagnostic.edits.isEmpty {
        found.insert(diagnostic.code)
        let mended = Edit.applying(diagnostic.edits, to: diagnostic.edits[0].source)
        let after = LintTests.lint(mended).all
        func count(_ all: [Diagnostic]) -> Int {
          all.count { $0.code == diagnostic.code && $0.headline == diagnostic.headline }
        }
        #expect(count(after) < count(before), "\(title): \(diagnostic.code)")
      }
    }
    let lacking = Self.remedied.filter { !found.contains($0) }
    #expect(lacking == [], "remedied: \(found.sorted())")
  }

  /// Edits stand in the file that was read, and related places name another place than the mistake's own.
  @Test func placesAndEditsLieInTheText() {
    for (title, text) in Self.all {
      for diagnostic in LintTests.lint(text).all {
        for edit in diagnostic.edits {
          #expect(edit.span.end <= edit.source.text.utf8.count, "\(title)")
          #expect(edit.source.text == text, "\(title)")
        }
        for related in diagnostic.related {
          #expect(related.place.description != diagnostic.place?.description, "\(title)")
        }
      }
    }
  }

  @Test func whatBelongsToAMistakeIsPointedAt() {
    var related = Set<String>()
    for (_, text) in Self.all {
      for diagnostic in LintTests.lint(text).all where !diagnostic.related.isEmpty {
        related.insert(diagnostic.code)
      }
    }
    let wanted = [
      "above-full-marks", "bare-column", "declared-twice", "easier-earns-more", "figure-cycle",
      "full-marks-unreachable", "grades-out-of-order", "grid-header-twice", "grid-overlap",
      "header-twice", "id-twice", "key-twice", "option-never-occurs", "overlap", "panel-weights",
      "parts-do-not-add-up", "points-do-not-add-up", "stage-weights", "table-overlap",
      "threshold-twice",
    ]
    #expect(wanted.filter { !related.contains($0) } == [], "\(related.sorted())")
  }
}
