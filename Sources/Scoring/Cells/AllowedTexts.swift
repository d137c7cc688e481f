import Formats
import Values

/// The texts that a declaration allows, and which of them a cell means that differs from it in nothing one sees.
package struct AllowedTexts: Sendable {
  let all: Set<String>
  /// `nil` where two of them differ in nothing else.
  private let folded: [FoldedName: String?]

  /// `spellings` are further ways of writing some of them.
  package init(_ texts: [String], _ spellings: [String: String] = [:]) {
    all = Set(texts)
    var folded: [FoldedName: String?] = [:]
    for text in all.sorted() {
      let name = FoldedName(text)
      folded[name] = .some(folded[name] == nil ? text : nil)
    }
    for (spelling, text) in spellings where folded[FoldedName(spelling)] == nil {
      folded[FoldedName(spelling)] = .some(text)
    }
    self.folded = folded
  }

  /// A text in the spelling of the declaration.
  ///
  /// - Returns: `nil` for a text that means none of them.
  package func spelled(_ text: String) -> String? {
    all.contains(text) ? text : folded[FoldedName(text)] ?? nil
  }

  /// A text in the spelling of the declaration; any other value as it is.
  func spelled(_ value: Value, _ notes: inout CellNotes) -> Value {
    guard case .string(let text) = value, !all.contains(text), let declared = spelled(text)
    else { return value }
    notes.insert(.spelling)
    return .string(declared)
  }
}
