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
    let finder = HeaderFinder(declaration.columns)
    if let row = csv.rowOfHeader(finder) {
      let headed = csv.headed(by: row, into: &diagnostics)
      settled = WrittenTable(headed, file: table.file)
      settled.rule = table.rule
      settled.mayLackColumns = table.mayLackColumns
      settled.isSettled = true
      diagnostics.report(
        .headerBelowFirstLine(csv.head.line, headed.head.line, in: table.shownFile))
      return settled
    }
    csv.reportForm(into: &diagnostics)
    guard places(in: table.header).allSatisfy({ $0 == nil }) else { return settled }
    diagnostics.report(
      .noDeclaredColumn(
        declaration, found: table.header, in: table.shownFile))
    return nil
  }
}

extension HeaderFinder {
  /// Of a table with these columns, and perhaps one that says whose a row is.
  init(_ columns: [Declaration], key: String? = nil) {
    self.init(
      columns.map { column in
        Column(column.fileNames, fits: column.isTyped ? DeclaredReader(column).fits : nil)
      }, key: key)
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
