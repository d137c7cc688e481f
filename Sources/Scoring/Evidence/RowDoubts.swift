import Diagnostics
import Formats
import Values

/// What of a table is not certain because nobody knows whose some of its rows are.
struct RowDoubts: Sendable {
  /// The first row that may be anybody's.
  var everybody: Place?
  /// By subject: the first row whose key is its own but for what one does not see.
  var subjects: [Int: Place] = [:]
}

/// Rows that say something and not whose they are: the first of them, and how many there are.
struct UnownedRows: Sendable {
  static let mostTold = 10

  /// Lines of the file.
  let first: [Int]
  let count: Int

  init(_ lines: some Collection<Int>, count: Int? = nil) {
    first = Array(lines.prefix(Self.mostTold))
    self.count = count ?? lines.count
  }
}

/// What stands in place of the rows of a table, for everybody or for some subjects.
struct GivenRows: Sendable {
  private var everybody: Value?
  private var subjects: [Int: Value] = [:]

  init() {}

  /// What is not certain is not known.
  init(_ doubts: RowDoubts, _ reader: TableReader) {
    everybody = doubts.everybody.map(reader.unowned)
    subjects = doubts.subjects.mapValues(reader.unowned)
  }

  /// The same with the rows of some subjects, where nothing else stands in their place.
  func with(_ rows: [Int: Value]) -> GivenRows {
    var given = self
    given.subjects.merge(rows) { doubt, _ in doubt }
    return given
  }

  /// Nothing is known of a table.
  init(everybody value: Value) { everybody = value }

  /// `nil` where the rows stand for themselves.
  subscript(subject: Int) -> Value? { everybody ?? subjects[subject] }

  var isForEverybody: Bool { everybody != nil }
  var isEmpty: Bool { everybody == nil && subjects.isEmpty }
}
