import Diagnostics
import Formats
import Foundation
import Rubrics

extension FuzzTarget {
  private static let yamlPieces = [
    ": ", "- ", "#", "\"", "'", "|\n", ">-\n", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "%",
    "@",
    "`", "\t", "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "\0", "---\n", "...\n", "? ",
    "~", "null", "\\u6761", "\\x", "\\UFFFFFFFF", "<<: ", "：", "（", "  ", "0x1", "1e9999", "..",
  ]

  /// Places stay inside the text; there is a node, or an error.
  static let yaml = FuzzTarget(
    name: "yaml", pieces: yamlPieces,
    deep: {
      ["[", "{a: ", "- ", "? ", "a:\n ", "&a ", "!t ", "'", "|\n "].map {
        Array(String(repeating: $0, count: 20_000).utf8)
      }
    },
    feed: { bytes, isThorough in
      var found = Diagnostics()
      guard let source = TextReader.read(bytes, path: "f.yaml", into: &found) else {
        return found.hasErrors ? nil : "no text, and no error"
      }
      let node = YAMLReader.read(source, into: &found)
      if node == nil, !found.hasErrors { return "no node, and no error" }
      return fault(in: found, source, isThorough) ?? node.flatMap { fault(in: $0, source) }
    })

  /// The checker says something and goes on, or gives a rubric.
  static let rubric = FuzzTarget(
    name: "rubric",
    pieces: yamlPieces + [
      "count(", "sum(", "[1..", "not(", "every x in ", "if true then ", "99999999999999999999999",
      "-1", "1e6144", "0.1%", "at least: ", "score:\n", "points: ", "else: ", "when: ", "total",
      "/0",
      "when closed: ", "if empty: ", "cohort mean", "define:\n", "{a: 1}.a", "2024-02-30", "?",
    ],
    longest: 12_000,
    seeds: {
      let folder = Corpus.root.appending(path: "../../docs/examples").standardizedFileURL
      return Corpus.files(in: folder, endingIn: ".yaml")
    },
    feed: { bytes, isThorough in
      var found = Diagnostics()
      guard let source = TextReader.read(bytes, path: "f.yaml", into: &found) else {
        return found.hasErrors ? nil : "no text, and no error"
      }
      let rubric = Rubric.read(source, digest: "", into: &found)
      if (rubric == nil) != found.hasErrors { return "a rubric beside errors, or none without" }
      return fault(in: found, source, isThorough)
    })

  /// What was read is written and read again as the same.
  static let json = FuzzTarget(
    name: "json",
    pieces: [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "1e",
      "E+99999",
      "-", "0", "00", ".5", "true", "false", "null", "NaN", "\n", "\u{FEFF}", "//", "\u{7F}", "\t",
      "9007199254740993", "1E-6176", "99999999999999999999999999999999999999999999",
    ],
    deep: {
      ["[", "{\"a\":", "[[],", "\"\\u"].map { Array(String(repeating: $0, count: 50_000).utf8) }
    },
    feed: { bytes, isThorough in
      var found = Diagnostics()
      let source = SourceText(String(decoding: bytes, as: UTF8.self), path: "f.json")
      let json = JSONReader.read(source, into: &found)
      guard (json == nil) == found.hasErrors else {
        return "a value beside errors, or none without"
      }
      if let fault = fault(in: found, source, isThorough) { return fault }
      guard let json else { return nil }
      let written = json.canonicalText
      let again = JSONReader.read(SourceText(written, path: "f.json"), into: &found)
      return again?.canonicalText == written ? nil : "read again it is another: \(written)"
    })

  /// Messages point into the text, and can be shown.
  private static func fault(
    in found: Diagnostics, _ source: SourceText, _ isThorough: Bool
  ) -> String? {
    let end = source.text.utf8.count
    for diagnostic in found.all {
      guard case .text(_, let span) = diagnostic.place else { continue }
      if span.start < 0 || span.end < span.start || span.end > end {
        return "\(diagnostic.code) points outside"
      }
    }
    if isThorough {
      for language in [Language.en, .zh] {
        _ = DiagnosticRenderer(language: language).render(found)
      }
    }
    return nil
  }

  private static func fault(in node: Node, _ source: SourceText) -> String? {
    var waiting = [node]
    while let node = waiting.popLast() {
      let span = node.span
      if span.start < 0 || span.end < span.start || span.end > source.text.utf8.count {
        return "a node lies outside: \(span)"
      }
      switch node {
      case .scalar(let scalar):
        _ = scalar.trailingComment
        _ = scalar.rawLine
        let text = scalar.text.utf8.count
        for offset in [0, text / 2, text] {
          _ = scalar.passage.place(of: Span(offset, offset + 1))
        }
      case .sequence(let sequence): waiting += sequence.items
      case .mapping(let mapping):
        for entry in mapping.entries { waiting += [.scalar(entry.key), entry.value] }
      }
    }
    return nil
  }
}
