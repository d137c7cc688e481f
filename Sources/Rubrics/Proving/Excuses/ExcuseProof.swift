import FEEL
import Values

/// Whether what excuses one charges another: the linked items lose points whenever the excuse holds.
package struct ExcuseProof {
  package enum Verdict: Sendable {
    case proven
    /// Where it fails: facts and values, as a person reads them.
    case refuted([String])
    /// Where it may fail, and what cannot be looked into.
    case unproven([String], [ExcuseDoubt])
    /// The linked items look at nothing that excuses.
    case otherFacts
    /// The excuse rests on nothing but what the excused say themselves.
    case ownWord
  }

  /// An item that an excuse names, with the rubric that has it and the role of the party that it evaluates.
  package struct Charged: Sendable {
    package let role: String
    package let rubric: Rubric
    package let item: Item

    package init(role: String, rubric: Rubric, item: Item) {
      self.role = role
      self.rubric = rubric
      self.item = item
    }
  }

  /// Judges the excuse of an item against the items that it names.
  package static func judge(
    _ excuse: Excuse, of item: Item, in rubric: Rubric, charged: [Charged]
  ) -> Verdict {
    var own = ExcuseLogic(rubric, of: item, as: nil)
    let given = own.leaves(behind: excuse.when.slotsUsed)
    let theirs = Set(given.filter { !$0.isOwn }.map(\.name))
    if theirs.isEmpty { return .ownWord }
    var logics = charged.map { ExcuseLogic($0.rubric, of: $0.item, as: $0.role) }
    let looked = zip(charged, logics).map { charged, logic in
      // People may look at anything.
      charged.item.plan.isComputed
        ? Set(logic.leaves(behind: charged.item.inputs).map(\.name)) : theirs
    }
    if looked.allSatisfy({ $0.isDisjoint(with: theirs) }) { return .otherFacts }
    let condition = own.formula(excuse.when)
    var losses: [ExcuseFormula] = []
    for (index, charged) in charged.enumerated() {
      losses.append(logics[index].loss(of: charged.item))
    }
    let search = ExcuseSearch(condition, .any(losses), own, logics)
    return search.verdict
      ?? .unproven(
        [], [ExcuseDoubt(item: item.id, reason: .tooLarge, place: item.place)])
  }
}

extension ExcuseLogic {
  /// The given evidence behind slots.
  fileprivate func leaves(behind inputs: [Int]) -> [(name: String, isOwn: Bool)] {
    rubric.slots(behind: inputs).compactMap { leaf(ofSlot: $0) }
  }
}
