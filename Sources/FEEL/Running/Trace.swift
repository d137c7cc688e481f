package import Diagnostics
package import Values

/// What an explained run leaves behind: the value of every step, the rows that were used, the rules
/// that fired.
package struct Trace: Sendable {
  /// One piece of the expression and what it came to.
  package struct Entry: Sendable {
    /// Where the words stand in the passage.
    package let span: Span
    package let text: String
    /// The last value, where the step ran more than once.
    package let value: Value
    package let timesRun: Int
    /// A name or a literal: its value says nothing that the words do not.
    package let isLiteral: Bool
  }

  /// Rows of a table that an expression looked at, and which of them counted.
  package struct RowUse: Sendable {
    package enum Role: Sendable, Hashable {
      /// The rows that the expression takes: all, or those that a filter kept.
      case taken
      /// The rows for which the condition of a quantifier is true.
      case holding
      /// The rows for which the condition of a quantifier is not true.
      case failing
    }

    package let role: Role
    /// The words that name the rows: a table, a filter, a quantifier.
    package let text: String
    package let span: Span
    package let table: Table
    /// Row numbers counted from 0, as ascending ranges.
    package let rows: [ClosedRange<Int>]
    package let count: Int
    /// Rows that may count, because something is not known.
    package let openRows: [ClosedRange<Int>]
    package let openCount: Int
  }

  /// In the order of finishing: parts before the whole.
  package let entries: [Entry]
  package let rowUses: [RowUse]
  package let firedRules: [FiredRule]
}

extension Trace.RowUse {
  /// The lines of the file, counted from 1, as ascending ranges; row numbers where there is no file.
  package var lines: [ClosedRange<Int>] {
    guard !table.lines.isEmpty else { return rows.map { $0.lowerBound + 1...$0.upperBound + 1 } }
    var ranges = RangeList()
    for range in rows {
      for row in range where table.lines.indices.contains(row) { ranges.append(table.lines[row]) }
    }
    return ranges.all
  }

  /// Lines of the file that were not counted, because they are no records.
  package var leftOut: [ClosedRange<Int>] {
    var ranges = RangeList()
    for line in table.leftOut { ranges.append(line) }
    return ranges.all
  }
}

/// Ascending numbers as ranges.
struct RangeList {
  private(set) var all: [ClosedRange<Int>] = []
  private(set) var count = 0

  init() {}

  init(_ numbers: some Sequence<Int>) {
    for number in numbers { append(number) }
  }

  mutating func append(_ number: Int) {
    count += 1
    if let last = all.last, last.upperBound + 1 == number {
      all[all.count - 1] = last.lowerBound...number
    } else {
      all.append(number...number)
    }
  }
}
