extension String {
  /// By UTF-8.
  func precedesByUTF8(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        for (left, right) in zip(mine, theirs) where left != right { return left < right }
        return mine.count < theirs.count
      }
    }
    if case .some(.some(let precedes)) = order { return precedes }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}
