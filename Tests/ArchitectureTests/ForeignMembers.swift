/// Members that a file adds to types for which it is not named, as far as others can see them.
struct ForeignMembers {
  private(set) var counts: [String: Int] = [:]

  /// - Parameters:
  ///   - text: a file as `swift format` lays it out: extensions begin at the margin, their members two blanks from it.
  ///   - file: its name.
  init(of text: String, in file: String) {
    let owner = file.replacing(".swift", with: "").prefix { $0 != "+" }
    var type: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(of: /^(?:package |public |internal )?extension ([\w.]+)/) {
        type = Self.isAtHome(match.1, owner: owner, text) ? nil : match.1
      } else if line.hasPrefix("}") {
        type = nil
      } else if let type, Self.isVisibleMember(line) {
        counts[String(type), default: 0] += 1
      }
    }
  }

  /// Whether the file is named for the type or for what is around it, or declares it.
  private static func isAtHome(_ type: Substring, owner: Substring, _ text: String) -> Bool {
    let parts = type.split(separator: ".")
    guard let outer = parts.first else { return true }
    if parts.contains(owner) || parts.joined() == owner { return true }
    // Words of a module stand together.
    if owner.hasSuffix("Diagnostics") || owner.hasSuffix("Wording") { return true }
    guard let declaration = try? Regex("\\b(?:struct|class|enum|protocol|actor) \(outer)\\b") else {
      return false
    }
    return text.contains(declaration)
  }

  private static func isVisibleMember(_ line: Substring) -> Bool {
    guard line.hasPrefix("  "), !line.dropFirst(2).hasPrefix(" ") else { return false }
    let words = line.split(separator: " ")
    let declares: Set<Substring> = [
      "func", "var", "let", "subscript", "struct", "enum", "class", "protocol", "actor",
      "typealias",
    ]
    if words.contains(where: { $0.hasPrefix("private") || $0.hasPrefix("fileprivate") }) {
      return words.contains { $0 == "private(set)" }
    }
    guard let first = words.first, !first.hasPrefix("//"), !first.hasPrefix("@") else {
      return false
    }
    return words.prefix(5).contains { declares.contains($0) || $0.hasPrefix("init(") }
  }
}
