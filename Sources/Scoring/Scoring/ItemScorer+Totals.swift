import FEEL
import Rubrics
import Values

/// One panel at one stage.
struct PanelSession: Hashable {
  let panel: String
  /// One time of it; `nil` where its items have no stages.
  let stage: String?
}

extension ItemScorer {
  /// The totals of the assessors who judge an item, reckoned with the first item that asks for them.
  ///
  /// - Returns: `nil` where the panel combines the marks of each item, and where a subject judges itself.
  mutating func totals(
    behind item: Item, at time: StageTime?
  ) throws(NumberTooLarge) -> PanelTotals? {
    guard mode == .final, let panel = item.plan.panel, panel.level == .total, let id = panel.id
    else { return nil }
    let session = PanelSession(panel: id, stage: time?.id)
    if let known = totals[session] { return known }
    var judged: [PanelTotals.Judged] = []
    var open: [String] = []
    for (other, conditions) in rubric.judged(by: id) {
      switch applies(other, conditions) {
      case .no: continue
      case .open, .null: open.append(other.id)
      case .yes: break
      }
      let marks = other.sittings(
        of: evidence.marks[other.id] ?? [], evidence.stageFaults[other.id] ?? [], in: rubric,
        evidence.period
      ).first { $0.stage == time?.id }?.marks
      judged.append(PanelTotals.Judged(item: other, marks: marks ?? []))
    }
    let items = Set(judged.map(\.item.id))
    let found = try PanelTotals(
      panel, over: judged, openItems: open,
      lost: evidence.lostMarks.filter { $0.item.map(items.contains) ?? true },
      evidence.impartiality)
    totals[session] = found
    report(found, of: id)
    return found
  }

  /// Whether an item belongs to the totals: it applies, and is not void.
  private func applies(_ item: Item, _ conditions: [Plan]) -> Holding {
    // What this looks at stands in the derivation of the item itself.
    var aside = self
    aside.working = Working(working.slots, isRecording: false)
    if let stage = slots.stage { aside.working.slots[stage] = .null }
    var result = Holding.yes
    for condition in conditions {
      switch aside.working.holds(condition, for: item.id) {
      case .no: return .no
      case .yes: break
      case .open, .null: result = .open
      }
    }
    switch aside.weighVoid(of: item).verdict {
    case .fires, .closed: return .no
    case .open: return .open
    case .silent: return result
    }
  }

  private mutating func report(_ totals: PanelTotals, of panel: String) {
    for column in totals.columns where column.column.counts {
      let role = column.column.role
      let place = column.everySeat.last?.place
      switch column.state {
      case .waiting(let count, let needed) where count > 0:
        working.report(.tooFewAssessors(count, of: needed, role, item: panel, at: place))
      case .thirdReaderCalled:
        working.report(.thirdReaderCalled(column.column, column.spread, item: panel, at: place))
      case .notAgreed: working.report(.noConsensus(role, item: panel, at: place))
      case .several(let count):
        working.report(.severalMarks(count, role, item: panel, at: place))
      case .totalUnknown:
        for seat in column.everySeat where !seat.lacking.isEmpty {
          working.report(.totalIncomplete(seat.by, role, panel, seat.lacking, at: seat.place))
        }
      case .waiting, .combined, .settled, .kept, .lost: break
      }
    }
  }
}
