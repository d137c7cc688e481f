import Diagnostics
import Formats
import Rubrics

/// Rows that do not say whose they are: what the whole file tells of them.
///
/// A total of everybody, a page line, a row of a form that nobody filled in are none of anybody; others may be anybody's.
struct UnownedFates {
  /// So many rows are looked at; of more, all may be anybody's.
  static let mostRows = 4096
  /// Files up to so many bytes are looked at as a whole.
  static let largestFile = 64 << 20

  /// Lines of rows that may be anybody's, some of them where they are very many, and how many there are.
  private(set) var open: [Int]
  private(set) var openCount: Int
  /// By line: what a row is.
  private(set) var fates: [Int: RowFate] = [:]

  /// Of rows on these lines; nothing is settled where there is no table to look at.
  init(
    _ lines: [Int], count: Int, in table: WrittenTable?, key: Int, _ reader: TableReader
  ) {
    (open, openCount) = (lines, count)
    guard let table, !lines.isEmpty, count == lines.count, count <= Self.mostRows else { return }
    let declared = Dictionary(
      zip(reader.places(in: table.header), reader.columns).compactMap { place, one in
        place.map { ($0, one) }
      }, uniquingKeysWith: { first, _ in first })
    let columns = table.header.enumerated().map { cell, name in
      RecordSieve.Column(
        name,
        cell == key
          ? .init(kind: .string, names: [name], fits: { !$0.isEmpty })
          : declared[cell].map(RecordSieve.Column.Declared.init))
    }
    var found = RecordSieve.fates(
      of: columns, isSurvey: reader.isSurvey, rowCount: table.rowCount, cell: table.cell)
    if reader.declaration.takesAllRows { found = RowRule.all.settle(found, lines: []) }
    let asked = Set(lines)
    for (row, fate) in found where asked.contains(table.line(row)) {
      // Nobody knows which cell of such a row belongs where.
      if !table.overlongRows.contains(row) { fates[table.line(row)] = fate }
    }
    open = lines.filter { fates[$0] == nil }
    openCount = open.count
  }

  /// The first row that may be anybody's.
  var firstOpen: Int? {
    (open + fates.filter { if case .doubtful = $0.value { true } else { false } }.keys).min()
  }

  /// Reports rows that may be anybody's and of which nothing else is told.
  ///
  /// - Returns: the first row that may be anybody's.
  func report(
    of table: String, at place: (Int) -> Place, into diagnostics: inout Diagnostics
  ) -> Place? {
    if let first = open.first {
      diagnostics.report(
        .ownersUnknown(table, UnownedRows(open, count: openCount), at: place(first)))
    }
    return firstOpen.map(place)
  }
}
