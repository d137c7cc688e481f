import Rubrics
import Values

extension ColumnSheet {
  /// A column with what its marks come to; `ownCounts` says that the subject's own marks have a column.
  init(
    _ column: Panel.Column, _ weighed: [WeighedMark], lost: [LostMark],
    _ scale: (low: Number, high: Number), mode: ScoringMode, ownCounts: Bool
  ) throws(NumberTooLarge) {
    // Judging itself, a subject fills its own column, or where there is none stands for all.
    let isOwnView = mode == .selfAssessment
    let isForeign = isOwnView && ownCounts && column.role != Panel.ownRole
    let role = isOwnView && !ownCounts ? Panel.ownRole : column.role
    let marks = weighed.filter { $0.mark.role == column.role }
    let readings = weighed.filter { $0.mark.role == column.spread?.reader }
    let values =
      isForeign ? [] : weighed.filter { $0.mark.role == role && $0.counts }.map(\.mark.value)
    let thirds = isOwnView ? [] : readings.filter(\.counts).map(\.mark.value)
    let isLost = lost.contains { mark in
      guard let lostRole = mark.role else { return true }
      return lostRole == role || (!isOwnView && lostRole == column.spread?.reader)
    }
    let course = ColumnCourse(
      column: column, low: scale.low, high: scale.high, isOwnView: isOwnView)
    let (state, least, greatest) = try course.combine(values, thirds, isLost: isLost)
    self.column = column
    self.marks = marks
    self.readings = readings
    self.state = column.counts ? state : .kept(marks.count)
    self.least = least
    self.greatest = greatest
    if let first = values.min(), let last = values.max(), values.count > 1 {
      spread = try last.minus(first)
    } else {
      spread = nil
    }
    totals = nil
  }

  /// A column of one item whose marks count as the totals of their assessors do.
  init(
    _ totals: PanelTotals.Column, _ weighed: [WeighedMark], for item: String,
    _ scale: (low: Number, high: Number)
  ) throws(NumberTooLarge) {
    column = totals.column
    marks = weighed.filter { $0.mark.role == totals.column.role }
    // Who was not called is kept, and does not count.
    readings = weighed.filter { $0.mark.role == totals.column.spread?.reader }.map { reading in
      totals.isThirdReaderCalled || !reading.counts
        ? reading : WeighedMark(mark: reading.mark, setAside: .notCalled)
    }
    state = totals.column.counts ? totals.state : .kept(marks.count)
    (least, greatest) = try totals.mark(of: item, scale.low, scale.high)
    spread = totals.spread
    self.totals = totals
  }
}

/// From the marks of a column to what it comes to.
struct ColumnCourse {
  let column: Panel.Column
  let low: Number
  let high: Number
  let isOwnView: Bool

  private typealias Course = (ColumnState, MarkFraction, MarkFraction)

  func combine(
    _ values: [Number], _ thirds: [Number], isLost: Bool
  ) throws(NumberTooLarge) -> (ColumnState, MarkFraction, MarkFraction) {
    let anything = (MarkFraction(low), MarkFraction(high))
    // Where other marks are there too, nobody knows what all of them come to.
    if isLost { return (.lost, anything.0, anything.1) }
    let needed = isOwnView ? 1 : column.atLeast
    guard values.count >= needed else {
      let bounds = try waiting(values, needed)
      return (.waiting(values.count, of: needed), bounds.0, bounds.1)
    }
    let statistic = column.statistic ?? (isOwnView ? .mean : nil)
    guard let statistic else {
      guard values.count == 1 else { return (.several(values.count), anything.0, anything.1) }
      let mark = MarkFraction(values[0])
      return (.combined(1), mark, mark)
    }
    if statistic == .consensus, Set(values).count > 1 {
      return (.notAgreed(values.count), anything.0, anything.1)
    }
    if !isOwnView, let rule = column.spread, column.isExceeded(by: values, on: (low, high)) {
      return try reading(values, thirds, rule, statistic)
    }
    let mark = try statistic.combined(values, trimFrom: column.trimFrom)
    return (.combined(values.count), mark, mark)
  }

  private func reading(
    _ values: [Number], _ thirds: [Number], _ rule: Panel.SpreadRule, _ statistic: Combination
  ) throws(NumberTooLarge) -> Course {
    guard thirds.count < 2 else {
      return (.several(thirds.count), MarkFraction(low), MarkFraction(high))
    }
    guard let third = thirds.first else {
      switch rule.then {
      case .all:
        return (
          .thirdReaderCalled,
          try statistic.combined(values + [low], trimFrom: column.trimFrom),
          try statistic.combined(values + [high], trimFrom: column.trimFrom)
        )
      case .third: return (.thirdReaderCalled, MarkFraction(low), MarkFraction(high))
      case .nearest:
        let bounds = try nearestBounds(values)
        return (.thirdReaderCalled, bounds.0, bounds.1)
      }
    }
    let mark =
      switch rule.then {
      case .all: try statistic.combined(values + [third], trimFrom: column.trimFrom)
      case .third: MarkFraction(third)
      case .nearest:
        try MarkWeights(nearest: values + [third]).mean(of: values + [third])
      }
    return (.settled(values.count + 1), mark, mark)
  }

  /// The pair holds a mark that is there, and lies no further apart than the nearest pair that is there.
  private func nearestBounds(
    _ values: [Number]
  ) throws(NumberTooLarge) -> (MarkFraction, MarkFraction) {
    let sorted = values.sorted()
    let (first, last) = (sorted.first ?? low, sorted.last ?? high)
    var gap = try high.minus(low)
    for (lower, upper) in zip(sorted, sorted.dropFirst()) { gap = min(gap, try upper.minus(lower)) }
    let two = Number(2)
    return (
      MarkFraction(max(try low.plus(first), try first.times(two).minus(gap)), over: two),
      MarkFraction(min(try high.plus(last), try last.times(two).plus(gap)), over: two)
    )
  }

  /// What the marks that are still to come can make of those that are there.
  private func waiting(
    _ values: [Number], _ needed: Int
  ) throws(NumberTooLarge) -> (MarkFraction, MarkFraction) {
    let anything = (MarkFraction(low), MarkFraction(high))
    guard !values.isEmpty, let statistic = column.statistic, statistic != .consensus,
      needed <= Self.mostSimulated
    else { return anything }
    if let rule = column.spread, rule.then != .all { return anything }
    func filled(_ mark: Number, to count: Int) throws(NumberTooLarge) -> MarkFraction {
      try statistic.combined(
        values + Array(repeating: mark, count: count - values.count), trimFrom: column.trimFrom)
    }
    var least = try filled(low, to: needed)
    var greatest = try filled(high, to: needed)
    // Marks too far apart would bring one more.
    if column.spread != nil {
      let (lower, upper) = (try filled(low, to: needed + 1), try filled(high, to: needed + 1))
      if try lower.isBelow(least) { least = lower }
      if try greatest.isBelow(upper) { greatest = upper }
    }
    return (least, greatest)
  }

  /// A panel that needs more marks than this is a slip of the pen; its bounds are the scale.
  private static let mostSimulated = 1000
}

extension Combination {
  /// - Precondition: `values` is not empty.
  func combined(_ values: [Number], trimFrom: Int) throws(NumberTooLarge) -> MarkFraction {
    try MarkWeights(self, of: values, trimFrom: trimFrom).mean(of: values)
  }
}
