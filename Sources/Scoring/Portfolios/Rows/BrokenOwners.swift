import Formats
import Values

/// Finds out whose a row may be in which nobody knows for sure which cell belongs where.
///
///     key in the first column    丙站,40,,x       is of 丙站, or of `丙站,40`
///     key behind                 40,,x,丙站       is of any of the last cells
struct BrokenOwners {
  /// The cell of a whole row that names its subject.
  let keyCell: Int
  /// How many cells a whole row has.
  let cellCount: Int
  let separator: String

  private static let reader = CellReader(.string)

  init(_ head: CSVHeader, key column: Int, separator: String) {
    keyCell = head.cells[column]
    cellCount = head.cellCount
    self.separator = separator
  }

  /// Whether the cell where the key should stand may hold something else.
  func mayBeShifted(_ row: BrokenRow) -> Bool {
    switch row.kind {
    case .overlong: keyCell > 0 || row.cells.isEmpty
    case .textAfterQuote(let cell): cell < keyCell || row.cells.isEmpty
    }
  }

  /// Every text that may be its key.
  ///
  /// - Returns: `nil` where it may be anything.
  func candidates(_ row: BrokenRow) -> Set<String>? {
    guard !row.cells.isEmpty else { return nil }
    var found: Set<String> = []
    switch row.kind {
    case .overlong:
      let extra = row.cells.count - cellCount
      guard extra >= 0, keyCell + extra < row.cells.count else { return nil }
      // Cells in front may have been taken apart, and the key itself.
      for start in keyCell...(keyCell == 0 ? 0 : keyCell + extra) {
        for end in start...(keyCell + extra) {
          found.insert(Self.key(row.cells[start...end].joined(separator: separator)))
        }
      }
    case .textAfterQuote(let cell):
      guard cell < keyCell else {
        guard row.cells.indices.contains(keyCell) else { return nil }
        return [Self.key(row.cells[keyCell])]
      }
      // Quotes that do not match may have swallowed a key.
      for cell in row.cells {
        if cell.contains(separator) || cell.contains("\n") { return nil }
        found.insert(Self.key(cell))
      }
    }
    return found
  }

  static func key(_ cell: String) -> String {
    if case .value(.string(let text), _) = reader.read(cell) { text } else { "" }
  }
}

/// Subjects whom a row of a broken form may concern: they are not scored, because nobody knows what it says of them.
struct BrokenRows {
  /// The subjects, by number.
  private(set) var subjects: Set<Int> = []
  /// Whether a row may concern anybody.
  private(set) var concernsAnybody = false

  /// Looks at the rows of a file, which are `nil` where there are too many; `place` says where one stands.
  init(
    _ rows: [BrokenRow]?, _ owners: BrokenOwners, _ index: SubjectIndex
  ) {
    guard let rows else {
      concernsAnybody = true
      return
    }
    for row in rows {
      let found = owners.candidates(row)?.compactMap { key -> Int? in
        let subject = key.isEmpty ? -1 : index.subject(of: key)
        return subject >= 0 ? Int(subject) : nil
      }
      // Text behind a quote may be part of the key: then the key is none that anybody has.
      let isOwn =
        if case .textAfterQuote(let cell) = row.kind { cell != owners.keyCell } else { true }
      guard let found, isOwn || !found.isEmpty else {
        concernsAnybody = true
        return
      }
      subjects.formUnion(found)
    }
  }
}
