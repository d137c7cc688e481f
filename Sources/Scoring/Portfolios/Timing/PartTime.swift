package import Rubrics

/// What one part of a rubric has cost in one scoring of a portfolio, over all threads.
///
/// Measured, and so another one each time: it belongs to no result.
package struct PartTime: Sendable {
  package enum Part: Sendable {
    case figure(Figure)
    case item(Item)
    /// Sections, total, grades, and what belongs to no item alone.
    case rest
  }

  package let part: Part
  /// Nanoseconds of the instructions over columns; 0 where there were none.
  ///
  /// What several parts share is counted for the first of them; lanes that run a second time, for their digits, are not
  /// counted.
  package let columns: Int
  /// Nanoseconds of the row evaluator.
  package let rows: Int
  /// How many times the row evaluator was asked; 0 where nobody was left to it.
  package let rowCount: Int

  package var total: Int { columns + rows }
}
