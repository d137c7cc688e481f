import FEEL
import Values

/// Whether what excuses one charges another: the linked items lose points whenever the excuse holds.
package struct ExcuseProof {
  package enum Verdict: Sendable {
    case proven
    /// Where it fails: facts and values, as a person reads them.
    case refuted([String])
    /// Where it may fail; empty where a form is not looked into.
    case unproven([String])
    /// The linked items look at nothing that excuses.
    case otherFacts
    /// The excuse rests on nothing but what the excused say themselves.
    case ownWord
  }

  /// More combinations than this take longer than an author waits.
  private static let mostCombinations = 50_000

  private typealias Term = ExcuseLogic.Term

  /// One value for a term, as the excused and as the charged see it.
  private struct Choice {
    var own: Truth
    var theirs: Truth
    let witness: String?
  }

  private enum Truth {
    case number(Number)
    case text(String)
    case boolean(Bool)
  }

  /// Judges one excuse against the linked items, `charged`, each with the rubric that has it.
  package static func judge(
    _ excuse: Excuse, of rubric: Rubric, charged: [(rubric: Rubric, item: Item)]
  ) -> Verdict {
    let leaves = givenLeaves(excuse, rubric)
    if leaves.theirs.isEmpty { return .ownWord }
    let looked = charged.map { $0.rubric.leafNames(behind: $0.item.inputs) }
    if looked.allSatisfy({ $0.isDisjoint(with: leaves.theirs) }) { return .otherFacts }
    var own = ExcuseLogic(rubric)
    let condition = own.formula(excuse.when)
    var losses: [ExcuseLogic.Formula] = []
    var theirs: [ExcuseLogic] = []
    for (rubric, item) in charged {
      var logic = ExcuseLogic(rubric)
      if let loss = logic.loss(of: item) { losses.append(loss) }
      theirs.append(logic)
    }
    guard !losses.isEmpty else { return .unproven([]) }
    return search(condition, .any(losses), own, theirs)
  }

  /// The facts and tables behind an excuse: those that others give, and the subject's own.
  private static func givenLeaves(
    _ excuse: Excuse, _ rubric: Rubric
  ) -> (theirs: Set<String>, own: Set<String>) {
    var theirs = Set<String>()
    var own = Set<String>()
    for slot in rubric.slots(behind: excuse.when.slotsUsed) {
      guard let (leaf, origin) = rubric.leaf(ofSlot: slot) else { continue }
      if origin == .bundle { own.insert(leaf) } else { theirs.insert(leaf) }
    }
    return (theirs, own)
  }

  private static func search(
    _ condition: ExcuseLogic.Formula, _ loss: ExcuseLogic.Formula, _ own: ExcuseLogic,
    _ theirs: [ExcuseLogic]
  ) -> Verdict {
    var sets: [Term: [NumberSet]] = [:]
    var texts: [Term: Set<String>] = [:]
    var terms: [Term] = []
    for formula in [condition, loss] { formula.collect(&terms, &sets, &texts) }
    var axes: [(term: Term, choices: [Choice])] = []
    var size = 1
    for term in terms {
      var domain = own.domains[term]
      for logic in theirs { domain = domain ?? logic.domains[term] }
      let known = own.texts[term] ?? theirs.compactMap { $0.texts[term] }.first ?? []
      let choices = choices(term, sets[term], texts[term], domain, known)
      let (product, overflows) = size.multipliedReportingOverflow(by: max(1, choices.count))
      guard !overflows, product <= mostCombinations else { return .unproven([]) }
      size = product
      axes.append((term, choices))
    }
    var position = Array(repeating: 0, count: axes.count)
    if axes.contains(where: { $0.choices.isEmpty }) { return .proven }
    while true {
      var mine: [Term: Truth] = [:]
      var others: [Term: Truth] = [:]
      for (axis, index) in zip(axes, position) {
        mine[axis.term] = axis.choices[index].own
        others[axis.term] = axis.choices[index].theirs
      }
      if holds(condition, mine), !holds(loss, others) {
        let used = zip(axes, position).filter { axis, _ in
          condition.mentions(axis.term) || loss.mentions(axis.term)
        }
        let witness = used.compactMap { axis, index in
          axis.choices[index].witness.map { "\(axis.term.name) = \($0)" }
        }
        let isCertain = areIndependent(used.map(\.0.term), own, theirs)
        return isCertain ? .refuted(witness) : .unproven(witness)
      }
      var digit = axes.count - 1
      while digit >= 0 {
        position[digit] += 1
        if position[digit] < axes[digit].choices.count { break }
        position[digit] = 0
        digit -= 1
      }
      if digit < 0 { return .proven }
    }
  }

  /// Every choice can occur together with every other: no two terms share a fact, and both sides see the same.
  private static func areIndependent(
    _ terms: [Term], _ own: ExcuseLogic, _ theirs: [ExcuseLogic]
  ) -> Bool {
    guard terms.allSatisfy({ $0.relation == .same }) else { return false }
    var seen = Set<String>()
    for term in terms {
      let facts = own.facts[term] ?? theirs.compactMap { $0.facts[term] }.first ?? []
      guard seen.isDisjoint(with: facts) else { return false }
      seen.formUnion(facts)
    }
    return true
  }

  // MARK: values

  private static func choices(
    _ term: Term, _ sets: [NumberSet]?, _ texts: Set<String>?, _ domain: Domain?,
    _ known: [String]
  ) -> [Choice] {
    if let sets {
      let domain = domain ?? Domain()
      let numbers = Sweep.pieces(of: sets + [domain.set]).compactMap { domain.member(of: $0) }
      return pairs(numbers, term.relation)
    }
    if let texts {
      let all = known.isEmpty ? texts.sorted() + ["…"] : known
      return all.map { Choice(own: .text($0), theirs: .text($0), witness: "\"\($0)\"") }
    }
    let values = [false, true]
    var found: [Choice] = []
    for mine in values {
      for other in values where allows(term.relation, mine ? 1 : 0, other ? 1 : 0) {
        found.append(
          Choice(own: .boolean(mine), theirs: .boolean(other), witness: mine.description))
      }
    }
    return found
  }

  private static func pairs(_ numbers: [Number], _ relation: ExcuseLogic.Relation) -> [Choice] {
    var found: [Choice] = []
    for (index, mine) in numbers.enumerated() {
      for (other, number) in numbers.enumerated() where allows(relation, index, other) {
        found.append(
          Choice(own: .number(mine), theirs: .number(number), witness: mine.description))
      }
    }
    return found
  }

  private static func allows(_ relation: ExcuseLogic.Relation, _ own: Int, _ theirs: Int) -> Bool {
    switch relation {
    case .same: own == theirs
    case .atLeast: theirs >= own
    case .atMost: theirs <= own
    case .independent: true
    }
  }

  private static func holds(_ formula: ExcuseLogic.Formula, _ values: [Term: Truth]) -> Bool {
    switch formula {
    case .constant(let always): return always
    case .all(let parts): return parts.allSatisfy { holds($0, values) }
    case .any(let parts): return parts.contains { holds($0, values) }
    case .not(let part): return !holds(part, values)
    case .number(let term, let set):
      if case .number(let number)? = values[term] { return set.contains(number) }
      return false
    case .text(let term, let texts):
      if case .text(let text)? = values[term] { return texts.contains(text) }
      return false
    case .holds(let term):
      if case .boolean(let boolean)? = values[term] { return boolean }
      return false
    }
  }
}

extension ExcuseLogic.Formula {
  fileprivate func collect(
    _ terms: inout [ExcuseLogic.Term], _ sets: inout [ExcuseLogic.Term: [NumberSet]],
    _ texts: inout [ExcuseLogic.Term: Set<String>]
  ) {
    switch self {
    case .constant: return
    case .all(let parts), .any(let parts):
      for part in parts { part.collect(&terms, &sets, &texts) }
      return
    case .not(let part):
      part.collect(&terms, &sets, &texts)
      return
    case .number(let term, let set):
      sets[term, default: []].append(set)
      if !terms.contains(term) { terms.append(term) }
    case .text(let term, let wanted):
      texts[term, default: []].formUnion(wanted)
      if !terms.contains(term) { terms.append(term) }
    case .holds(let term):
      if !terms.contains(term) { terms.append(term) }
    }
  }

  fileprivate func mentions(_ wanted: ExcuseLogic.Term) -> Bool {
    switch self {
    case .constant: false
    case .all(let parts), .any(let parts): parts.contains { $0.mentions(wanted) }
    case .not(let part): part.mentions(wanted)
    case .number(let term, _), .text(let term, _), .holds(let term): term == wanted
    }
  }
}

extension Rubric {
  /// What files call the fact or table of a slot, and who gives it.
  fileprivate func leaf(ofSlot slot: Int) -> (name: String, origin: Origin)? {
    switch slots[slot] {
    case .fact(let number):
      ("fact " + (facts[number].headers.first ?? facts[number].name), facts[number].origin)
    case .table(let number): ("table " + tables[number].fileName, tables[number].origin)
    default: nil
    }
  }

  fileprivate func leafNames(behind inputs: [Int]) -> Set<String> {
    Set(slots(behind: inputs).compactMap { leaf(ofSlot: $0)?.name })
  }
}
