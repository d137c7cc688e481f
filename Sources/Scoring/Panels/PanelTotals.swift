import Diagnostics
import Rubrics
import Values

/// Each assessor's total over all items that a panel judges, and how much it counts.
///
/// A total is the sum of what the marks alone would earn. It is unknown while a mark is missing, and while it is not known
/// whether an item of the panel applies; then nobody knows either which totals are left out.
struct PanelTotals: Sendable {
  /// An item that the panel judges, with the marks that may count at one stage.
  struct Judged {
    let item: Item
    let marks: [AssessorMark]
  }

  /// One assessor in one role.
  struct Seat: Sendable {
    let by: String
    /// By item: the marks that count.
    let marks: [String: AssessorMark]
    /// Items without a mark that counts.
    let lacking: [String]
    /// In points; `nil` where it is unknown.
    let points: MarkFraction?

    /// Where the first of its marks stands.
    var place: Place? {
      marks.values.compactMap(\.place).min { $0.description < $1.description }
    }
  }

  struct Column: Sendable {
    let column: Panel.Column
    let seats: [Seat]
    /// Of the third reader.
    let readings: [Seat]
    let state: ColumnState
    /// Of seats, then readings; `nil` where it is not decided.
    let weights: MarkWeights?
    /// Greatest less least total, in points, before a third reading.
    let spread: Number?
    /// The total of full marks.
    let greatest: Number

    var everySeat: [Seat] { seats + readings }
  }

  /// In the order of the panel's columns.
  let columns: [Column]
  /// Items of which it is not known whether they apply.
  let openItems: [String]

  init(
    _ panel: Panel, over judged: [Judged], openItems: [String], lost: [LostMark],
    _ impartiality: Impartiality
  ) throws(NumberTooLarge) {
    let reckoning = try TotalReckoning(panel, judged, isOpen: !openItems.isEmpty, impartiality)
    var columns: [Column] = []
    for column in panel.columns { columns.append(try reckoning.column(column, lost)) }
    self.columns = columns
    self.openItems = openItems
  }
}

/// From the marks of all items to totals.
private struct TotalReckoning {
  /// A weighed item and what its marks are worth.
  struct Term {
    let id: String
    let marks: [WeighedMark]
    let low: Number
    /// Points of a mark above the lowest, times the common divisor.
    let factor: Number
  }

  private var terms: [Term] = []
  /// The product of all widths of scales: what totals are divided by, once.
  private let divisor: Number
  private let greatest: Number
  private let isOpen: Bool

  init(
    _ panel: Panel, _ judged: [PanelTotals.Judged], isOpen: Bool, _ impartiality: Impartiality
  ) throws(NumberTooLarge) {
    var widths: [Number] = []
    for one in judged {
      guard let scale = one.item.plan.markScale else { continue }
      let width = try scale.high.minus(scale.low)
      if width.isPositive, !widths.contains(width) { widths.append(width) }
    }
    var divisor = Number.one
    for width in widths { divisor = try divisor.times(width) }
    for one in judged {
      guard let scale = one.item.plan.markScale else { continue }
      let width = try scale.high.minus(scale.low)
      guard width.isPositive else { continue }
      var factor = one.item.points
      for other in widths where other != width { factor = try factor.times(other) }
      let weighing = PanelWeighing(
        panel: panel, plan: one.item.plan, high: scale.high, impartiality: impartiality,
        mode: .final)
      terms.append(
        Term(
          id: one.item.id,
          marks: weighing.weigh(one.marks.sorted(by: AssessorMark.precedes)), low: scale.low,
          factor: factor))
    }
    self.divisor = divisor
    self.isOpen = isOpen
    greatest = try Number.total([.zero] + judged.map(\.item.points))
  }

  func column(
    _ column: Panel.Column, _ lost: [LostMark]
  ) throws(NumberTooLarge) -> PanelTotals.Column {
    let seats = try self.seats(of: column.role)
    let readings = try self.seats(of: column.spread?.reader)
    let isLost = lost.contains { mark in
      mark.role.map { $0 == column.role || $0 == column.spread?.reader } ?? true
    }
    let totals = seats.compactMap(\.points?.sum)
    var spread: Number?
    if totals.count > 1, totals.count == seats.count, let least = totals.min(),
      let most = totals.max()
    {
      spread = try most.minus(least).over(divisor)
    }
    let (state, weights) = try decide(column, seats, readings, isLost: isLost)
    return PanelTotals.Column(
      column: column, seats: seats, readings: readings,
      state: column.counts ? state : .kept(seats.count), weights: weights, spread: spread,
      greatest: greatest)
  }

  private func seats(of role: String?) throws(NumberTooLarge) -> [PanelTotals.Seat] {
    guard let role else { return [] }
    var marks: [String: [String: AssessorMark]] = [:]
    for term in terms {
      for weighed in term.marks where weighed.counts && weighed.mark.role == role {
        marks[weighed.mark.by, default: [:]][term.id] = weighed.mark
      }
    }
    var seats: [PanelTotals.Seat] = []
    for (by, given) in marks.sorted(by: { $0.key < $1.key }) {
      var parts: [Number] = [.zero]
      var lacking: [String] = []
      for term in terms {
        guard let mark = given[term.id] else {
          lacking.append(term.id)
          continue
        }
        parts.append(try mark.value.minus(term.low).times(term.factor))
      }
      seats.append(
        PanelTotals.Seat(
          by: by, marks: given, lacking: lacking,
          points: lacking.isEmpty && !isOpen
            ? MarkFraction(try Number.total(parts), over: divisor) : nil))
    }
    return seats
  }

  private func decide(
    _ column: Panel.Column, _ seats: [PanelTotals.Seat], _ readings: [PanelTotals.Seat],
    isLost: Bool
  ) throws(NumberTooLarge) -> (ColumnState, MarkWeights?) {
    if isLost { return (.lost, nil) }
    guard seats.count >= column.atLeast else {
      return (.waiting(seats.count, of: column.atLeast), nil)
    }
    guard column.statistic != nil || seats.count == 1 else { return (.several(seats.count), nil) }
    let totals = seats.compactMap(\.points?.sum)
    guard totals.count == seats.count else {
      return (.totalUnknown(seats.count { $0.points == nil }), nil)
    }
    let statistic = column.statistic ?? .mean
    if statistic == .consensus, Set(totals).count > 1 { return (.notAgreed(totals.count), nil) }
    guard let rule = column.spread,
      column.isExceeded(by: totals, on: (.zero, try greatest.times(divisor)))
    else {
      let weights = MarkWeights(statistic, of: totals, trimFrom: column.trimFrom)
      // Totals that agree may rest on marks that differ: all of them count.
      return (
        .combined(totals.count),
        statistic == .consensus ? MarkWeights(alike: totals.map { _ in true }) : weights
      )
    }
    guard readings.count < 2 else { return (.several(readings.count), nil) }
    guard let reading = readings.first else { return (.thirdReaderCalled, nil) }
    guard let third = reading.points?.sum else { return (.totalUnknown(1), nil) }
    let all = totals + [third]
    let weights =
      switch rule.then {
      case .all: MarkWeights(statistic, of: all, trimFrom: column.trimFrom)
      case .third: MarkWeights(alike: totals.map { _ in false } + [true])
      case .nearest: try MarkWeights(nearest: all)
      }
    return (.settled(all.count), weights)
  }
}

extension PanelTotals.Column {
  /// What the column comes to for one item: the weights of the totals, given to its marks.
  func mark(
    of item: String, _ low: Number, _ high: Number
  ) throws(NumberTooLarge) -> (least: MarkFraction, greatest: MarkFraction) {
    let anything = (MarkFraction(low), MarkFraction(high))
    if let weights {
      // A reader who was not called has no weight.
      let counted = weights.numerators.count == seats.count ? seats : everySeat
      let values = counted.map { $0.marks[item]?.value ?? low }
      let mark = try weights.mean(of: values)
      return (mark, mark)
    }
    // Whatever the totals are, the mark lies between those that are there; a third reader could bring any.
    guard case .totalUnknown = state, column.spread == nil, column.statistic != nil,
      column.statistic != .consensus
    else { return anything }
    let lows = seats.map { $0.marks[item]?.value ?? low }
    let highs = seats.map { $0.marks[item]?.value ?? high }
    return (MarkFraction(lows.min() ?? low), MarkFraction(highs.max() ?? high))
  }

  var isThirdReaderCalled: Bool {
    switch state {
    case .thirdReaderCalled, .settled: true
    case .totalUnknown: !readings.isEmpty && spread != nil
    default: false
    }
  }
}
