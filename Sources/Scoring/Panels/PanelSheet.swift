import Diagnostics
package import Rubrics
package import Values

/// All marks that one subject got for one item, by column, with what they come to.
package struct PanelSheet: Sendable {
  package let panel: Panel
  /// The scale of the marks.
  package let low: Number
  package let high: Number
  package let columns: [ColumnSheet]
  /// Of roles that the panel does not name.
  package let others: [WeighedMark]
  /// Items of which it is not known whether they belong to the totals.
  let openItems: [String]
}

/// What has become of a column.
package enum ColumnState: Sendable, Hashable {
  /// So many marks, combined.
  case combined(Int)
  /// So many marks, and at least so many are needed.
  case waiting(Int, of: Int)
  /// Exactly one was expected.
  case several(Int)
  /// Nobody reads the third mark yet.
  case thirdReaderCalled
  /// The third mark is there.
  case settled(Int)
  /// So many assessors have a total that is not known.
  case totalUnknown(Int)
  case notAgreed(Int)
  /// A mark was given that cannot be read.
  case lost
  /// Kept, and not counted.
  case kept(Int)
}

/// A number that is divided only once, at the very end.
struct MarkFraction {
  let sum: Number
  let count: Number

  init(_ sum: Number, over count: Number = .one) {
    self.sum = sum
    self.count = count
  }

  func isBelow(_ other: MarkFraction) throws(NumberTooLarge) -> Bool {
    try sum.times(other.count) < other.sum.times(count)
  }
}

package struct ColumnSheet: Sendable {
  package let column: Panel.Column
  package let marks: [WeighedMark]
  /// Of the third reader.
  package let readings: [WeighedMark]
  package let state: ColumnState
  /// Greatest less least counted mark, or total in points, before a third reading.
  package let spread: Number?
  /// `nil` where the marks of each item are combined by themselves.
  let totals: PanelTotals.Column?
  let least: MarkFraction
  let greatest: MarkFraction

  package var counted: [AssessorMark] { marks.filter(\.counts).map(\.mark) }

  package var isThirdReaderCalled: Bool {
    switch state {
    case .thirdReaderCalled, .settled: true
    default: totals?.isThirdReaderCalled ?? false
    }
  }
}

extension PanelSheet {
  /// The item's points: weights and marks are multiplied first, and divided once.
  func points(outOf points: Number) throws(NumberTooLarge) -> ScoreRange {
    let counting = columns.filter { $0.column.counts }
    return ScoreRange(
      try share(counting.map { ($0.column.weight, $0.least) }, of: points),
      try share(counting.map { ($0.column.weight, $0.greatest) }, of: points))
  }

  private func share(
    _ parts: [(weight: Number, mark: MarkFraction)], of points: Number
  ) throws(NumberTooLarge) -> Number {
    let (sum, count) = try weighted(parts)
    let above = try sum.minus(count.times(low))
    return try points.times(above).over(count.times(high.minus(low)))
  }

  /// The weighted mark as a sum and what it is divided by.
  private func weighted(
    _ parts: [(weight: Number, mark: MarkFraction)]
  ) throws(NumberTooLarge) -> (sum: Number, count: Number) {
    var denominator = Number.one
    var weights = Number.zero
    for part in parts {
      denominator = try denominator.times(part.mark.count)
      weights = try weights.plus(part.weight)
    }
    var sum = Number.zero
    for index in parts.indices {
      var term = try parts[index].weight.times(parts[index].mark.sum)
      for other in parts.indices where other != index {
        term = try term.times(parts[other].mark.count)
      }
      sum = try sum.plus(term)
    }
    return (sum, try denominator.times(weights))
  }

  /// Whether the mark, where it is known, is at least `threshold`.
  func reaches(_ threshold: Number) throws(NumberTooLarge) -> Bool {
    let counting = columns.filter { $0.column.counts }
    let (sum, count) = try weighted(counting.map { ($0.column.weight, $0.least) })
    return try sum >= count.times(threshold)
  }

  /// The mark itself, for reports.
  func mark() throws(NumberTooLarge) -> ScoreRange {
    let counting = columns.filter { $0.column.counts }
    let least = try weighted(counting.map { ($0.column.weight, $0.least) })
    let greatest = try weighted(counting.map { ($0.column.weight, $0.greatest) })
    return ScoreRange(try least.sum.over(least.count), try greatest.sum.over(greatest.count))
  }
}
