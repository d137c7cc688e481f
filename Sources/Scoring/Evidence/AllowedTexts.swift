import Formats
import Values

/// The texts that a declaration allows, and which of them a cell means that differs from it in nothing one sees.
struct AllowedTexts: Sendable {
  let all: Set<String>
  /// `nil` where two of them differ in nothing else.
  private let folded: [FoldedName: String?]

  init(_ texts: [String]) {
    all = Set(texts)
    var folded: [FoldedName: String?] = [:]
    for text in all.sorted() {
      let name = FoldedName(text)
      folded[name] = .some(folded[name] == nil ? text : nil)
    }
    self.folded = folded
  }

  /// A text in the spelling of the declaration; any other value as it is.
  func spelled(_ value: Value, _ notes: inout CellNotes) -> Value {
    guard case .string(let text) = value, !all.contains(text),
      case .some(.some(let declared)) = folded[FoldedName(text)]
    else { return value }
    notes.insert(.spelling)
    return .string(declared)
  }
}
