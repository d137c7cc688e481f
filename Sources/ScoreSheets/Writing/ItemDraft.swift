import Diagnostics
import Values

/// An item with the form that its standard can mean.
struct ItemDraft {
  let id: String
  let source: SheetOutline.Item
  let grid: ScoreTable
  let points: Number
  let form: ReadForm
  let evidence: [String]
}

struct PartDraft {
  let id: String
  let title: String
  let points: Number
  let isScaled: Bool
  let parts: [PartDraft]
  let items: [ItemDraft]

  /// Whether an item is somewhere in it.
  var allItems: [ItemDraft] { items + parts.flatMap(\.allItems) }
}

extension ItemDraft {
  mutating func add(_ question: Question) {
    var form = form
    form.questions.append(question)
    self = ItemDraft(
      id: id, source: source, grid: grid, points: points, form: form, evidence: evidence)
  }
}
