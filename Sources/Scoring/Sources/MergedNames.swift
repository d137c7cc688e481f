import Formats

/// Names that are declared to be the same: the first by its letters stands for all.
struct MergedNames {
  private let ways: Set<FoldedName.Way>
  private var first: [FoldedName: String] = [:]

  init(_ names: Set<String>, _ ways: Set<FoldedName.Way>) {
    self.ways = ways
    for name in names.sorted() {
      let folded = FoldedName(name, without: ways)
      if first[folded] == nil { first[folded] = name }
    }
  }

  subscript(name: String) -> String { first[FoldedName(name, without: ways)] ?? name }
}
