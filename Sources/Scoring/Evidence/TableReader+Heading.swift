import Diagnostics
import Formats
import Rubrics

extension TableReader {
  /// The table under the header that the rubric knows: the first of its first lines that names two declared columns, or
  /// the only one.
  ///
  /// - Returns: `nil`, reported, where no declared column is found.
  func headed(
    _ table: WrittenTable, into diagnostics: inout Diagnostics
  ) -> WrittenTable? {
    guard case .csv(let csv) = table.cells, !table.isSettled else { return table }
    var settled = table
    settled.isSettled = true
    let needed = min(2, declaration.columns.count)
    let found = count(of: table.header)
    if found < needed {
      let lines = csv.furtherHeaders
      let row = lines.firstIndex { count(of: $0) >= needed }
      // Below a header that names something, rows may be records.
      if let row, found == 0 || row == 0,
        !holdsRecords([table.header] + lines[..<row], under: lines[row])
      {
        let headed = csv.headed(by: row, into: &diagnostics)
        settled = WrittenTable(headed, file: table.file)
        settled.rule = table.rule
        settled.mayLackColumns = table.mayLackColumns
        settled.isSettled = true
        diagnostics.report(
          .headerBelowFirstLine(csv.head.line, headed.head.line, in: table.shownFile))
        return settled
      }
    }
    csv.reportForm(into: &diagnostics)
    guard found == 0 else { return settled }
    diagnostics.report(
      .noDeclaredColumn(
        declaration, found: table.header, in: table.shownFile))
    return nil
  }

  /// How many declared columns a line names.
  private func count(of header: [String]) -> Int {
    let names = Set(header.map(HeaderName.init))
    return columns.count { reader in
      reader.declaration.fileNames.contains { names.contains(HeaderName($0)) }
    }
  }

  /// Whether a line above a header looks like a record under it: then it is no title.
  private func holdsRecords(_ lines: [[String]], under header: [String]) -> Bool {
    let places = columns.compactMap { reader -> (Int, DeclaredReader)? in
      guard reader.declaration.isTyped else { return nil }
      let names = Set(reader.declaration.fileNames.map(HeaderName.init))
      return header.firstIndex { names.contains(HeaderName($0)) }.map { ($0, reader) }
    }
    return lines.contains { line in
      guard line.count(where: { !$0.isEmpty }) > 1 else { return false }
      return places.contains { place, reader in
        line.indices.contains(place) && !RowLabels.isNothing(line[place])
          && reader.fits(line[place])
      }
    }
  }
}

extension Declaration {
  /// What files call it.
  var fileNames: [String] { headers + [name] }

  /// Its cells are not any text.
  var isTyped: Bool { allowed != nil || CellKind(shape) != .string }
}

extension DeclaredReader {
  var isFreeText: Bool { !declaration.isTyped }

  /// Whether a cell holds a value of the declaration.
  func fits(_ text: String) -> Bool {
    if case .value = read(text, named: declaration.name, at: nil) { true } else { false }
  }
}
