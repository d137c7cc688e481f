import Diagnostics
import Values

extension Planner {
  mutating func planBuiltin(
    _ overloads: Builtin.Overloads, _ arguments: ArgumentsSyntax, _ name: Span, _ span: Span
  ) -> Planned {
    switch arguments {
    case .positional(let all):
      return planPositional(overloads, planArguments(all, of: overloads), name, span)
    case .named(let all): return planNamed(overloads, all, name, span)
    }
  }

  /// Plans arguments in order; a comparison passed to `sort` learns what it compares.
  private mutating func planArguments(
    _ arguments: [Syntax], of overloads: Builtin.Overloads
  ) -> [Planned] {
    var planned: [Planned] = []
    for argument in arguments {
      if case .function(let parameters, let body) = argument.form, overloads.name == "sort",
        let list = planned.first
      {
        let hints = parameters.map { _ in list.shape.element }
        planned.append(planFunction(parameters, body, argument.span, hints: hints))
      } else {
        planned.append(plan(argument))
      }
    }
    return planned
  }

  private mutating func planNamed(
    _ overloads: Builtin.Overloads, _ arguments: [(name: NameSyntax, value: Syntax)],
    _ name: Span, _ span: Span
  ) -> Planned {
    let names = arguments.map(\.name.name)
    guard let (builtin, positions) = overloads.arrangement(of: names) else {
      let known = Set(overloads.all.flatMap { $0.parameters.map(\.name) })
      if let unknown = arguments.first(where: { !known.contains($0.name.name) }) {
        complain(
          .unknownParameter(
            unknown.name.name, of: overloads.name, candidates: known.sorted(),
            at: place(unknown.name.span)))
      } else {
        complain(
          .wrongArgumentCount(
            overloads.name, arguments.count, expected: Self.counts(of: overloads), at: place(span)))
      }
      return null(.wrongArgument, overloads.name, span)
    }
    let planned = planArguments(arguments.map(\.value), of: overloads)
    var ordered = (0...(positions.max() ?? 0)).map { _ in
      make(.constant(.null), .null, Span(span.end, span.end))
    }
    for (argument, position) in zip(planned, positions) { ordered[position] = argument }
    if positions.isEmpty { ordered = [] }
    let only = Builtin.Overloads(name: overloads.name, all: [builtin])
    return planPositional(only, ordered, name, span)
  }

  private mutating func planPositional(
    _ overloads: Builtin.Overloads, _ arguments: [Planned], _ name: Span, _ span: Span
  ) -> Planned {
    let steps = arguments.map(\.step)
    let possible = overloads.all.filter { $0.takes(count: arguments.count) }
    guard !possible.isEmpty else {
      complain(
        .wrongArgumentCount(
          overloads.name, arguments.count, expected: Self.counts(of: overloads), at: place(span)))
      return null(.wrongArgumentCount, overloads.name, span)
    }
    guard isStrict else {
      let shape = Shape.joined(possible.map { $0.resultShape(of: arguments.map(\.shape)) })
      return make(.builtin(overloads, steps), shape.orNull, span)
    }
    let fitting = possible.filter { builtin in
      arguments.enumerated().allSatisfy { fits($1, builtin, at: $0) }
    }
    guard !fitting.isEmpty else {
      reportMisfit(overloads.name, possible, arguments, span)
      return make(.builtin(overloads, steps), .any, span)
    }
    if let literal = planTemporal(overloads, arguments, span) { return literal }
    checkAlike(fitting[0], arguments)
    let shapes = arguments.map(\.shape)
    return make(
      .builtin(Builtin.Overloads(name: overloads.name, all: fitting), steps),
      Shape.joined(fitting.map { $0.resultShape(of: shapes) }), span)
  }

  /// `max(1, "a")`: what is written side by side is compared or added up.
  private mutating func checkAlike(_ builtin: Builtin, _ arguments: [Planned]) {
    guard builtin.parameters.count == 1, builtin.greatestCount == nil, let first = arguments.first,
      first.shape.isOrdered
    else { return }
    for argument in arguments.dropFirst() where !argument.shape.agrees(with: first.shape) {
      complain(
        .unlikeTypes(
          builtin.name, (first.shape, text(first)), (argument.shape, text(argument)),
          at: place(argument)))
      return
    }
  }

  private func fits(_ argument: Planned, _ builtin: Builtin, at index: Int) -> Bool {
    guard let parameter = builtin.parameter(at: index) else { return false }
    if argument.isNull {
      return parameter.isOptional || parameter.accepts.contains { $0.mayBeNull || $0.isAny }
    }
    return parameter.accepts.contains { argument.shape.fits($0) }
  }

  /// Names the first argument that no overload takes; all of them together where each alone would fit.
  private mutating func reportMisfit(
    _ name: String, _ possible: [Builtin], _ arguments: [Planned], _ span: Span
  ) {
    for (index, argument) in arguments.enumerated() {
      if possible.contains(where: { fits(argument, $0, at: index) }) { continue }
      let expected = possible.flatMap { $0.parameter(at: index)?.accepts ?? [] }
      complain(
        .wrongArgument(name, argument.shape, expected: expected, at: place(argument)))
      return
    }
    let last = arguments.indices.last ?? 0
    let expected = possible.flatMap { $0.parameter(at: last)?.accepts ?? [] }
    complain(.wrongArgument(name, arguments[last].shape, expected: expected, at: place(span)))
  }

  /// A date or duration of which the text is written here is read now, and reported now.
  private mutating func planTemporal(
    _ overloads: Builtin.Overloads, _ arguments: [Planned], _ span: Span
  ) -> Planned? {
    guard ["date", "time", "date and time", "duration"].contains(overloads.name),
      arguments.count == 1, case .string(let text)? = arguments[0].constant
    else { return nil }
    let value = overloads.call([.string(text)], in: Call.Setting { _, _ in .null })
    if case .null = value {
      complain(.unreadableLiteral(text, at: place(arguments[0].span)))
      return make(.constant(value), .any, span)
    }
    if text.contains("@") { complain(.namedZone(text, at: place(arguments[0].span))) }
    return make(.constant(value), Self.shape(of: value), span)
  }

  /// How many arguments the overloads take: `1`, `2 or 3`, `1 or more`.
  private static func counts(of overloads: Builtin.Overloads) -> String {
    if overloads.all.contains(where: { $0.greatestCount == nil }) {
      return "\(overloads.all.map(\.leastCount).min() ?? 0)+"
    }
    let least = overloads.all.map(\.leastCount).min() ?? 0
    let greatest = overloads.all.compactMap(\.greatestCount).max() ?? least
    return least == greatest ? "\(least)" : "\(least)–\(greatest)"
  }
}
