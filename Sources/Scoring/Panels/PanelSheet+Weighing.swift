import Diagnostics
import Rubrics
import Values

extension PanelSheet {
  /// Weighs every mark of one item, and combines those that count.
  ///
  /// The order in which the marks were read decides nothing. Where the panel combines totals, `totals` holds them with the
  /// item that is weighed; without them the marks are weighed and say nothing of what they come to.
  init(
    _ panel: Panel, of form: Form, marks: [AssessorMark], lost: [LostMark],
    _ impartiality: Impartiality, mode: ScoringMode,
    totals: (all: PanelTotals, item: String)? = nil
  ) throws(NumberTooLarge) {
    let scale = form.markScale ?? (.zero, .one)
    let weighing = PanelWeighing(
      panel: panel, form: form, high: scale.high, impartiality: impartiality, mode: mode)
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
  let form: Form
  /// The greatest mark.
  let high: Number
  let impartiality: Impartiality
  let mode: ScoringMode

  func weigh(_ marks: [AssessorMark]) -> [WeighedMark] {
    let first = marks.indices.map { index -> SetAside? in
      ownFault(of: marks[index]) ?? repetition(of: index, among: marks)
        ?? tie(of: marks[index])
        ?? reasonFault(of: marks[index])
    }
    let present = Set(
      marks.indices.filter { first[$0] == nil && marks[$0].standsInFor == nil }
        .map { Seat(marks[$0].role, marks[$0].by) })
    let weighed = marks.indices.map { index in
      WeighedMark(
        mark: marks[index],
        setAside: first[index] ?? standInFault(of: index, among: marks, first, present))
    }
    return weighed.map { one in
      guard one.counts, let column = panel.column(readBy: one.mark.role) else { return one }
      return WeighedMark(mark: one.mark, setAside: readingFault(of: one.mark, column, weighed))
    }
  }

  private struct Seat: Hashable {
    let role: String
    let by: String

    init(_ role: String, _ by: String) {
      self.role = role
      self.by = by
    }
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
    return form.fault(of: mark).map { .fault($0) }
  }

  /// Of several marks that one assessor gave in one role the latest counts; without different dates, none.
  private func repetition(of index: Int, among marks: [AssessorMark]) -> SetAside? {
    let mine = marks[index]
    let others = marks.indices.filter { other in
      other != index && marks[other].by == mine.by && marks[other].role == mine.role
        && form.fault(of: marks[other]) == nil
    }
    var isRepeated = false
    for other in others {
      let theirs = marks[other]
      if let own = mine.date, let later = theirs.date, own != later {
        if later > own { return .superseded }
        continue
      }
      guard mine.value == theirs.value, mine.band == theirs.band else { return .contradictory }
      // Said twice alike: one of the two counts.
      if other < index { isRepeated = true }
    }
    return isRepeated ? .repeated : nil
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
    of index: Int, among marks: [AssessorMark], _ first: [SetAside?], _ present: Set<Seat>
  ) -> SetAside? {
    let mark = marks[index]
    guard let absent = mark.standsInFor else { return nil }
    guard let column = panel.column(of: mark.role), column.standIns > 0 else { return .noStandIns }
    if absent == mark.by || present.contains(Seat(mark.role, absent)) {
      return .standInForPresent(absent)
    }
    let standIns = marks.indices.filter { other in
      first[other] == nil && marks[other].role == mark.role
        && marks[other].standsInFor.map { !present.contains(Seat(mark.role, $0)) } == true
    }
    let isAlone = standIns.count { marks[$0].standsInFor == absent } == 1
    return isAlone && standIns.count <= column.standIns ? nil : .tooManyStandIns
  }

  private func readingFault(
    of mark: AssessorMark, _ column: Panel.Column, _ weighed: [WeighedMark]
  ) -> SetAside? {
    let members = weighed.filter { $0.mark.role == column.role && $0.counts }
    if members.contains(where: { $0.mark.by == mark.by }) { return .readerIsMember }
    // Whether totals call a third reader is not told by one item.
    if panel.level == .total, mode == .final { return nil }
    let isCalled = column.isExceeded(by: members.map(\.mark.value), on: form.markScale)
    return isCalled && members.count >= column.atLeast ? nil : .notCalled
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
