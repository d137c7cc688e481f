/// A file of a skeleton: where it goes below the chosen folder, and its text.
package struct SkeletonFile: Sendable, Equatable {
  package let path: String
  package let text: String

  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

/// `text` as a YAML scalar: plain where YAML leaves it alone, else in single quotes.
func yamlScalar(_ text: String) -> String {
  let isPlain =
    !text.isEmpty
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-./".unicodeScalars.contains($0)
    } && text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
  return isPlain
    ? text
    : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
}
