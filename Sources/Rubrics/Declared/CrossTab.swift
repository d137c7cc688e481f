package import Diagnostics

/// A grid of results: what some inputs come to stands across, what others come to stands down.
///
/// It is a spelling. Its cells are the rules of a UNIQUE decision table, row by row, and whatever reads such
/// tables reads them; only who talks of a rule names its row and its column.
///
///     across: distance           |  rule 1: households < 100,  distance < 5:  2
///     columns: ["< 5", ">= 5"]   |  rule 2: households < 100,  distance >= 5: 1
///     down: households           |  rule 3: households >= 100, distance < 5:  4
///     rows:                      |  rule 4: households >= 100, distance >= 5: 3
///       - ["< 100", 2, 1]
///       - [">= 100", 4, 3]
///
/// - Source: DMN 1.5, clause 8.2, tables that are drawn as a crosstab.
package struct CrossTab: Sendable {
  enum Direction: Sendable {
    case down, across
  }

  /// What the inputs of one side must come to for a row or a column.
  package struct Header: Sendable {
    /// One an input.
    package let tests: [Passage]
    package let says: Wording?
    package let citation: Citation?
    package let place: Place

    /// As it was written.
    package var text: String { tests.map(\.text).joined(separator: ", ") }
  }

  /// One direction of the grid.
  package struct Side: Sendable {
    package let inputs: [Passage]
    package let headers: [Header]
    package let place: Place
  }

  /// Its headers are the rows.
  package let down: Side
  /// Its headers are the columns.
  package let across: Side

  package func row(ofRule number: Int) -> Header? {
    let columns = across.headers.count
    return columns > 0 && down.headers.indices.contains(number / columns)
      ? down.headers[number / columns] : nil
  }

  package func column(ofRule number: Int) -> Header? {
    let columns = across.headers.count
    return columns > 0 ? across.headers[number % columns] : nil
  }

  /// The cell that is a rule of the table, by its row and its column.
  package func words(forRule number: Int) -> Wording? {
    guard let row = row(ofRule: number), let column = column(ofRule: number) else { return nil }
    return .cell(row.text, column.text)
  }

  /// The rules whose cells stand in the first column: one for each row.
  var firstColumn: [Int] { down.headers.indices.map { $0 * across.headers.count } }

  /// The rules whose cells stand in the first row: one for each column.
  var firstRow: [Int] { Array(across.headers.indices) }
}
