import Diagnostics
import Values

extension Planner {
  mutating func planPath(_ base: Syntax, _ name: NameSyntax, _ span: Span) -> Planned {
    if case .name(let variable) = base.form,
      let entry = planEntry(of: variable, name.name, span)
    {
      return entry
    }
    let base = plan(base)
    let isList: Bool
    if case .list = base.shape.withoutNull { isList = true } else { isList = false }
    let element = isList ? base.shape.element : base.shape
    let column = element.fields.firstIndex { $0.name == name.name }
    let form = Step.Form.path(base.step, name: name.name, column: column)
    if let column {
      let shape = element.fields[column].shape.orNull(if: element.mayBeNull)
      return make(
        form, isList ? Shape.list(shape).orNull(if: base.shape.mayBeNull) : shape, span)
    }
    if !element.isAny, !element.withoutNull.isAny, !element.isNull, isStrict {
      diagnostics.report(
        .unknownEntry(
          name.name, of: element, in: table(of: element), candidates: element.fields.map(\.name),
          at: place(name.span)))
    }
    return make(form, .any, span)
  }

  /// The table of which a context is a row.
  private func table(of element: Shape) -> String? {
    let row = element.withoutNull
    guard case .context = row else { return nil }
    return scope.entries.last { entry in
      guard case .list(let own) = entry.shape.withoutNull else { return false }
      return own.withoutNull == row
    }?.name
  }

  /// `w.年薪` where `w` runs over a list: the entry gets a slot of its own, and the row stays a row.
  private mutating func planEntry(
    of variable: String, _ name: String, _ span: Span
  ) -> Planned? {
    for index in layers.indices.reversed() {
      switch layers[index] {
      case .variables(let all):
        if all[variable] != nil { return nil }
      case .element(let element):
        let isItem = element.variable == nil && variable == "item"
        guard case .context(let fields) = element.shape.withoutNull else {
          if element.variable == variable || isItem { return nil }
          // Whether the name is an entry of such an element shows only when it runs.
          if element.variable == nil, element.shape.isAny { return nil }
          continue
        }
        if element.variable == nil, !isItem, mayHaveMoreEntries(element.shape) { return nil }
        if element.variable == nil, fields.contains(where: { $0.name == variable }) { return nil }
        guard element.variable == variable || isItem else { continue }
        guard let column = fields.firstIndex(where: { $0.name == name }) else { return nil }
        return entry(name, column: column, fields[column].shape, of: element, span)
      }
    }
    return nil
  }

  mutating func planFilter(_ list: Syntax, _ condition: Syntax, _ span: Span) -> Planned {
    let list = plan(list)
    let element = list.shape.element
    layers.append(.element(Element(variable: nil, shape: element)))
    let condition = plan(condition)
    let binding = endElement()
    switch condition.shape.withoutNull {
    case .number where binding.slot == nil && binding.entries.isEmpty:
      return make(.index(list.step, at: condition.step), element.orNull, span)
    case .boolean, .any, .number, .null:
      // `Shape.any` may turn out a number, and then the result is one element.
      let shape: Shape = condition.shape.withoutNull == .boolean ? .list(element) : .any
      return make(
        .filter(list.step, binding, condition: condition.step),
        shape.orNull(if: list.shape.mayBeNull && !shape.isAny), span)
    default:
      complain(.expectedCondition(condition.shape, at: place(condition)))
      return make(.filter(list.step, binding, condition: condition.step), .any, span)
    }
  }

  // MARK: Iterations

  mutating func planFor(
    _ iterations: [IterationSyntax], _ body: Syntax, _ span: Span
  ) -> Planned {
    let partial = newSlot()
    layers.append(.variables(["partial": Variable(shape: .list(.any), slot: partial)]))
    let first = layers.count
    let domains = iterations.map { planDomain($0, of: "for") }
    let body = plan(body)
    let steps = endIterations(domains.map(\.domain), from: first)
    layers.removeLast()
    let form = ForStep(
      iterations: steps, partial: localsUsed.contains(partial) ? partial : nil, body: body.step)
    let mayBeNull = domains.contains { $0.mayBeNull }
    return make(.for(form), Shape.list(body.shape).orNull(if: mayBeNull), span)
  }

  mutating func planQuantifier(
    _ iterations: [IterationSyntax], _ condition: Syntax, _ span: Span,
    _ form: ([Iteration], Step) -> Step.Form
  ) -> Planned {
    let first = layers.count
    let domains = iterations.map { planDomain($0, of: "satisfies") }
    let condition = planCondition(condition, of: "satisfies")
    let steps = endIterations(domains.map(\.domain), from: first)
    let mayBeNull = !condition.shape.isAlwaysThere || domains.contains { $0.mayBeNull }
    return make(
      form(steps, condition.step), Shape.boolean.orNull(if: mayBeNull), span)
  }

  /// Plans where a variable runs, and begins its layer.
  private mutating func planDomain(
    _ iteration: IterationSyntax, of word: String
  ) -> (domain: Iteration.Domain, mayBeNull: Bool) {
    let domain: Iteration.Domain
    let mayBeNull: Bool
    let element: Shape
    switch iteration.domain {
    case .list(let syntax):
      let list = plan(syntax)
      domain = .list(list.step)
      // A range of which the ends are not whole, or do not ascend, has no members to go through.
      mayBeNull = !list.shape.isAlwaysThere || list.shape.isRange
      switch list.shape.withoutNull {
      case .list(let shape): element = shape
      case .range(let end): element = end.withoutNull
      case .any, .null: element = .any
      default:
        complain(.expectedList(list.shape, at: place(list)))
        element = isStrict ? .any : list.shape
      }
    case .span(let low, let high):
      let low = plan(low)
      let high = plan(high)
      domain = .span(low.step, high.step)
      mayBeNull =
        !low.shape.isAlwaysThere || !high.shape.isAlwaysThere
        || !(isWholeConstant(low) && isWholeConstant(high)) && low.shape != .date
      let shape = low.shape.withoutNull.joined(with: high.shape.withoutNull) ?? .any
      switch shape {
      case .any, .number, .date: break
      default: complain(.unlikeRangeEnds(low.shape, high.shape, at: place(low)))
      }
      element = shape
    }
    layers.append(.element(Element(variable: iteration.variable.name, shape: element)))
    return (domain, mayBeNull)
  }

  private func isWholeConstant(_ planned: Planned) -> Bool {
    if case .number(let number)? = planned.constant { number.isInteger } else { false }
  }

  private mutating func endIterations(
    _ domains: [Iteration.Domain], from first: Int
  ) -> [Iteration] {
    var bindings: [Binding] = []
    while layers.count > first { bindings.append(endElement()) }
    return zip(domains, bindings.reversed()).map { Iteration(binding: $1, domain: $0) }
  }

  mutating func planIf(
    _ condition: Syntax, _ then: Syntax, _ otherwise: Syntax, _ span: Span
  ) -> Planned {
    let condition = planCondition(condition, of: "if")
    let then = plan(then)
    let otherwise = plan(otherwise)
    let form = Step.Form.if(condition.step, then: then.step, otherwise: otherwise.step)
    guard let shape = then.shape.joined(with: otherwise.shape) else {
      complain(.unlikeBranches(then.shape, otherwise.shape, at: place(otherwise)))
      return make(form, .any, span)
    }
    return make(form, shape, span)
  }
}

extension Shape {
  var isNull: Bool { self == .null }

  fileprivate var isRange: Bool {
    if case .range = self { true } else { false }
  }
}
