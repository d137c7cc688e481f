extension Evidence {
  /// Files that count as nothing they were handed in as.
  var documentsSetAside: Set<String> {
    let uses = documents.flatMap(\.self)
    return Set(uses.filter { $0.setAside != nil }.compactMap(\.file))
      .subtracting(uses.filter { $0.setAside == nil }.compactMap(\.file))
  }
}
