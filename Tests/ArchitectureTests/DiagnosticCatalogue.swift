import Foundation
import TestSupport

/// Every message of the package, as the sources write it.
struct DiagnosticCatalogue {
  struct Entry {
    let code: String
    let severity: String
    let en: String
    let zh: String
    let file: String
    /// Whether it says what to do.
    let hasRemedy: Bool
  }

  let entries: [Entry]

  init() throws {
    var entries: [Entry] = []
    let folder = Places.root.appending(path: "Sources")
    for file in Places.files(in: folder, extension: "swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:\s|\()Diagnostic\(\s*"([a-z0-9-]+)",\s*(?:\.(\w+),)?/) {
        // The headline is the first wording behind the code; it may stand in a function or a constant.
        let rest = text[match.range.upperBound...].prefix(1500)
        let end = rest.firstRange(of: "Diagnostic(")?.lowerBound ?? rest.endIndex
        var reader = SwiftTextReader(rest[..<end])
        entries.append(
          Entry(
            code: String(match.1), severity: match.2.map(String.init) ?? "error",
            en: reader.text(after: "en:"), zh: reader.text(after: "zh:"),
            file: file.lastPathComponent, hasRemedy: rest[..<end].contains("help:")))
      }
    }
    self.entries = entries.sorted { ($0.code, $0.file) < ($1.code, $1.file) }
  }

  /// The page that readers of messages look codes up in.
  var page: String {
    var page = """
      # Messages · 消息一览

      Every message has a code, which stays when its words change. This page is made from the sources; ‹names› stand
      for what a message is about. 每条消息都有一个固定的代码；本页由源代码生成，‹名称›表示消息所涉及的内容。

      | code | severity | English | 中文 |
      | --- | --- | --- | --- |

      """
    for entry in entries {
      let cells = ["`\(entry.code)`", entry.severity, entry.en, entry.zh]
      page += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return page
  }
}

/// Reads string literals of Swift as far as messages use them; an interpolation becomes ‹its first name›.
struct SwiftTextReader {
  private var rest: Substring

  init(_ text: Substring) {
    rest = text
  }

  /// The literal behind `label`, with what is added to it by `+`; empty where there is none.
  mutating func text(after label: String) -> String {
    guard let range = rest.firstRange(of: label) else { return "" }
    rest = rest[range.upperBound...].drop(while: \.isWhitespace)
    var text = ""
    while rest.first == "\"" {
      text += literal()
      rest = rest.drop(while: \.isWhitespace)
      guard rest.first == "+" else { break }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
    }
    return text
  }

  private mutating func literal() -> String {
    rest.removeFirst()
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      text += next == "(" ? "‹\(interpolation())›" : next == "n" ? " " : String(next)
    }
    return text
  }

  /// To behind the closing bracket; the first name in it that is no call.
  private mutating func interpolation() -> String {
    var depth = 1
    var inside = ""
    while depth > 0, let character = rest.first {
      if character == "\"" {
        _ = literal()
        continue
      }
      rest.removeFirst()
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      inside.append(character)
    }
    for match in inside.matches(of: /([A-Za-z_]\w*)(\.[\w.]+)?(\()?/) {
      // `list(keys)` is about keys, and so is `keys.joined(…)`.
      if match.3 == nil || match.2 != nil { return String(match.1) }
    }
    return "…"
  }
}
