/// Texts as YAML writes them, so that every reader gets the same text back.
enum YAMLText {
  private static let reserved: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~",
  ]

  /// Marks that mean nothing in YAML wherever they stand behind a letter.
  private static let harmless = Set("_-/ （）、，。；“”《》！？…·".unicodeScalars)

  /// On one line: plain where YAML leaves it alone, else in quotes.
  static func scalar(_ text: String) -> String {
    let line = oneLine(text)
    let isPlain =
      line.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || harmless.contains($0)
      } && line.unicodeScalars.first.map(\.properties.isAlphabetic) ?? false
      && !reserved.contains(line.lowercased())
    if isPlain { return line }
    return "'"
      + line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }

  /// Within `{ }` and `[ ]`.
  static func flow(_ text: String) -> String { scalar(text) }

  /// A value behind `key:`, with its lines where there are several.
  static func block(_ text: String, indent: String) -> String {
    let lines = text.split(separator: "\n").map { oneLine(String($0)) }.filter { !$0.isEmpty }
    guard lines.count > 1 else { return scalar(text) }
    return "|-\n" + lines.map { indent + $0 }.joined(separator: "\n")
  }

  static func oneLine(_ text: String) -> String {
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) { words.append(String(word)) }
    return words.joined(separator: " ")
  }
}
