package import Diagnostics
import Formats

/// A rubric as written: every key known and every value typed, nothing resolved yet.
package struct RubricSyntax: Sendable {
  package let root: Record
  package let source: SourceText

  /// The language of plain wording.
  package var language: Language { root.choice("language") ?? .zh }

  /// Every section, outer before inner.
  package var allSections: [Record] {
    var found: [Record] = []
    var open = Array(root.records("sections").reversed())
    while let next = open.popLast() {
      found.append(next)
      open += next.records("sections").reversed()
    }
    return found
  }

  /// Every item of sections, bonus and deductions.
  package var allItems: [Record] {
    allSections.flatMap { $0.records("items") } + (root.record("bonus")?.records("items") ?? [])
      + root.records("deductions")
  }
}
