package import Diagnostics
package import Formats

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
