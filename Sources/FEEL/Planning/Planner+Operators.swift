import Diagnostics
import Values

extension Planner {
  mutating func planNegation(_ operand: Syntax, _ span: Span) -> Planned {
    let planned = plan(operand)
    if case .number(let number)? = planned.constant {
      return make(.constant(.number(number.negated)), planned.shape, span)
    }
    switch planned.shape.withoutNull {
    case .any, .number, .dayTimeDuration, .yearMonthDuration: break
    default:
      complain(.cannotNegate(planned.shape, at: place(planned)))
      return make(.negation(planned.step), .any, span)
    }
    return make(.negation(planned.step), planned.shape, span)
  }

  mutating func planArithmetic(
    _ sign: Operator.Arithmetic, _ left: Syntax, _ right: Syntax, _ span: Span
  ) -> Planned {
    let left = plan(left)
    let right = plan(right)
    let form = Step.Form.arithmetic(sign, left.step, right.step)
    guard let shape = Shape.arithmetic(sign, left.shape, right.shape) else {
      complain(
        .cannotCalculate(
          sign, (left.shape, text(left)), (right.shape, text(right)), at: place(span)))
      return make(form, .any, span)
    }
    if sign == .add || sign == .subtract { warnOfUnits(left, right, sign.rawValue, span) }
    var mayBeNull = left.shape.mayBeNull || right.shape.mayBeNull
    if sign == .divide, !isNonZero(right) { mayBeNull = true }
    // A root of a negative number is no number, nor is a negative power of zero.
    if sign == .power, !isPositiveInteger(right) { mayBeNull = true }
    // Two clocks of which one has a zone have no distance.
    if sign == .subtract, left.shape.mayLackOrder, right.shape.mayLackOrder { mayBeNull = true }
    var planned = make(form, shape.orNull(if: mayBeNull), span)
    if sign == .divide, let above = left.shape.unit, let below = right.shape.unit {
      planned.quotient = Quotient(above: above, below: below)
    }
    return planned
  }

  private func isNonZero(_ planned: Planned) -> Bool {
    if case .number(let number)? = planned.constant { !number.isZero } else { false }
  }

  private func isPositiveInteger(_ planned: Planned) -> Bool {
    if case .number(let number)? = planned.constant {
      number.isInteger && number.isPositive
    } else {
      false
    }
  }

  mutating func warnOfUnits(_ left: Planned, _ right: Planned, _ sign: String, _ span: Span) {
    guard isStrict, let one = left.quotient?.unit ?? left.shape.unit,
      let other = right.quotient?.unit ?? right.shape.unit, one != other
    else { return }
    diagnostics.report(
      .unlikeUnits(
        left.quotient?.words ?? one, right.quotient?.words ?? other, sign: sign, at: place(span)))
  }

  mutating func planComparison(
    _ sign: Operator.Comparison, _ left: Planned, _ right: Planned, _ span: Span
  ) -> Planned {
    let form = Step.Form.comparison(sign, left.step, right.step)
    let isEquality = sign == .equal || sign == .unequal
    if isEquality, left.isNull || right.isNull {
      let other = left.isNull ? right : left
      if !other.shape.mayBeNull, !other.shape.isAny {
        complain(.neverNull(text(other), at: place(span)))
      }
      return make(form, .boolean, span)
    }
    check(sign.rawValue, left, right, span, mustBeOrdered: !isEquality)
    let isSure =
      isEquality
      ? !left.shape.isAny && !right.shape.isAny : isSurelyOrdered([left, right])
    return make(form, Shape.boolean.orNull(if: !isSure), span)
  }

  /// Whether two operands may be compared; reports where not.
  private mutating func check(
    _ sign: String, _ left: Planned, _ right: Planned, _ span: Span, mustBeOrdered: Bool
  ) {
    if !left.shape.agrees(with: right.shape) {
      complain(
        .unlikeTypes(
          sign, (left.shape, text(left)), (right.shape, text(right)), at: place(span)))
    } else if mustBeOrdered, let unordered = [left, right].first(where: { !$0.shape.isOrdered }) {
      complain(.noOrder(sign, unordered.shape, at: place(unordered)))
    } else {
      warnOfUnits(left, right, sign, span)
    }
  }

  mutating func planBetween(
    _ value: Syntax, _ low: Syntax, _ high: Syntax, _ span: Span
  ) -> Planned {
    let value = plan(value)
    let low = plan(low)
    let high = plan(high)
    check("between", value, low, span, mustBeOrdered: true)
    check("between", value, high, span, mustBeOrdered: true)
    return make(
      .between(value.step, low: low.step, high: high.step),
      Shape.boolean.orNull(if: !isSurelyOrdered([value, low, high])), span)
  }

  private func isSurelyOrdered(_ operands: [Planned]) -> Bool {
    operands.allSatisfy { $0.shape.isAlwaysThere && !$0.shape.mayLackOrder }
  }

  mutating func planTerms(
    _ terms: [Syntax], of word: String
  ) -> (steps: [Step], mayBeNull: Bool) {
    let planned = terms.map { planCondition($0, of: word) }
    return (planned.map(\.step), planned.contains { !$0.shape.isAlwaysThere })
  }

  /// A part that has to be true or false.
  mutating func planCondition(_ syntax: Syntax, of word: String) -> Planned {
    let condition = plan(syntax)
    if !condition.shape.isBoolean {
      complain(.expectedBoolean(condition.shape, of: word, at: place(condition)))
    }
    return condition
  }

  private static let typesOfParts: Set = ["list", "range", "context", "function"]

  mutating func planInstance(_ value: Syntax, _ type: TypeSyntax, _ span: Span) -> Planned {
    let value = plan(value)
    // Table 61: a list of what? In a rubric a bare `list` is a list of anything.
    if !isStrict, case .named(let name) = type.form, Self.typesOfParts.contains(name) {
      return null(.unknownName, name, span)
    }
    guard let shape = shape(of: type) else { return null(.unknownName, text(type.span), span) }
    return make(.instance(value.step, of: shape), .boolean, span)
  }

  // MARK: Tests

  mutating func planIn(_ value: Syntax, _ tests: [TestSyntax], _ span: Span) -> Planned {
    let input = plan(value)
    let (match, mayBeNull) = planMatch(input, tests, isNegated: false)
    return make(.matching(match), Shape.boolean.orNull(if: mayBeNull), span)
  }

  /// Plans tests over an input, which they find in a slot of their own.
  mutating func planMatch(
    _ input: Planned, _ tests: [TestSyntax], isNegated: Bool, areCells: Bool = false
  ) -> (match: MatchStep, mayBeNull: Bool) {
    let slot = newSlot()
    layers.append(.variables(["?": Variable(shape: input.shape, slot: slot)]))
    defer { layers.removeLast() }
    let outer = sawTested
    let planned = tests.map { planTest($0, input, slot, isCell: areCells) }
    sawTested = outer
    let match = MatchStep(
      input: input.step, slot: slot, tests: planned.map(\.test), isNegated: isNegated)
    return (match, !input.shape.isAlwaysThere || planned.contains { $0.mayBeNull })
  }

  private mutating func planTest(
    _ test: TestSyntax, _ input: Planned, _ slot: Int, isCell: Bool
  ) -> (test: MatchStep.Test, mayBeNull: Bool) {
    switch test {
    case .comparison(let sign, let limit, let span):
      let tested = Planned(
        step: step(.local(slot), input.shape, span), shape: input.shape, span: input.span,
        passage: input.passage)
      let comparison = planComparison(sign, tested, plan(limit), span)
      return (.condition(comparison.step), comparison.shape.mayBeNull)
    case .expression(let syntax):
      sawTested = false
      let planned = plan(syntax)
      if sawTested || isCell && isCondition(planned, over: input) {
        return (.condition(planned.step), !planned.shape.isAlwaysThere)
      }
      checkMember(planned, of: input)
      return (.member(planned.step), !planned.shape.isAlwaysThere || planned.shape.mayLackOrder)
    }
  }

  /// A cell that is true or false by itself, over an input that is neither.
  private func isCondition(_ cell: Planned, over input: Planned) -> Bool {
    cell.shape.withoutNull == .boolean && cell.constant == nil
      && input.shape.withoutNull != .boolean && !input.shape.withoutNull.isAny
  }

  private mutating func checkMember(_ test: Planned, of input: Planned) {
    let shape: Shape =
      switch test.shape.withoutNull {
      case .list(let element):
        if case .list = input.shape.withoutNull, test.shape.agrees(with: input.shape) {
          test.shape
        } else if case .range(let end) = element.withoutNull {
          end
        } else {
          element
        }
      case .range(let end): end
      default: test.shape
      }
    if !shape.agrees(with: input.shape) {
      complain(
        .unlikeTypes(
          "in", (input.shape, text(input)), (shape, text(test)), at: place(test)))
    } else if let one = shape.unit, let other = input.shape.unit, one != other, isStrict {
      diagnostics.report(.unlikeUnits(other, one, sign: "in", at: place(test)))
    }
  }

  /// The words of an operand, for messages.
  func text(_ planned: Planned) -> String {
    if planned.span == .zero { return "?" }
    return text(planned.span, in: planned.passage)
  }

  func text(_ span: Span, in index: Int? = nil) -> String {
    let text = passages[index ?? passage].text.utf8
    let start = text.index(text.startIndex, offsetBy: min(span.start, text.count))
    let end = text.index(text.startIndex, offsetBy: min(span.end, text.count))
    let words = Substring(text[start..<max(start, end)])
    return words.count > 40 ? words.prefix(39) + "…" : String(words)
  }
}
