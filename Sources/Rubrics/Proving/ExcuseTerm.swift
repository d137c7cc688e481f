import FEEL
import Values

/// Conditions of one rubric as logic over terms that another rubric may share.
struct ExcuseLogic {
  /// How a term of a party stands to the same term as one of its subjects sees it.
  ///
  /// A subject sees of a party's table only its own rows.
  enum Relation { case same, atLeast, atMost, independent }

  indirect enum Formula {
    case all([Formula]), any([Formula]), not(Formula)
    case constant(Bool)
    case number(Term, NumberSet)
    case text(Term, Set<String>)
    case holds(Term)
  }

  struct Term: Hashable {
    /// The same words over the same facts have the same key.
    let key: String
    /// As a person reads it.
    let name: String
    let relation: Relation

    static func == (left: Term, right: Term) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }
  }

  private static let mostDepth = 24

  let rubric: Rubric
  private let finder: DomainFinder
  private(set) var domains: [Term: Domain] = [:]
  /// The facts that each term rests on, by key.
  private(set) var facts: [Term: Set<String>] = [:]
  /// The values that a text can have.
  private(set) var texts: [Term: [String]] = [:]

  init(_ rubric: Rubric) {
    self.rubric = rubric
    var finder = DomainFinder()
    for (slot, holds) in rubric.slots.enumerated() {
      if case .fact(let number) = holds { finder.slots[slot] = rubric.facts[number].domain }
    }
    for figure in rubric.figures {
      if case .expression(let plan) = figure.value {
        finder.slots[figure.slot] = finder.domain(of: plan.step)
      }
    }
    self.finder = finder
  }

  // MARK: conditions

  mutating func formula(_ plan: Plan) -> Formula { formula(plan.step, plan, 0) }

  private mutating func formula(_ step: Step, _ plan: Plan, _ depth: Int) -> Formula {
    guard depth < Self.mostDepth else { return .holds(term(step, plan)) }
    switch step.form {
    case .constant(.boolean(let always)): return .constant(always)
    case .and(let terms): return .all(terms.map { formula($0, plan, depth + 1) })
    case .or(let terms): return .any(terms.map { formula($0, plan, depth + 1) })
    case .builtin(let builtin, let arguments)
    where builtin.name == "not" && arguments.count == 1:
      return .not(formula(arguments[0], plan, depth + 1))
    case .comparison(let sign, let left, let right):
      return comparison(sign, left, right, step, plan)
    case .between(let value, let low, let high):
      guard let low = low.constantNumber, let high = high.constantNumber else { break }
      return .number(
        numberTerm(value, plan),
        NumberSet.from(low, included: true).intersection(.to(high, included: true)))
    case .matching(let match):
      guard case .input(let slot) = match.input.form,
        let set = Reduction(tested: slot).numbers(match), isNumber(slot)
      else { break }
      return .number(numberTerm(match.input, plan), set)
    case .input(let slot):
      if let inner = figure(slot) { return formula(inner.step, inner, depth + 1) }
    default: break
    }
    return .holds(term(step, plan))
  }

  private mutating func comparison(
    _ sign: Operator.Comparison, _ left: Step, _ right: Step, _ step: Step, _ plan: Plan
  ) -> Formula {
    if let number = right.constantNumber {
      return .number(numberTerm(left, plan), NumberSet(sign, number))
    }
    if let number = left.constantNumber {
      return .number(numberTerm(right, plan), NumberSet(sign.turned, number))
    }
    for (value, other) in [(left, right), (right, left)] {
      guard sign == .equal || sign == .unequal, case .string(let text)? = other.constantValue else {
        continue
      }
      let term = term(value, plan)
      if case .input(let slot) = value.form, rubric.slots.indices.contains(slot),
        case .fact(let number) = rubric.slots[slot]
      {
        texts[term] = rubric.facts[number].allowed ?? []
      }
      let equal = Formula.text(term, [text])
      return sign == .equal ? equal : .not(equal)
    }
    return .holds(term(step, plan))
  }

  private func isNumber(_ slot: Int) -> Bool {
    switch rubric.slots[slot] {
    case .fact(let number): rubric.facts[number].domain != nil
    case .figure(let number):
      if case .number = rubric.figures[number].shape.withoutOptional { true } else { false }
    default: false
    }
  }

  // MARK: terms

  mutating func numberTerm(_ step: Step, _ plan: Plan) -> Term {
    let term = term(step, plan)
    domains[term] = finder.domain(of: step)
    return term
  }

  mutating func numberTerm(_ plan: Plan) -> Term { numberTerm(plan.step, plan) }

  mutating func term(_ step: Step, _ plan: Plan) -> Term {
    var leaves = Set<String>()
    let key = key(step, plan, 0, &leaves)
    let term = Term(key: key, name: name(step, plan), relation: relation(step, leaves, 0))
    facts[term] = leaves
    return term
  }

  private func name(_ step: Step, _ plan: Plan) -> String {
    if case .input(let slot) = step.form { return rubric.name(ofSlot: slot) ?? "?" }
    return plan.text(of: step).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words of a step, and what each name in it means.
  private func key(_ step: Step, _ plan: Plan, _ depth: Int, _ leaves: inout Set<String>) -> String
  {
    guard depth < Self.mostDepth else { return "…\(rubric.id)" }
    if case .input(let slot) = step.form { return key(ofSlot: slot, depth + 1, &leaves) }
    let words = plan.text(of: step).filter { !$0.isWhitespace }
    let meanings = step.inputs.sorted().map { slot in
      "\(rubric.name(ofSlot: slot) ?? "?"):\(key(ofSlot: slot, depth + 1, &leaves))"
    }
    return "\(words){\(meanings.sorted().joined(separator: ";"))}"
  }

  private func key(ofSlot slot: Int, _ depth: Int, _ leaves: inout Set<String>) -> String {
    guard rubric.slots.indices.contains(slot) else { return "?" }
    if let inner = figure(slot) { return key(inner.step, inner, depth, &leaves) }
    let leaf: String
    switch rubric.slots[slot] {
    case .fact(let number):
      leaf = "fact " + (rubric.facts[number].headers.first ?? rubric.facts[number].name)
    case .table(let number): leaf = "table " + rubric.tables[number].fileName
    case .document(let number): leaf = "document " + rubric.documents[number].name
    case .periodStart, .periodEnd, .asOf: return rubric.name(ofSlot: slot) ?? "?"
    default: leaf = "\(rubric.id) \(rubric.name(ofSlot: slot) ?? "?")"
    }
    leaves.insert(leaf)
    return leaf
  }

  private func figure(_ slot: Int) -> Plan? {
    guard rubric.slots.indices.contains(slot), case .figure(let number) = rubric.slots[slot],
      case .expression(let plan) = rubric.figures[number].value
    else { return nil }
    return plan
  }

  private func relation(_ step: Step, _ leaves: Set<String>, _ depth: Int) -> Relation {
    if leaves.allSatisfy({ $0.hasPrefix("fact ") }) { return .same }
    guard depth < Self.mostDepth else { return .independent }
    switch step.form {
    case .input(let slot):
      return figure(slot).map { relation($0.step, leaves, depth + 1) } ?? .independent
    case .builtin(let builtin, let arguments) where arguments.count == 1:
      switch builtin.name {
      case "count", "max": return .atLeast
      case "min": return .atMost
      default: return .independent
      }
    case .some: return .atLeast
    case .every: return .atMost
    default: return .independent
    }
  }
}

extension NumberSet {
  init(_ sign: Operator.Comparison, _ number: Number) {
    self =
      switch sign {
      case .equal: .only(number)
      case .unequal: NumberSet.only(number).complement
      case .less: .to(number, included: false)
      case .atMost: .to(number, included: true)
      case .greater: .from(number, included: false)
      case .atLeast: .from(number, included: true)
      }
  }
}
