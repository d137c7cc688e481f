import Diagnostics
import Formats
import Rubrics

extension TablePass {
  /// Tells which declared columns a file lacks; without rows it lacks nothing.
  ///
  /// - Returns: false where the scoring looks at one of them and nobody said that it may be missing.
  func hasColumns(
    _ file: TableFile, rowCount: Int, _ rubric: Rubric, into diagnostics: inout Diagnostics
  ) -> Bool {
    guard rowCount > 0 else { return true }
    let read = figures.columns(of: file.target, in: rubric)
    return file.content.has(
      file.reader.declaration.columns, beside: key, file.file.path, &diagnostics
    ) {
      column, _ in options.mayLackColumns || !read.contains(column) ? .given : .ofBatch
    }
  }
}

extension PortfolioReader {
  /// Tells which facts have no column of their own in the file.
  ///
  /// - Returns: false where the scoring looks at one of them, a header that nobody claims looks like it, and nobody said
  ///   that it may be missing.
  func hasFacts(
    _ content: OpenFile, _ path: String, _ options: Options, into diagnostics: inout Diagnostics
  ) -> Bool {
    let read = Set(rubric.needs).subtracting(options.leftOut)
    return content.has(rubric.facts, beside: key, path, &diagnostics) { fact, nearest in
      options.mayLackColumns || nearest == nil || !read.contains(.fact(fact)) ? .given : .ofBatch
    }
  }
}

extension OpenFile {
  /// `leave` is asked of each declaration that has no column, with the header that looks like it.
  fileprivate func has(
    _ declarations: [Declaration], beside key: String, _ path: String,
    _ diagnostics: inout Diagnostics, leave: (Int, String?) -> ColumnLeave
  ) -> Bool {
    let places = declarations.map { columnIndex(named: $0.fileNames) }
    guard places.contains(nil) else { return true }
    let claimed = places + [columnIndex(named: [key])]
    let found = HeaderFace(head.written, read: Set(claimed.compactMap(\.self)))
    var hasAll = true
    for (index, declaration) in declarations.enumerated() where places[index] == nil {
      let leave = leave(index, found.nearest(toOneOf: declaration.fileNames))
      if !leave.isGiven { hasAll = false }
      diagnostics.report(
        .missingColumn(
          declaration.name, headers: declaration.headers, of: path, among: found, leave))
    }
    return hasAll
  }
}
