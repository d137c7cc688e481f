import FEEL
import Values

/// Numbers are taken apart down to facts and shares of facts.
///
/// Arithmetic is taken as exact: what differs in the thirty-fourth digit alone is not told apart.
extension ExcuseLogic {
  /// Whether the value of a step is a number of `set`.
  mutating func member(
    _ step: Step, of set: NumberSet, _ words: ExcuseWords, _ depth: Int
  ) -> Formula {
    if let constant = step.constantNumber { return .constant(set.contains(constant)) }
    guard depth < Self.mostDepth, mayTakeApart() else { return doubt(step, words) }
    let next = depth + 1
    switch step.form {
    case .constant(.null): return .null
    case .input(let slot):
      if let inner = figure(slot) {
        let found = member(inner.step, of: set, .plan(inner), next)
        // The figure has a name that people know.
        guard case .number(let term, let rest) = found, rest == set else { return found }
        return .number(term.named(rubric.name(ofSlot: slot) ?? term.name), rest)
      }
      if let table = table(slot) { return member(table, of: set, depth) }
    case .negation(let inner):
      return member(inner, of: set.divided(by: Number(-1)), words, next)
    case .if(let condition, let then, let otherwise):
      return .chosen(
        [
          .init(
            when: formula(condition, words, next), gives: member(then, of: set, words, next))
        ],
        otherwise: member(otherwise, of: set, words, next))
    case .arithmetic(let sign, let left, let right):
      if let found = arithmetic(sign, left, right, of: set, words, next) { return found }
    case .builtin(let builtin, let arguments):
      if let found = builtinMember(builtin.name, arguments, of: set, words, next) { return found }
    default: break
    }
    return product(step, of: set, words) ?? .number(numberTerm(step, words), set)
  }

  private mutating func arithmetic(
    _ sign: Operator.Arithmetic, _ left: Step, _ right: Step, of set: NumberSet,
    _ words: ExcuseWords, _ depth: Int
  ) -> Formula? {
    if let number = right.constantNumber, let before = set.before(sign, number) {
      return member(left, of: before, words, depth)
    }
    if let number = left.constantNumber, let before = set.before(number, sign) {
      return member(right, of: before, words, depth)
    }
    if sign == .subtract, set.endsAtZeroOnly,
      let found = difference(left, right, of: set, words)
    {
      return found
    }
    // One side takes a few values only: each of them leaves a set for the other.
    if let cases = cases(right, words, depth) {
      return chosen(cases) { logic, number in
        guard let before = set.before(sign, number) else { return .null }
        return logic.member(left, of: before, words, depth)
      }
    }
    guard let cases = cases(left, words, depth) else { return nil }
    guard sign != .divide, sign != .power else { return nil }
    return chosen(cases) { logic, number in
      guard let before = set.before(number, sign) else { return .null }
      return logic.member(right, of: before, words, depth)
    }
  }

  private mutating func builtinMember(
    _ name: String, _ arguments: [Step], of set: NumberSet, _ words: ExcuseWords, _ depth: Int
  ) -> Formula? {
    switch name {
    case "min", "max":
      var members = arguments
      if arguments.count == 1 {
        guard case .list(let inner) = arguments[0].form, !inner.isEmpty else { return nil }
        members = inner
      }
      let isMin = name == "min"
      // The least is above an end if all are, and below one if any is.
      return .any(
        set.intervals.map { interval in
          var ends: [Formula] = []
          if interval.low != nil || interval.high == nil {
            let low = NumberSet([.init(low: interval.low, high: nil)])
            let above = members.map { member($0, of: low, words, depth) }
            ends.append(.strict(above, isAny: !isMin))
          }
          if interval.high != nil {
            let high = NumberSet([.init(low: nil, high: interval.high)])
            let below = members.map { member($0, of: high, words, depth) }
            ends.append(.strict(below, isAny: isMin))
          }
          return .all(ends)
        })
    case "floor", "ceiling":
      guard arguments.count == 1 else { return nil }
      guard let before = name == "floor" ? set.beforeFloor : set.beforeCeiling else { return nil }
      return member(arguments[0], of: before, words, depth)
    default: return nil
    }
  }

  // MARK: a few values

  struct NumberCase {
    let when: Formula
    /// `nil`: null.
    let number: Number?
  }

  private static let mostCases = 64

  /// The values that a step can have, each with its condition, the first that holds; `nil` where there is no such list.
  private mutating func cases(
    _ step: Step, _ words: ExcuseWords, _ depth: Int
  ) -> [NumberCase]? {
    if let constant = step.constantNumber {
      return [NumberCase(when: .constant(true), number: constant)]
    }
    guard depth < Self.mostDepth else { return nil }
    switch step.form {
    case .constant(.null): return [NumberCase(when: .constant(true), number: nil)]
    case .input(let slot):
      return figure(slot).flatMap { cases($0.step, .plan($0), depth + 1) }
    case .if(let condition, let then, let otherwise):
      guard let one = cases(then, words, depth + 1), let other = cases(otherwise, words, depth + 1)
      else { return nil }
      let holds = formula(condition, words, depth + 1)
      // Where the condition is null, so is the value: no case is chosen before that is known.
      return one.map { NumberCase(when: .all([holds, $0.when]), number: $0.number) } + other
    case .arithmetic(let sign, let left, let right) where sign != .power:
      guard let one = cases(left, words, depth + 1), let other = cases(right, words, depth + 1),
        one.count * other.count <= Self.mostCases
      else { return nil }
      return one.flatMap { left in
        other.map { right in
          NumberCase(
            when: .all([left.when, right.when]),
            number: left.number.flatMap { left in right.number.flatMap { sign.apply(left, $0) } })
        }
      }
    default: return nil
    }
  }

  private mutating func chosen(
    _ cases: [NumberCase], _ body: (inout ExcuseLogic, Number) -> Formula
  ) -> Formula {
    var branches: [Formula.Branch] = []
    for one in cases {
      branches.append(
        .init(when: one.when, gives: one.number.map { body(&self, $0) } ?? .null))
    }
    return .chosen(branches, otherwise: .null)
  }
}

extension Operator.Arithmetic {
  fileprivate func apply(_ left: Number, _ right: Number) -> Number? {
    switch self {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    case .power: left.power(right)
    }
  }
}
