import Foundation

/// The tables of mappings as Foundation has them, in the words of the sources.
enum MappingPages {
  private static let widest = 110

  static var areOfThisToolchain: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// Syllables of Korean are counted, not listed.
  private static let syllables: ClosedRange<Unicode.Scalar> = "가"..."힣"

  /// Every scalar in a line of its own, some hundred lines a text.
  static let lines: [String] = stride(from: 0, to: 0x110000, by: 256).map { (start: UInt32) in
    var lines = String.UnicodeScalarView()
    for value in start..<start + 256 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      lines.append(scalar)
      lines.append("\n")
    }
    return String(lines)
  }

  /// The scalars that have parts, and those that stand near them.
  static let scalars: [Unicode.Scalar] = lines.filter {
    !$0.decomposedStringWithCompatibilityMapping.utf8.elementsEqual($0.utf8)
  }.flatMap { $0.unicodeScalars.filter { $0 != "\n" } }

  static var canonical: String {
    page(
      "CanonicalMappings",
      "What is written in another way and is the same: full decompositions of form D."
    ) { text in
      let parts = text.decomposedStringWithCanonicalMapping
      return parts.unicodeScalars.elementsEqual(text.unicodeScalars) ? nil : parts
    }
  }

  static var compatible: String {
    page(
      "CompatibleMappings",
      "What only looks otherwise: full decompositions of form KD, where form D has others."
    ) { text in
      let parts = text.decomposedStringWithCompatibilityMapping
      return parts.unicodeScalars.elementsEqual(
        text.decomposedStringWithCanonicalMapping.unicodeScalars)
        ? nil : parts
    }
  }

  private struct Entry {
    let first: UInt32
    var last: UInt32
    let parts: [UInt32]
    /// Whether its parts are never put together again.
    let isLost: Bool

    init(_ scalar: Unicode.Scalar, _ text: String) {
      first = scalar.value
      last = scalar.value
      parts = text.unicodeScalars.map(\.value)
      let isCanonical = String(scalar).decomposedStringWithCanonicalMapping == text
      isLost =
        isCanonical && parts.count > 1
        && !text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual([scalar])
    }

    /// Whether the next scalar is mapped as this one is, one further.
    mutating func take(_ next: Entry) -> Bool {
      guard parts.count == 1, next.parts == [parts[0] + last + 1 - first], next.first == last + 1
      else { return false }
      last = next.first
      return true
    }

    var text: String {
      func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
      return hex(first) + (last > first ? "-\(hex(last))" : "")
        + (isLost ? "~" : "=") + parts.map(hex).joined(separator: ".")
    }
  }

  private static func page(
    _ name: String, _ words: String, _ parts: (String) -> String?
  ) -> String {
    var entries: [Entry] = []
    for scalar in scalars where !syllables.contains(scalar) {
      guard let parts = parts(String(scalar)) else { continue }
      let entry = Entry(scalar, parts)
      if entries.last != nil, entries[entries.count - 1].take(entry) { continue }
      entries.append(entry)
    }
    var lines = [""]
    for text in entries.map(\.text) {
      if lines[lines.count - 1].utf8.count + text.utf8.count + 3 > widest { lines.append("") }
      lines[lines.count - 1] += lines.last == "" ? text : " " + text
    }
    return """
      /// \(words)
      ///
      /// Made by the tests; see `MappingTable` for how it is written.
      enum \(name) {
        static let text: StaticString = \"""
      \(lines.map { "    " + $0 }.joined(separator: "\n"))
          \"""
      }

      """
  }
}
