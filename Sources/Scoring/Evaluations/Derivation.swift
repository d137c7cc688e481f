package import Diagnostics
package import Values

/// How an outcome came about, line by line.
package struct Derivation: Sendable {
  package enum Line: Sendable {
    /// An expression as written and what it came to.
    case value(expression: String, value: Value, place: Place?)
    /// An expression whose value would give private cells away.
    case withheld(expression: String)
    /// The step, line, part, option or rule that gave points.
    ///
    /// `line` is its number among the lines of the form, where it is surely one of them.
    case fired(Wording, points: ScoreRange?, place: Place?, line: Int? = nil)
    case rows(RowUse)
    case judgement(JudgementUse)
    case panel(PanelUse)
    case document(DocumentUse)
    /// Answers that count, and what they come to together, where that may be shown.
    case answers(count: Int, sum: Number)
    case note(Wording)
  }

  package private(set) var lines: [Line]

  package init(_ lines: [Line] = []) {
    self.lines = lines
  }

  mutating func append(_ line: Line) {
    lines.append(line)
  }

  mutating func append(_ other: Derivation) {
    lines += other.lines
  }
}

/// Rows of one table that an expression looked at.
package struct RowUse: Sendable, Hashable {
  package enum Role: String, Sendable {
    /// All rows, or those that a filter kept.
    case taken
    /// Those for which the condition of `every` or `some` is true.
    case holding
    /// Those for which it is not true.
    case failing
  }

  package let table: String
  package let file: String
  package let role: Role
  /// Lines of the file, ascending, as ranges.
  package let lines: [ClosedRange<Int>]
  package let count: Int
  /// Rows that may count, because something is not known.
  package let openCount: Int
  /// The words that name the rows: a table, a filter, a quantifier.
  package let expression: String
  /// Lines of the file that are no records, ascending, as ranges.
  package let leftOut: [ClosedRange<Int>]
}
