package import Diagnostics
package import Formats

extension RubricSyntax {
  /// - Returns: `nil` when the file is not a mapping; its mistakes are reported either way.
  package static func read(_ node: Node, into diagnostics: inout Diagnostics) -> RubricSyntax? {
    WrittenReader.read(node, as: "rubric", by: .rubric, into: &diagnostics).map {
      RubricSyntax(root: $0, source: node.source)
    }
  }
}
