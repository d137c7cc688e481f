package import Diagnostics
package import Values

/// A rubric as the table that people sign: everything in words, in both languages, nothing left to compute.
package struct RubricSheet: Sendable {
  /// Where a rule or a number of points comes from, as one letter with its meaning in the legend.
  package struct Mark: Sendable, Hashable {
    /// `source`, `paraphrase`, `local` or `illustrative`.
    package let rule: String
    package let points: String?
  }

  package struct Row: Sendable {
    /// `2.3`: the third item of the second part.
    package let number: String
    package let id: String
    package let title: Wording
    package let points: Number
    package let says: Wording
    /// How points follow, a sentence a line.
    package let scoring: [Wording]
    /// A table that was written as a grid.
    package let grid: Grid?
    /// Documents, tables, surveys and judgements that it looks at.
    package let material: [Wording]
    package let citation: Wording?
    package let mark: Mark
    package let measures: String?
  }

  package struct Part: Sendable {
    package let number: String
    package let title: Wording
    package let points: Number
    /// 0 for a section of the rubric, 1 for a section inside one.
    package let depth: Int
    /// What holds for the whole part: when it applies, how it is scaled.
    package let remarks: [Wording]
    package let rows: [Row]
  }

  /// A gate, a line of the grades, a rule of the total.
  package struct Rule: Sendable {
    package let name: Wording
    package let says: Wording
    package let citation: Wording?
    package let mark: Mark?
    /// A table that was written as a grid, below the words.
    package var grid: Grid?
  }

  /// A table of results by what stands at the heads of its rows and of its columns.
  package struct Grid: Sendable {
    package struct Row: Sendable {
      /// One an input down.
      package let heads: [Wording]
      package let cells: [Wording]
      package let remark: Wording?
    }

    /// The inputs down, and those across.
    package let down: [Wording]
    package let across: [Wording]
    /// By input across, then by column.
    package let columns: [[Wording]]
    package let rows: [Row]

    var hasRemarks: Bool { rows.contains { $0.remark != nil } }

    /// What stands above the heads of rows, in one of the lines of heads of columns: an entry an input down.
    func corner(ofLine line: Int) -> [Wording] {
      let isLast = line == columns.count - 1
      return down.indices.map { index in
        guard index == down.count - 1 else { return isLast ? down[index] : Wording("") }
        return isLast
          ? SheetWording.corner(down[index], across[line]) : SheetWording.corner(nil, across[line])
      }
    }
  }

  package struct RuleList: Sendable {
    package let title: Wording
    package let rules: [Rule]
  }

  package struct SourceLine: Sendable {
    package let id: String
    package let text: Wording
  }

  package let id: String
  package let edition: String
  package let title: Wording
  package let subject: String
  package let note: Wording?
  /// What it stands on, and what is changed of it; nearest first.
  package let bases: [Wording]
  package let isFictional: Bool
  package let points: Number
  package let parts: [Part]
  /// Total, grades, admission, caps, vetoes: what is left of the order of evaluation.
  package let rules: [RuleList]
  package let sources: [SourceLine]
  package let basis: Wording
  /// What the columns are called on the sheet that the rubric was translated from.
  package let heads: Heads?
  /// How many questions about it wait for an answer.
  package let questionCount: Int

  /// The heads of its columns.
  package struct Heads: Sendable {
    package let number: Wording?
    package let levels: [Wording]
    package let points: Wording?
    package let says: Wording?
    package let material: Wording?
    package let fill: [Wording]
  }
}
