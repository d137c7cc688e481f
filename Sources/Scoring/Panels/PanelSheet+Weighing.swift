import Diagnostics
import Rubrics
import Values

extension PanelSheet {
  /// Weighs every mark of one item, and combines those that count.
  ///
  /// The order in which the marks were read decides nothing. Where the panel combines totals, `totals` holds them with the
  /// item that is weighed; without them the marks are weighed and say nothing of what they come to.
  init(
    _ panel: Panel, of plan: ScorePlan, marks: [AssessorMark], lost: [LostMark],
    _ impartiality: Impartiality, mode: ScoringMode,
    totals: (all: PanelTotals, item: String)? = nil
  ) throws(NumberTooLarge) {
    let scale = plan.markScale ?? (.zero, .one)
    let weighing = PanelWeighing(
      panel: panel, plan: plan, high: scale.high, impartiality: impartiality, mode: mode)
    let weighed = weighing.weigh(marks.sorted(by: AssessorMark.precedes))
    var columns: [ColumnSheet] = []
    for (index, column) in panel.columns.enumerated() {
      if let totals {
        columns.append(
          try ColumnSheet(totals.all.columns[index], weighed, for: totals.item, scale))
        continue
      }
      columns.append(
        try ColumnSheet(
          column, weighed, lost: lost, scale, mode: mode,
          ownCounts: panel.column(of: Panel.ownRole)?.counts == true && panel.id != nil))
    }
    let roles = Set(panel.roles)
    self.panel = panel
    low = scale.low
    high = scale.high
    self.columns = columns
    others = weighed.filter { !roles.contains($0.mark.role) }
    openItems = totals?.all.openItems ?? []
  }
}

extension AssessorMark {
  /// An order of marks that does not depend on the files they stand in.
  static func precedes(_ left: AssessorMark, _ right: AssessorMark) -> Bool {
    let (mine, theirs) = (left.orderedTexts, right.orderedTexts)
    if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
    return left.value < right.value
  }

  private var orderedTexts: [String] {
    [role, by, date ?? "", stage ?? "", band ?? "", reason ?? "", standsInFor ?? ""]
  }
}

/// Asks of every mark whether it counts.
struct PanelWeighing {
  let panel: Panel
  let plan: ScorePlan
  /// The greatest mark.
  let high: Number
  let impartiality: Impartiality
  let mode: ScoringMode

  func weigh(_ marks: [AssessorMark]) -> [WeighedMark] {
    let repetitions = Repetitions(marks) { plan.fault(of: $0) != nil }
    let first = marks.indices.map { index -> SetAside? in
      ownFault(of: marks[index]) ?? repetitions.fault(of: marks[index], at: index)
        ?? tie(of: marks[index])
        ?? reasonFault(of: marks[index])
    }
    let present = Set(
      marks.indices.filter { first[$0] == nil && marks[$0].standsInFor == nil }
        .map { PanelSeat(marks[$0].role, marks[$0].by) })
    // By role: for whom stand-ins judge.
    var standIns: [String: [String: Int]] = [:]
    for (mark, fault) in zip(marks, first) where fault == nil {
      guard let absent = mark.standsInFor, !present.contains(PanelSeat(mark.role, absent)) else {
        continue
      }
      standIns[mark.role, default: [:]][absent, default: 0] += 1
    }
    let weighed = marks.indices.map { index in
      WeighedMark(
        mark: marks[index],
        setAside: first[index]
          ?? standInFault(of: marks[index], present, standIns[marks[index].role] ?? [:]))
    }
    let members = Dictionary(
      grouping: weighed.filter { $0.counts }.map(\.mark), by: \.role
    ).mapValues { PanelMembers(by: Set($0.map(\.by)), values: $0.map(\.value)) }
    return weighed.map { one in
      guard one.counts, let column = panel.column(readBy: one.mark.role) else { return one }
      return WeighedMark(
        mark: one.mark, setAside: readingFault(of: one.mark, column, members[column.role]))
    }
  }

  /// Those of a role whose marks count.
  private struct PanelMembers {
    let by: Set<String>
    let values: [Number]
  }

  private func ownFault(of mark: AssessorMark) -> SetAside? {
    switch mode {
    case .selfAssessment:
      guard mark.role == Panel.ownRole else { return .otherRole(mark.role) }
    case .final:
      guard panel.roles.contains(mark.role), panel.id != nil || mark.role != Panel.ownRole else {
        return .otherRole(mark.role)
      }
      if let column = panel.column(of: mark.role), !column.counts { return .keptOnly(mark.role) }
    }
    return plan.fault(of: mark).map { .fault($0) }
  }

  /// A station is not its own assessor: nothing recuses it from its own column.
  private func tie(of mark: AssessorMark) -> SetAside? {
    mark.role == Panel.ownRole ? nil : impartiality.recusal(of: mark, by: panel.recusal)
  }

  private func reasonFault(of mark: AssessorMark) -> SetAside? {
    guard mark.role != Panel.ownRole, mark.reason?.isEmpty ?? true else { return nil }
    return switch panel.reasons {
    case .never: nil
    case .always: .noReason
    case .forLostPoints: mark.value < high ? .noReason : nil
    }
  }

  /// A stand-in counts only for somebody whose own mark does not.
  private func standInFault(
    of mark: AssessorMark, _ present: Set<PanelSeat>, _ standIns: [String: Int]
  ) -> SetAside? {
    guard let absent = mark.standsInFor else { return nil }
    guard let column = panel.column(of: mark.role), column.standIns > 0 else { return .noStandIns }
    if absent == mark.by || present.contains(PanelSeat(mark.role, absent)) {
      return .standInForPresent(absent)
    }
    let isAlone = standIns[absent] == 1
    let count = standIns.values.reduce(0, +)
    return isAlone && count <= column.standIns ? nil : .tooManyStandIns
  }

  private func readingFault(
    of mark: AssessorMark, _ column: Panel.Column, _ members: PanelMembers?
  ) -> SetAside? {
    if members?.by.contains(mark.by) ?? false { return .readerIsMember }
    // Whether totals call a third reader is not told by one item.
    if panel.level == .total, mode == .final { return nil }
    let values = members?.values ?? []
    let isCalled = column.isExceeded(by: values, on: plan.markScale)
    return isCalled && values.count >= column.atLeast ? nil : .notCalled
  }
}

extension Panel.Column {
  /// Whether marks lie so far apart that a third reader is called.
  func isExceeded(by values: [Number], on scale: (low: Number, high: Number)?) -> Bool {
    guard let spread, let scale, values.count > 1, let least = values.min(),
      let greatest = values.max(), let width = scale.high.subtracting(scale.low),
      let limit = spread.limit.multiplied(by: width), let found = greatest.subtracting(least)
    else { return false }
    return found > limit
  }
}
