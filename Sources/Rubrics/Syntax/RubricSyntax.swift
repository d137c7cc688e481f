package import Diagnostics
package import Formats

/// A rubric as written: every key known and every value typed, nothing resolved yet.
package struct RubricSyntax: Sendable {
  package let root: Record
  package let source: SourceText

  /// The language of plain wording.
  package var language: Language { root.choice("language") ?? .zh }

  /// - Returns: `nil` when the file is not a mapping; its mistakes are reported either way.
  package static func read(_ node: Node, into diagnostics: inout Diagnostics) -> RubricSyntax? {
    WrittenReader.read(node, as: "rubric", by: .rubric, into: &diagnostics).map {
      RubricSyntax(root: $0, source: node.source)
    }
  }

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

extension Rubric {
  /// From the text of a file to a checked rubric; `find` finds what it stands on.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func read(
    _ source: SourceText, digest: String, standingOn find: BaseFinder? = nil,
    into diagnostics: inout Diagnostics
  ) -> Rubric? {
    var found = Diagnostics()
    guard let node = YAMLReader.read(source, into: &found) else {
      diagnostics.append(found)
      return nil
    }
    return read(
      node, after: found, digest: digest, standingOn: find, into: &diagnostics)
  }

  /// Checks a file that was read already, with what was found in reading it.
  package static func read(
    _ node: Node, after faults: Diagnostics, digest: String, standingOn find: BaseFinder? = nil,
    into diagnostics: inout Diagnostics
  ) -> Rubric? {
    var found = faults
    defer { diagnostics.append(found) }
    var chain = BaseChain(from: digest, at: node.place, find)
    let whole = chain.whole(node)
    found.append(chain.diagnostics)
    guard let whole, let syntax = RubricSyntax.read(whole, into: &found) else { return nil }
    var rubric = syntax.check(digest: digest, into: &found)
    rubric?.bases = chain.bases
    return found.hasErrors ? nil : rubric
  }
}
