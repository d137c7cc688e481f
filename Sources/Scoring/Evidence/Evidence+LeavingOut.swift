import Rubrics
import Values

extension Evidence {
  /// The same without what nobody handed over: that is unknown, and no closing decides it.
  func leavingOut(_ needs: Set<Need>, of rubric: Rubric) -> Evidence {
    guard !needs.isEmpty else { return self }
    var copy = self
    copy.leftOut = needs
    rubric.leave(needs, outOf: &copy.slots)
    for case .finding(let finding) in needs where copy.findings.indices.contains(finding) {
      copy.findings[finding] = .leftOut
    }
    return copy
  }
}

extension Rubric {
  /// Puts what is not known of things left out into the slots that hold them.
  func leave(_ needs: Set<Need>, outOf values: inout [Value]) {
    guard !needs.isEmpty else { return }
    for (slot, kind) in slots.enumerated() {
      let bounds: Bounds
      switch kind {
      case .fact(let fact) where needs.contains(.fact(fact)): bounds = facts[fact].bounds
      case .table(let table) where needs.contains(.table(table)):
        bounds = Bounds(of: tables[table].shape)
      case .survey(let survey) where needs.contains(.survey(survey)):
        bounds = Bounds(of: surveys[survey].shape)
      case .document(let document) where needs.contains(.document(document)): bounds = Bounds(.any)
      case .periodStart where needs.contains(.period), .periodEnd where needs.contains(.period),
        .asOf where needs.contains(.period):
        bounds = Bounds(.any)
      case .judgements where needs.contains(.marks), .faults where needs.contains(.marks):
        bounds = Bounds(.any)
      default: continue
      }
      values[slot] = .unknown(
        Unknown(bounds, missing: [Missing(name(ofSlot: slot) ?? "", .leftOut)]))
    }
  }
}
