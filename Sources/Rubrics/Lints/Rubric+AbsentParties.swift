import FEEL
import Formats
import Values

/// Items that ask something of a party which is not there where the subject is run in one way.
extension Rubric {
  var absentParties: [Lint] {
    parties.flatMap { party -> [Lint] in
      guard let isThere = party.when else { return [] }
      let absent = Operation.allCases.filter {
        isThere.run([.string($0.rawValue)]).isFalse
      }
      let askers = absent.map { operation in (operation, asking(of: party.role, under: operation)) }
      return everyItem.compactMap { item in
        let ways = askers.filter { $0.1.contains(item.id) }.map(\.0)
        guard !ways.isEmpty else { return nil }
        return Lint(
          .partyNotThere(party.role, item.id, ways, at: item.place, says: party.place),
          about: item.id)
      }
    }
  }

  /// The items that may apply and ask something of a party, by id.
  private func asking(of role: String, under operation: Operation) -> Set<String> {
    let row = row(under: operation)
    guard !admission.contains(where: { $0.trigger.plan?.run(row).isTrue ?? false }) else {
      return []
    }
    var asking: Set<String> = []
    func look(_ items: [Item]) {
      for item in items where !(item.appliesWhen?.run(row).isFalse ?? false) {
        if needs(item, role, row) { asking.insert(item.id) }
      }
    }
    func look(_ sections: [Section]) {
      for section in sections where !(section.appliesWhen?.run(row).isFalse ?? false) {
        switch section.content {
        case .items(let items): look(items)
        case .sections(let sections): look(sections)
        }
      }
    }
    look(sections)
    look((bonus?.items ?? []) + deductions.map(\.item))
    return asking
  }

  private func needs(_ item: Item, _ role: String, _ row: [Value]) -> Bool {
    let isGiven = slotsReached(by: item, row).contains { slot in
      switch slots[slot] {
      case .fact(let number): facts[number].origin.role == role
      case .table(let number): tables[number].origin.role == role
      default: false
      }
    }
    let isCharged =
      item.excuse.map { excuse in
        excuse.by.contains { $0.party == role } && !excuse.when.run(row).isFalse
      } ?? false
    let isJudged = item.plan.panel?.columns.contains { $0.counts && $0.role == role } ?? false
    return isGiven || isCharged || isJudged
  }

  /// What an item may look at, through its figures too.
  private func slotsReached(by item: Item, _ row: [Value]) -> Set<Int> {
    let plans =
      item.plan.plans
      + [item.appliesWhen, item.void?.trigger.plan, item.excuse?.when].compactMap(\.self)
    let followed = Set(plans.flatMap(\.slotsUsed))
    var open =
      plans.flatMap { $0.slotsReached(in: row) } + (item.plan.table?.plan.slotsUsed ?? [])
      + item.inputs.filter { !followed.contains($0) }
    var found = Set<Int>()
    while let next = open.popLast() {
      guard found.insert(next).inserted, slots.indices.contains(next),
        case .figure(let number) = slots[next], row[next].isUnknown
      else { continue }
      if case .expression(let plan) = figures[number].value {
        open += plan.slotsReached(in: row)
      } else {
        open += figures[number].slotsUsed
      }
    }
    return found
  }

  /// Nothing is known but who runs the subject, and what follows from that alone.
  private func row(under operation: Operation) -> [Value] {
    var row = slots.map { slot -> Value in
      guard case .fact(let number) = slot else {
        return .unknown(Unknown(Bounds(.any), missing: []))
      }
      return facts[number].origin == .subject
        ? .string(operation.rawValue) : .unknown(Unknown(facts[number].bounds, missing: []))
    }
    for figure in figures {
      guard case .expression(let plan) = figure.value,
        slots(behind: plan.slotsUsed).allSatisfy({ isFactOrFigure($0) })
      else { continue }
      row[figure.slot] = figure.settled(plan.run(row))
    }
    return row
  }

  private func isFactOrFigure(_ slot: Int) -> Bool {
    switch slots[slot] {
    case .fact, .figure: true
    default: false
    }
  }
}

extension Value {
  fileprivate var isFalse: Bool { if case .boolean(false) = self { true } else { false } }
  fileprivate var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
}
