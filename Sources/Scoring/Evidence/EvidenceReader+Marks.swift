import Diagnostics
import Rubrics
import Values

extension EvidenceReader {
  /// Marks for nobody's item, and marks that do not count although somebody gave them to count.
  func reportMarks(
    _ source: EvidenceSource, _ stageFaults: [String: [Wording?]], _ impartiality: Impartiality,
    in period: Period?, into diagnostics: inout Diagnostics
  ) {
    guard !source.marks.isEmpty else { return }
    let known = Set(rubric.everyItem.map(\.id))
    for (id, marks) in source.marks.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      diagnostics.report(
        .markForUnknownItem(id, at: marks.first?.place, known: known.sorted()))
    }
    var strangers: Set<String> = []
    var tied: Set<Tie> = []
    for item in rubric.everyItem {
      guard let marks = source.marks[item.id] else { continue }
      guard let panel = item.plan.panel else {
        for mark in marks {
          diagnostics.report(
            .markSetAside(.notJudgedByPeople, by: mark.by, item: item.id, at: mark.place))
        }
        continue
      }
      let faults = stageFaults[item.id] ?? []
      for (mark, fault) in zip(marks, faults) {
        guard let fault else { continue }
        diagnostics.report(.markSetAside(fault, by: mark.by, item: item.id, at: mark.place))
      }
      for (_, sitting) in item.sittings(of: marks, faults, in: rubric, period) {
        let sheet = try? PanelSheet(
          panel, of: item.plan, marks: sitting, lost: source.lostMarks, impartiality, mode: .final)
        guard let sheet else { continue }
        for weighed in sheet.columns.flatMap({ $0.marks + $0.readings }) + sheet.others {
          report(weighed, item, &strangers, into: &diagnostics)
          guard weighed.counts, weighed.mark.role != Panel.ownRole, panel.id != nil,
            let tie = impartiality.unruledTie(of: weighed.mark, by: panel.recusal),
            tied.insert(tie).inserted
          else { continue }
          diagnostics.report(.tieWithoutRule(tie, at: weighed.mark.place))
        }
        // What totals wait for is told with the totals.
        if panel.level == .item { reportWaiting(sheet, item, into: &diagnostics) }
      }
    }
  }

  private func report(
    _ weighed: WeighedMark, _ item: Item, _ strangers: inout Set<String>,
    into diagnostics: inout Diagnostics
  ) {
    let mark = weighed.mark
    let why = weighed.setAside?.wording ?? Wording("")
    switch weighed.setAside {
    case nil:
      if item.plan.asksForReasons, mark.reason?.isEmpty ?? true {
        diagnostics.report(.markWithoutReason(by: mark.by, item: item.id, at: mark.place))
      }
    case .keptOnly, .superseded, .notCalled: break
    case .otherRole(let role):
      // A station's own marks are kept wherever it gives them.
      if let fault = item.plan.fault(of: mark) {
        diagnostics.report(.markSetAside(fault, by: mark.by, item: item.id, at: mark.place))
      } else if role != Panel.ownRole, !judgingRoles.contains(role),
        strangers.insert(role).inserted
      {
        diagnostics.report(.unknownRole(role, among: judgingRoles, at: mark.place))
      }
    case .recused, .recusalUndated:
      diagnostics.report(
        .markOfRecused(why, by: mark.by, item: item.id, at: mark.place))
    case .noReason:
      diagnostics.report(.reasonMissing(by: mark.by, item: item.id, at: mark.place))
    case .standInForPresent(let who):
      diagnostics.report(
        .standInForPresent(who, by: mark.by, item: item.id, at: mark.place))
    // The reader of bundles told both, with the places of the two.
    case .contradictory, .repeated: break
    case .fault, .noStandIns, .tooManyStandIns, .readerIsMember:
      diagnostics.report(
        .markSetAside(
          why, by: mark.by, item: item.id, at: mark.place))
    }
  }

  /// A panel that began and has not enough marks, that lie too far apart, or that does not agree.
  private func reportWaiting(
    _ sheet: PanelSheet, _ item: Item, into diagnostics: inout Diagnostics
  ) {
    for column in sheet.columns where column.column.counts {
      let place = (column.marks.last ?? column.readings.last)?.mark.place
      switch column.state {
      case .waiting(let count, let needed):
        // Nobody has begun: that stands among what is missing.
        guard !column.marks.isEmpty else { continue }
        diagnostics.report(
          .tooFewAssessors(count, of: needed, column.column.role, item: item.id, at: place))
      case .thirdReaderCalled:
        diagnostics.report(
          .thirdReaderCalled(column.column, column.spread, item: item.id, at: place))
      case .notAgreed:
        diagnostics.report(.noConsensus(column.column.role, item: item.id, at: place))
      case .several(let count):
        diagnostics.report(
          .severalMarks(count, column.column.role, item: item.id, at: place))
      case .combined, .settled, .totalUnknown, .kept, .lost: break
      }
    }
  }

  /// Whoever judges anything in the rubric.
  private var judgingRoles: [String] {
    var roles: [String] = []
    for item in rubric.everyItem {
      for role in item.plan.panel?.roles ?? [] where !roles.contains(role) { roles.append(role) }
    }
    return roles
  }
}
