import Values

/// Tries every combination of the pieces into which the values of all terms fall.
struct ExcuseSearch {
  /// One value for a term, as the excused and as the charged see it.
  private struct Choice {
    let own: ExcuseValue
    let theirs: ExcuseValue
    let witness: String
  }

  /// More combinations than this take longer than an author waits.
  private static let mostCombinations = 50_000
  /// Parts of formulas, over all combinations.
  private static let mostWork = 10_000_000

  private let condition: ExcuseFormula
  private let loss: ExcuseFormula
  private let logics: [ExcuseLogic]

  init(
    _ condition: ExcuseFormula, _ loss: ExcuseFormula, _ own: ExcuseLogic, _ theirs: [ExcuseLogic]
  ) {
    self.condition = condition
    self.loss = loss
    logics = [own] + theirs
  }

  /// - Returns: `nil` where there are too many combinations.
  var verdict: ExcuseProof.Verdict? {
    var axes: [(term: ExcuseTerm, choices: [Choice])] = []
    var size = 1
    var parts = 0
    for formula in [condition, loss] { formula.walk { _ in parts += 1 } }
    let most = min(Self.mostCombinations, Self.mostWork / max(1, parts))
    for axis in self.axes {
      let (product, overflows) = size.multipliedReportingOverflow(by: axis.choices.count)
      guard !overflows, product <= most else { return nil }
      size = product
      axes.append(axis)
    }
    // A term without any value: nothing of this can happen.
    guard size > 0 else { return .proven }
    let names = axes.map { name(of: $0.term, among: axes.map(\.term)) }
    var open: ExcuseProof.Verdict?
    for number in 0..<size {
      var rest = number
      var mine: ExcuseValues = [:]
      var others: ExcuseValues = [:]
      var witness: [String] = []
      for (axis, (term, choices)) in axes.enumerated().reversed() {
        let choice = choices[rest % choices.count]
        rest /= choices.count
        mine[term] = choice.own
        others[term] = choice.theirs
        witness.append("\(names[axis]) = \(choice.witness)")
      }
      let holds = condition.truth(mine)
      guard holds == .yes || holds == .open else { continue }
      let lost = loss.truth(others)
      guard lost != .yes else { continue }
      witness.reverse()
      if holds == .yes, lost == .no {
        let isCertain = areIndependent(axes.map(\.term))
        return isCertain ? .refuted(witness) : .unproven(witness, [])
      }
      if open == nil {
        open = .unproven(witness, Self.distinct(condition.doubts(mine) + loss.doubts(others)))
      }
    }
    return open ?? .proven
  }

  /// The name of a term; where both sides call something so, whose it is.
  private func name(of term: ExcuseTerm, among terms: [ExcuseTerm]) -> String {
    let isTaken = terms.contains { $0 != term && $0.name == term.name }
    guard isTaken, let logic = logics.first(where: { $0.facts[term] != nil }), let role = logic.role
    else { return term.name }
    return "\(role).\(term.name)"
  }

  private static func distinct(_ doubts: [ExcuseDoubt]) -> [ExcuseDoubt] {
    var seen = Set<ExcuseDoubt>()
    return doubts.filter { seen.insert($0).inserted }
  }

  /// Every choice can occur together with every other: no two terms share a fact, and both sides see the same.
  private func areIndependent(_ terms: [ExcuseTerm]) -> Bool {
    guard terms.allSatisfy({ $0.relation == .same }) else { return false }
    var seen = Set<String>()
    for term in terms {
      let facts = logics.lazy.compactMap { $0.facts[term] }.first ?? []
      guard seen.isDisjoint(with: facts) else { return false }
      seen.formUnion(facts)
    }
    return true
  }

  // MARK: values

  private var axes: [(term: ExcuseTerm, choices: [Choice])] {
    var terms: [ExcuseTerm] = []
    var sets: [ExcuseTerm: [NumberSet]] = [:]
    var texts: [ExcuseTerm: Set<String>] = [:]
    for formula in [condition, loss] {
      formula.walk { part in
        let term: ExcuseTerm
        switch part {
        case .number(let number, let set):
          sets[number, default: []].append(set)
          term = number
        case .text(let text, let wanted):
          texts[text, default: []].formUnion(wanted)
          term = text
        case .holds(let truth): term = truth
        default: return
        }
        if !terms.contains(term) { terms.append(term) }
      }
    }
    return terms.map { ($0, choices($0, sets[$0], texts[$0])) }
  }

  private func choices(
    _ term: ExcuseTerm, _ sets: [NumberSet]?, _ texts: Set<String>?
  ) -> [Choice] {
    var found: [Choice]
    if let sets {
      let domain = logics.lazy.compactMap { $0.domains[term] }.first ?? Domain()
      let numbers = Sweep.pieces(of: sets + [domain.set]).compactMap { domain.member(of: $0) }
      found = pairs(numbers.map { (.number($0), "\($0)") }, term.relation)
    } else if let texts {
      // A text that may be anything may also be one that nobody names.
      let known = logics.lazy.compactMap { $0.texts[term] }.first { !$0.isEmpty }
      found = (known ?? texts.sorted() + ["…"]).map {
        Choice(own: .text($0), theirs: .text($0), witness: "\"\($0)\"")
      }
    } else {
      found = pairs([(.boolean(false), "false"), (.boolean(true), "true")], term.relation)
    }
    if logics.contains(where: { $0.nullable.contains(term) }) {
      found.append(Choice(own: .null, theirs: .null, witness: "null"))
      if term.relation == .independent {
        found += found.filter { $0.witness != "null" }.map {
          Choice(own: $0.own, theirs: .null, witness: $0.witness)
        }
      }
    }
    return found
  }

  /// Ascending values, as both sides may see them.
  private func pairs(
    _ values: [(value: ExcuseValue, words: String)], _ relation: ExcuseTerm.Relation
  ) -> [Choice] {
    var found: [Choice] = []
    for (index, mine) in values.enumerated() {
      for (other, value) in values.enumerated() {
        let isPossible =
          switch relation {
          case .same: index == other
          case .atLeast: other >= index
          case .atMost: other <= index
          case .independent: true
          }
        guard isPossible else { continue }
        found.append(Choice(own: mine.value, theirs: value.value, witness: mine.words))
      }
    }
    return found
  }
}
