import Diagnostics
import FEEL
import Formats

/// Gates that may be undecided when the file is closed, of which nothing says what they do then.
extension Rubric {
  var undecidedGates: [Lint] {
    var lints: [Lint] = []
    func note(
      _ trigger: Trigger, _ whenClosed: GateClosing?, _ gate: String, isBar: Bool = false,
      at place: Place, keys: Place
    ) {
      guard whenClosed == nil, let doubt = doubt(about: trigger) else { return }
      lints.append(
        Lint(.gateWithoutClosing(gate, doubt, isBar: isBar, at: place, keys: keys), about: gate))
    }
    for bar in admission {
      note(bar.trigger, bar.whenClosed, bar.id, isBar: true, at: bar.place, keys: bar.keys)
    }
    for item in everyItem {
      if let void = item.void {
        note(void.trigger, void.whenClosed, item.id, at: item.place, keys: void.keys)
      }
    }
    for cap in caps { note(cap.trigger, cap.whenClosed, cap.id, at: cap.place, keys: cap.keys) }
    for downgrade in downgrades {
      note(
        downgrade.trigger, downgrade.whenClosed, downgrade.id, at: downgrade.place,
        keys: downgrade.keys)
    }
    for veto in vetoes {
      note(veto.trigger, veto.whenClosed, veto.id, at: veto.place, keys: veto.keys)
    }
    return lints
  }

  /// Why a gate may be undecided.
  enum GateDoubt {
    case alleged(String)
    case unknown(String)
    case null
  }

  private func doubt(about trigger: Trigger) -> GateDoubt? {
    switch trigger {
    case .finding(let number): return .alleged(findings[number].name)
    case .condition(let plan):
      let behind = slots(behind: plan.slotsUsed)
      if let name = behind.lazy.compactMap({ nameOfUnknown(at: $0) }).first {
        return .unknown(name)
      }
      guard plan.shape.mayBeNull else { return nil }
      // A total that is summed up is always a number.
      return behind.allSatisfy { slots[$0] == .total } && !behind.isEmpty ? nil : .null
    }
  }

  /// The name of what stands in a slot, where it may be unknown at closing.
  private func nameOfUnknown(at slot: Int) -> String? {
    switch slots[slot] {
    case .fact(let number):
      if case .unknown = facts[number].absent { return facts[number].name }
      return nil
    case .table(let number): return tables[number].name
    case .survey(let number): return surveys[number].name
    case .cohort(let number): return cohort?.figures[number].name
    case .total:
      let isOpen =
        total.formula != nil || everyItem.contains { ($0.whenClosed ?? total.whenClosed) == .open }
      return isOpen ? "total" : nil
    case .document, .figure, .periodStart, .periodEnd, .asOf, .judgements, .faults, .items,
      .sections, .stage, .visit, .tested, .surveyColumn:
      return nil
    }
  }
}
