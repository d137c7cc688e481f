package import Diagnostics
package import Values

extension Plan {
  /// Reads, checks and plans an expression.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func expression(
    _ passage: Passage, in scope: Scope, mode: Mode, expecting: Shape? = nil,
    zones: ZoneRules = .none, into diagnostics: inout Diagnostics
  ) -> Plan? {
    var planner = Planner(passage, in: scope, mode: mode, zones: zones)
    let planned = planner.read(passage, expecting: expecting)
    return planner.finish(planned, into: &diagnostics)
  }

  /// Reads, checks and plans unary tests (`> 5`, `"A", "B"`, `not(1)`, `-`) as one boolean.
  ///
  /// The value tested is the entry `?` of `scope`; without one it is the slot behind the last.
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func unaryTests(
    _ passage: Passage, over input: Shape, in scope: Scope, mode: Mode,
    zones: ZoneRules = .none, into diagnostics: inout Diagnostics
  ) -> Plan? {
    var planner = Planner(passage, in: scope, mode: mode, zones: zones)
    let slot = scope.unaryInputSlot
    planner.slotsUsed.insert(slot)
    let tested = planner.make(.input(slot), input, .zero)
    let (match, mayBeNull) = planner.readTests(passage, over: tested)
    let planned = planner.make(
      .matching(match), Shape.boolean.orNull(if: mayBeNull), Span(0, passage.text.utf8.count))
    return planner.finish(planned, into: &diagnostics)
  }

  /// Reads, checks and plans a boxed expression as one value.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func boxed(
    _ boxed: Boxed, in scope: Scope, mode: Mode, zones: ZoneRules = .none,
    into diagnostics: inout Diagnostics
  ) -> Plan? {
    var planner = Planner(Passage(""), in: scope, mode: mode, zones: zones)
    let planned = planner.plan(boxed)
    return planner.finish(planned, into: &diagnostics)
  }
}

extension Scope {
  /// Where unary tests find the value tested.
  package var unaryInputSlot: Int {
    self["?"]?.slot ?? (entries.map(\.slot).max() ?? -1) + 1
  }
}

extension DecisionTable {
  /// Reads, checks and plans every cell of the table.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package func plan(
    in scope: Scope, mode: Mode, zones: ZoneRules = .none,
    into diagnostics: inout Diagnostics
  ) -> DecisionTablePlan? {
    var planner = Planner(Passage(""), in: scope, mode: mode, zones: zones)
    let plan = planner.plan(self)
    diagnostics.append(planner.diagnostics)
    return planner.diagnostics.hasErrors ? nil : plan
  }
}

extension Planner {
  /// Reads and plans a passage in the scope that holds now.
  ///
  /// `itself` is the slot of the entry that the passage is the value of, for a function.
  mutating func read(
    _ text: Passage, expecting expected: Shape? = nil, itself: Int? = nil
  ) -> Planned {
    enter(text)
    var reader = Reader(text, in: scope, local: visibleEntries, mode: mode)
    let syntax = reader.readWholeExpression()
    diagnostics.append(reader.diagnostics)
    if reader.diagnostics.hasErrors {
      // The checker would complain about what is missing only because it could not be read.
      return null(.written, nil, syntax.span)
    }
    let planned: Planned
    if let itself, case .function(let parameters, let body) = syntax.form {
      planned = planFunction(parameters, body, syntax.span, itself: itself)
    } else {
      planned = plan(syntax)
    }
    if let expected, !planned.shape.fits(expected) {
      complain(.unexpectedShape(planned.shape, expected: expected, at: place(planned)))
    }
    return planned
  }

  mutating func readTests(_ text: Passage, over tested: Planned) -> (
    match: MatchStep, mayBeNull: Bool
  ) {
    enter(text)
    var reader = Reader(text, in: scope, local: visibleEntries, mode: mode)
    let syntax = reader.readWholeTests()
    diagnostics.append(reader.diagnostics)
    let tests = reader.diagnostics.hasErrors ? [] : syntax.tests
    return planMatch(tested, tests, isNegated: syntax.isNegated, areCells: true)
  }

  mutating func readType(_ text: Passage) -> Shape {
    enter(text)
    var reader = Reader(text, in: scope, mode: mode)
    let type = reader.readType()
    reader.expectEnd()
    diagnostics.append(reader.diagnostics)
    return shape(of: type) ?? .any
  }

  private mutating func enter(_ text: Passage) {
    // The first place is kept for the first text, so that a plain expression has one passage.
    if !hasEntered {
      hasEntered = true
      passages[0] = text
      return
    }
    passages.append(text)
    passage = passages.count - 1
  }

  /// The variables that stand around a passage, with what is known of them.
  var visibleEntries: [Scope.Entry] {
    layers.flatMap { layer -> [Scope.Entry] in
      switch layer {
      case .variables(let all):
        return all.map { Scope.Entry($0.key, $0.value.shape, slot: 0) }
      case .element: return []
      }
    }
  }

  func finish(_ planned: Planned, into diagnostics: inout Diagnostics) -> Plan? {
    diagnostics.append(self.diagnostics)
    guard !self.diagnostics.hasErrors else { return nil }
    return Plan(
      step: planned.step, shape: planned.shape, mode: mode, passages: passages,
      slotsUsed: slotsUsed.sorted(), frameSize: frameSize, notes: notes)
  }
}
