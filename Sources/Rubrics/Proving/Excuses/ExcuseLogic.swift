import Diagnostics
import FEEL
import Values

/// Conditions of one rubric as logic over terms that another rubric may share.
struct ExcuseLogic {
  typealias Formula = ExcuseFormula

  static let mostDepth = 24

  let rubric: Rubric
  /// Whose evidence the rubric looks at: the role of the charged party, `nil` for the excused.
  let role: String?
  /// The item that is looked into, for doubts.
  var item: String
  /// The stage at which its form is looked at.
  var stage: String?
  let finder: DomainFinder
  var domains: [ExcuseTerm: Domain] = [:]
  /// The facts that each term rests on, by key.
  var facts: [ExcuseTerm: Set<String>] = [:]
  /// The values that a text can have.
  var texts: [ExcuseTerm: [String]] = [:]
  /// The terms that can be null.
  var nullable = Set<ExcuseTerm>()
  /// How many steps were taken apart: sums of choices double with every choice.
  private var takenApart = 0

  private static let mostTakenApart = 10_000

  /// Counts one more step; false where there were too many of them.
  mutating func mayTakeApart() -> Bool {
    takenApart += 1
    return takenApart <= Self.mostTakenApart
  }

  init(_ rubric: Rubric, of item: Item, as role: String?) {
    self.rubric = rubric
    self.role = role
    self.item = item.id
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

  /// What the evaluated body is called in keys.
  var party: String { role ?? "the subject" }

  func doubt(_ reason: ExcuseDoubt.Reason, at place: Place) -> Formula {
    .doubt(ExcuseDoubt(item: item, reason: reason, place: place))
  }

  func doubt(_ step: Step, _ words: ExcuseWords) -> Formula {
    doubt(.words(name(step, words)), at: words.place(of: step))
  }

  /// The expression of a figure that has one.
  func figure(_ slot: Int) -> Plan? {
    guard rubric.slots.indices.contains(slot), case .figure(let number) = rubric.slots[slot],
      case .expression(let plan) = rubric.figures[number].value
    else { return nil }
    return plan
  }

  func table(_ slot: Int) -> RuleTable? {
    guard rubric.slots.indices.contains(slot), case .figure(let number) = rubric.slots[slot],
      case .table(let table) = rubric.figures[number].value
    else { return nil }
    return table
  }

  // MARK: conditions

  mutating func formula(_ plan: Plan) -> Formula { formula(plan.step, .plan(plan), 0) }

  mutating func formula(_ step: Step, _ words: ExcuseWords, _ depth: Int) -> Formula {
    guard depth < Self.mostDepth, mayTakeApart() else { return .holds(term(step, words)) }
    switch step.form {
    case .constant(.boolean(let always)): return .constant(always)
    case .constant(.null): return .null
    case .and(let terms): return .all(terms.map { formula($0, words, depth + 1) })
    case .or(let terms): return .any(terms.map { formula($0, words, depth + 1) })
    case .builtin(let builtin, let arguments)
    where builtin.name == "not" && arguments.count == 1:
      return .not(formula(arguments[0], words, depth + 1))
    case .if(let condition, let then, let otherwise):
      return .chosen(
        [
          .init(
            when: formula(condition, words, depth + 1), gives: formula(then, words, depth + 1))
        ],
        otherwise: formula(otherwise, words, depth + 1))
    case .comparison(let sign, let left, let right):
      return comparison(sign, left, right, step, words, depth)
    case .between(let value, let low, let high):
      guard let low = low.constantNumber, let high = high.constantNumber else { break }
      return member(
        value, of: NumberSet.from(low, included: true).intersection(.to(high, included: true)),
        words, depth + 1)
    case .matching(let match):
      let reduction = Reduction(tested: nil, locals: [match.slot])
      if let found = matching(match.input, match, reduction, words, depth + 1) { return found }
    case .input(let slot):
      if let inner = figure(slot) { return formula(inner.step, .plan(inner), depth + 1) }
      if let table = table(slot) {
        return outcome(of: table, depth) { logic, step, words in
          logic.formula(step, words, depth + 1)
        }
      }
    default: break
    }
    return .holds(term(step, words))
  }

  private mutating func comparison(
    _ sign: Operator.Comparison, _ left: Step, _ right: Step, _ step: Step, _ words: ExcuseWords,
    _ depth: Int
  ) -> Formula {
    if let number = right.constantNumber {
      return member(left, of: NumberSet(sign, number), words, depth + 1)
    }
    if let number = left.constantNumber {
      return member(right, of: NumberSet(sign.reversed, number), words, depth + 1)
    }
    for (value, other) in [(left, right), (right, left)] {
      guard sign == .equal || sign == .unequal, let constant = other.constantValue else { continue }
      let equal: Formula
      switch constant {
      case .string(let text): equal = among(value, [text], words, depth + 1)
      case .boolean(let boolean):
        let holds = formula(value, words, depth + 1)
        equal = boolean ? holds : .not(holds)
      default: continue
      }
      return sign == .equal ? equal : .not(equal)
    }
    return ratio(left, right, in: NumberSet(sign, .one), words) ?? .holds(term(step, words))
  }

  /// Whether a text is one of `wanted`.
  mutating func among(
    _ step: Step, _ wanted: Set<String>, _ words: ExcuseWords, _ depth: Int
  ) -> Formula {
    guard depth < Self.mostDepth else { return doubt(step, words) }
    switch step.form {
    case .constant(.string(let text)): return .constant(wanted.contains(text))
    case .constant(.null): return .null
    case .if(let condition, let then, let otherwise):
      return .chosen(
        [
          .init(
            when: formula(condition, words, depth + 1), gives: among(then, wanted, words, depth + 1)
          )
        ],
        otherwise: among(otherwise, wanted, words, depth + 1))
    case .input(let slot):
      if let stage, rubric.slots.indices.contains(slot), rubric.slots[slot] == .stage {
        return .constant(wanted.contains(stage))
      }
      if let inner = figure(slot) { return among(inner.step, wanted, .plan(inner), depth + 1) }
      if let table = table(slot) {
        return outcome(of: table, depth) { logic, step, words in
          logic.among(step, wanted, words, depth + 1)
        }
      }
      let term = term(step, words)
      texts[term] = allowed(slot) ?? []
      return .text(term, wanted)
    default: return .text(term(step, words), wanted)
    }
  }

  private func allowed(_ slot: Int) -> [String]? {
    guard rubric.slots.indices.contains(slot), case .fact(let number) = rubric.slots[slot] else {
      return nil
    }
    return rubric.facts[number].allowed
  }
}
