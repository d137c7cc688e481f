package import Formats
package import Rubrics
import Values

/// The file of facts of a portfolio, for whoever counts its cells: one row a subject.
package struct PortfolioFacts: Sendable {
  /// How often one declared fact, or a column of a table, was known.
  package struct Known: Sendable {
    package let declaration: Declaration
    package var hasColumn = true
    package var known = 0
    /// Empty: there is no such thing.
    package var null = 0
    /// Empty: a convention gives a value.
    package var assumed = 0
    /// Empty: somebody could still tell us.
    package var unknown = 0
    /// Not of the declared kind.
    package var unreadable = 0
  }

  package let table: CSVTable
  private let rubric: Rubric
  /// By subject: its first row.
  private let rows: [String: Int]

  /// The subject is named by column `key`, else as the rubric says; rows of others than `subjects` name none.
  package init(_ table: CSVTable, of rubric: Rubric, key: String?, subjects: Set<String>) {
    self.table = table
    self.rubric = rubric
    var rows: [String: Int] = [:]
    if let key = key ?? rubric.subject.keyColumn, let column = table.columnIndex(named: [key]) {
      rows.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        let id = Self.text(table.cell(row, column))
        if rows[id] == nil, subjects.contains(id) { rows[id] = row }
      }
    }
    self.rows = rows
  }

  package func column(of fact: Declaration) -> Int? {
    table.columnIndex(named: fact.headers + [fact.name])
  }

  /// The cells of a column, one a subject; empty where there is nothing.
  package func cells(_ column: Int, of subjects: [String]) -> [String] {
    subjects.map { rows[$0].map { Self.text(table.cell($0, column)) } ?? "" }
  }

  private static func text(_ cell: String) -> String {
    if case .value(.string(let text), _) = CellReader(.string).read(cell) { text } else { "" }
  }

  /// One line a declared fact, in the order of the rubric; each counts every subject once.
  package var census: [Known] {
    let own = rows.values.sorted()
    return rubric.facts.map { declaration in
      var line = Known(declaration: declaration)
      let reader = DeclaredReader(declaration)
      guard let column = column(of: declaration) else {
        line.hasColumn = false
        line.count(reader.absent(named: declaration.name, .absent), own.count)
        return line
      }
      // The same text is read once.
      var counts: [String: Int] = [:]
      for row in own { counts[table.cell(row, column), default: 0] += 1 }
      for (text, count) in counts {
        line.count(reader.read(text, named: declaration.name, at: nil), count)
      }
      return line
    }
  }
}

extension PortfolioFacts.Known {
  /// Counts so many cells that were read as this.
  mutating func count(_ reading: DeclaredReader.Reading, _ count: Int) {
    switch reading {
    case .value: known += count
    case .unreadable: unreadable += count
    case .absent(let value): self.count(value, count)
    }
  }

  /// Counts so many cells that are empty, or not there.
  mutating func count(_ absent: Value, _ count: Int) {
    switch absent {
    case .unknown: unknown += count
    case .null: null += count
    default: assumed += count
    }
  }
}
