extension SheetOutline {
  private static let longestTitle = 60

  /// Takes what stands in the table above its header for titles and notes.
  mutating func addTitles(above row: Int) {
    for line in stride(from: 1, to: row, by: 1) {
      notes += grid.cells(inRow: line).filter { $0.row == line }.map(\.text)
    }
    titles = notes.isEmpty ? grid.above : Array(notes.prefix(4))
    if !titles.contains(where: { Self.isTitle($0) }) { titles = grid.above + titles }
  }

  private static func isTitle(_ text: String) -> Bool {
    text.count >= 4 && text.count <= longestTitle && !text.contains("\n")
      && ["表", "细则", "标准", "办法", "指标", "评分", "体系"].contains { text.contains($0) }
  }

  /// What the sheet calls itself.
  var title: String? {
    let all = grid.above + titles
    return
      (all.first(where: Self.isTitle)
      ?? titles.first { $0.count >= 4 && $0.count <= Self.longestTitle })
      .map { YAMLText.oneLine($0) }
  }

  /// What it is called as one part of several: the paragraph right above it, or its name.
  var partTitle: String {
    grid.above.last { $0.count <= Self.longestTitle }.map { YAMLText.oneLine($0) } ?? grid.name
  }
}
