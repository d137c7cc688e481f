import Diagnostics
import Values

extension RubricDraft {
  /// Whether the parts add up to what the sheet gives as its total.
  mutating func checkTotal(_ outlines: [SheetOutline]) {
    let totals = outlines.compactMap(\.total)
    if totals.count == 1, let total = totals.first {
      guard total.points != sum else { return }
      questions.append(.totalDiffers(total.points, sum))
      if let grid = outlines.first(where: { $0.total != nil })?.grid {
        diagnostics.report(.totalDiffers(total.points, sum, at: grid.place(row: total.row)))
      }
    } else if sum != Number(100) {
      questions.append(.notHundred(sum))
    }
  }
}
