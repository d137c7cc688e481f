/// What somebody has said about the rows of a table, where what they look like leaves doubt.
package enum RowRule: Sendable, Hashable {
  /// Nothing: they are told by what they look like.
  case sieved
  /// Every row that is not blank is a record.
  case all
  /// Lines of the file, counted from 1, that hold a record or none.
  case listed(records: Set<Int>, noRecords: Set<Int>)

  /// What rows are once the rule has decided; `lines` gives the line at which each begins.
  package func settle(_ fates: [Int: RowFate], lines: [Int]) -> [Int: RowFate] {
    switch self {
    case .sieved: return fates
    case .all: return fates.filter { $0.value == .noRecord(.blank) }
    case .listed(let records, let noRecords):
      var settled = fates
      for (row, line) in lines.enumerated() {
        if records.contains(line) { settled[row] = nil }
        if noRecords.contains(line) { settled[row] = .noRecord(.declared) }
      }
      return settled
    }
  }
}
