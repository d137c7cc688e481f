import FEEL
import Rubrics
import Values

extension EdgeSolver {
  /// Evidence with which a condition holds, or does not.
  func truth(_ step: Step, _ wanted: Bool) -> EdgeMaterial? {
    if case .boolean(let value)? = constant(step) { return value == wanted ? EdgeMaterial() : nil }
    if let leaf = leaf(step) {
      guard let declaration = declaration(of: leaf) else { return nil }
      return declaration.text(wanted).map { material(leaf, $0) }
    }
    if let (inner, solver) = behind(step) { return solver.truth(inner, wanted) }
    switch step.form {
    case .and(let terms): return wanted ? all(terms, true) : any(terms, false)
    case .or(let terms): return wanted ? any(terms, true) : all(terms, false)
    case .comparison(let sign, let left, let right):
      return comparison(sign, left, right, wanted)
    case .between(let value, let low, let high):
      guard let low = number(low), let high = number(high) else { return nil }
      return wanted
        ? number(value, near: low, .on) ?? number(value, near: high, .on)
        : number(value, near: low, .below) ?? number(value, near: high, .above)
    case .matching(let match): return matching(match, wanted)
    case .builtin(let builtin, let arguments):
      guard builtin.name == "not", arguments.count == 1 else { return nil }
      return truth(arguments[0], !wanted)
    case .some(let iterations, let condition), .every(let iterations, let condition):
      return one(iterations, condition, wanted)
    default: return nil
    }
  }

  /// All of them so, the wanted one or another.
  func all(_ terms: [Step], _ wanted: Bool, but left: Int? = nil) -> EdgeMaterial? {
    var found: EdgeMaterial? = EdgeMaterial()
    for (number, term) in terms.enumerated() where number != left {
      found = found?.joined(truth(term, wanted))
    }
    return found
  }

  /// One of them so, and the others not.
  private func any(_ terms: [Step], _ wanted: Bool) -> EdgeMaterial? {
    for (number, term) in terms.enumerated() {
      if let mine = truth(term, wanted),
        let both = mine.joined(all(terms, !wanted, but: number))
      {
        return both
      }
    }
    return terms.lazy.compactMap { truth($0, wanted) }.first
  }

  /// One row for which a condition holds, or not.
  private func one(_ iterations: [Iteration], _ condition: Step, _ wanted: Bool) -> EdgeMaterial? {
    guard iterations.count == 1, let iteration = iterations.first,
      case .list(let list) = iteration.domain, let rows = rows(list), let row = row(rows)
    else { return nil }
    let mine = looking(at: rows.source, as: iteration.binding).truth(condition, wanted)
    return row.joined(mine).flatMap { material(rows.source, [$0]) }
  }

  private func comparison(
    _ sign: Operator.Comparison, _ left: Step, _ right: Step, _ wanted: Bool
  ) -> EdgeMaterial? {
    for side in sign.sides(wanted) {
      if let found = date(left, right, side) ?? comparison(left, right, side) { return found }
    }
    guard sign == .equal || sign == .unequal else { return nil }
    let isEqual = (sign == .equal) == wanted
    if let value = constant(right) { return equal(left, value, isEqual) }
    if let value = constant(left) { return equal(right, value, isEqual) }
    return nil
  }

  /// A day before, on or behind another.
  func date(_ left: Step, _ right: Step, _ side: EdgeSide) -> EdgeMaterial? {
    if case .date(let day)? = constant(right) { return self.day(left, near: day, side) }
    if case .date(let day)? = constant(left) { return self.day(right, near: day, side.turned) }
    return nil
  }

  private func day(_ step: Step, near day: CalendarDate, _ side: EdgeSide) -> EdgeMaterial? {
    if let leaf = leaf(step), let declaration = declaration(of: leaf) {
      guard declaration.shape == .date || declaration.shape == .optional(.date) else { return nil }
      let moved = day.adding(days: side == .on ? 0 : side == .below ? -1 : 1)
      return moved.map { material(leaf, $0.isoText) }
    }
    guard let (inner, solver) = behind(step) else { return nil }
    return solver.day(inner, near: day, side)
  }

  /// Evidence with which something is a value, or another.
  func equal(_ step: Step, _ value: Value, _ wanted: Bool) -> EdgeMaterial? {
    switch value {
    case .boolean(let value): return truth(step, value == wanted)
    case .number(let line):
      return wanted
        ? number(step, near: line, .on)
        : number(step, near: line, .above) ?? number(step, near: line, .below)
    case .string(let text):
      if let leaf = leaf(step), let declaration = declaration(of: leaf) {
        if wanted { return material(leaf, text) }
        let other = declaration.allowed.map { $0.first { $0 != text } } ?? "其他"
        return other.map { material(leaf, $0) }
      }
      if let (inner, solver) = behind(step) { return solver.equal(inner, value, wanted) }
      guard case .if(let condition, let then, let otherwise) = step.form else { return nil }
      return truth(condition, true)?.joined(equal(then, value, wanted))
        ?? truth(condition, false)?.joined(equal(otherwise, value, wanted))
    default: return nil
    }
  }

  // MARK: unary tests

  /// The numbers that pass tests; `nil` where they do not only compare with constants.
  func numbers(_ match: MatchStep) -> NumberSet? {
    Reduction(tested: rubric.index(of: .tested), locals: [match.slot]).numbers(match)
  }

  /// The step whose value is looked at, where tests look at it in the frame.
  private func input(of match: MatchStep) -> Step {
    guard case .local(let slot) = match.input.form, let step = aliases[slot] else {
      return match.input
    }
    return step
  }

  private func matching(_ match: MatchStep, _ wanted: Bool) -> EdgeMaterial? {
    if match.tests.isEmpty { return wanted ? EdgeMaterial() : nil }
    let step = input(of: match)
    if let set = numbers(match), !set.intervals.isEmpty || !wanted {
      let region = wanted ? set : set.complement
      for interval in region.intervals {
        // The end that belongs to it first: that is where a rule is looked at.
        let ends = [interval.low, interval.high].compactMap { $0 }.filter(\.isIncluded)
        for end in ends {
          if let found = number(step, near: end.number, .on) { return found }
        }
        if let low = interval.low?.number, let found = number(step, near: low, .above),
          interval.high.map({ low < $0.number }) ?? true
        {
          return found
        }
        if let high = interval.high?.number, let found = number(step, near: high, .below) {
          return found
        }
        if interval.low == nil, interval.high == nil {
          return number(step, near: .one, .on)
        }
      }
    }
    return candidates(for: step).lazy.filter { candidate in
      Reduction(tested: rubric.index(of: .tested), locals: [match.slot])
        .passing(match, of: [candidate]).map { $0.isEmpty != wanted } ?? false
    }.compactMap { equal(step, $0, true) }.first
  }

  private func candidates(for step: Step) -> [Value] {
    if let leaf = leaf(step), let declaration = declaration(of: leaf),
      let allowed = declaration.allowed
    {
      return allowed.map { .string($0) }
    }
    return [.boolean(true), .boolean(false)]
  }

  /// Evidence with which a rule of a table holds; without one of its inputs where that is left out.
  func material(ofRule rule: Int, in table: DecisionTablePlan, without left: Int? = nil)
    -> EdgeMaterial?
  {
    var solver = self
    for input in table.inputs { solver.aliases[input.slot] = input.value }
    var found: EdgeMaterial? = EdgeMaterial()
    for (number, match) in table.rules[rule].tests.enumerated() where number != left {
      if match.tests.isEmpty { continue }
      found = found?.joined(solver.matching(match, true))
    }
    // What a rule does not ask is answered all the same where that goes: nothing is to be open.
    for (number, input) in table.inputs.enumerated()
    where number != left && table.rules[rule].tests[number].tests.isEmpty {
      if let more = solver.anything(input.value), let both = found?.joined(more) { found = both }
    }
    return found
  }

  /// Some value, where anything will do.
  private func anything(_ step: Step) -> EdgeMaterial? {
    number(step, near: .one, .on) ?? truth(step, false)
      ?? candidates(for: step).lazy.compactMap { equal(step, $0, true) }.first
  }
}

extension Operator.Comparison {
  /// On which side of its right side the left one lies where it holds, or does not; the edge first.
  fileprivate func sides(_ holds: Bool) -> [EdgeSide] {
    switch (self, holds) {
    case (.equal, true), (.unequal, false): [.on]
    case (.equal, false), (.unequal, true): [.above, .below]
    case (.less, true), (.atLeast, false): [.below]
    case (.less, false), (.atLeast, true): [.on, .above]
    case (.greater, true), (.atMost, false): [.above]
    case (.greater, false), (.atMost, true): [.on, .below]
    }
  }
}

extension Declaration {
  fileprivate func text(_ wanted: Bool) -> String? {
    guard shape == .boolean || shape == .optional(.boolean) else { return nil }
    if let booleans { return (wanted ? booleans.yes : booleans.no).first }
    return wanted ? "是" : "否"
  }
}
