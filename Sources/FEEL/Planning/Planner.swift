import Diagnostics
import Values

/// Turns syntax into steps: finds what each name means, gives it a slot, and checks the shapes.
///
/// Strict mode reports what does not fit. Lenient mode reports nothing: the step is then a null with
/// its reason, as FEEL has it.
struct Planner {
  /// A step and what is known about its value.
  struct Planned {
    let step: Step
    let shape: Shape
    /// Where it stands in `passages[passage]`: a cell of a table is tested against another passage.
    let span: Span
    let passage: Int
    /// What a quotient is a number of, where both its sides have a unit.
    var quotient: Quotient?

    var constant: Value? {
      if case .constant(let value) = step.form { value } else { nil }
    }

    var isNull: Bool { shape == .null }
  }

  /// The unit of a quotient of two quantities; like units leave a share.
  struct Quotient {
    let above: String
    let below: String

    var unit: String { above == below ? "1" : words }
    var words: String { "\(above)/\(below)" }
  }

  let scope: Scope
  let mode: Mode
  /// What the zones named in literals are.
  let zones: ZoneRules
  var diagnostics = Diagnostics()
  var layers: [Layer] = []
  var passages: [Passage]
  var passage = 0
  var hasEntered = false
  private var depth = 0
  private var stack = StackRoom()
  var notes: [Plan.Note] = []
  var frameSize = 0
  var slotsUsed: Set<Int> = []
  var localsUsed: Set<Int> = []
  /// What is reported once an expression.
  var warned: Set<String> = []
  /// Set when `?` is looked up.
  var sawTested = false

  init(_ passage: Passage, in scope: Scope, mode: Mode, zones: ZoneRules) {
    self.scope = scope
    self.mode = mode
    self.zones = zones
    passages = [passage]
  }

  var isStrict: Bool { mode == .strict }

  mutating func newSlot() -> Int {
    defer { frameSize += 1 }
    return frameSize
  }

  func place(_ span: Span) -> Place {
    passages[passage].place(of: span)
  }

  func place(_ planned: Planned) -> Place {
    passages[planned.passage].place(of: planned.span)
  }

  // MARK: Making steps

  mutating func step(_ form: Step.Form, _ shape: Shape, _ span: Span) -> Step {
    notes.append(Plan.Note(span: span, shape: shape, passage: passage))
    return Step(Int32(notes.count - 1), form)
  }

  mutating func make(_ form: Step.Form, _ shape: Shape, _ span: Span) -> Planned {
    Planned(step: step(form, shape, span), shape: shape, span: span, passage: passage)
  }

  /// What stands where a mistake was: its shape agrees with everything, so that one mistake is one
  /// message.
  mutating func null(_ kind: NullReason.Kind, _ subject: String?, _ span: Span) -> Planned {
    make(.constant(.null(NullReason(kind, subject))), .any, span)
  }

  /// More mistakes in one expression help nobody, and suggestions cost time.
  private static let maximumMistakes = 50

  var mayComplain: Bool { diagnostics.all.count < Self.maximumMistakes }

  /// Reports in strict mode only.
  mutating func complain(_ diagnostic: Diagnostic) {
    if isStrict, mayComplain || !diagnostics.hasErrors { diagnostics.report(diagnostic) }
  }

  // MARK: One construct each

  mutating func plan(_ syntax: Syntax) -> Planned {
    guard depth < StackRoom.levelsForFree || stack.isLeft() else {
      diagnostics.report(
        .expressionTooDeep(at: place(Span(syntax.span.start, syntax.span.start + 1))))
      return null(.limitExceeded, nil, syntax.span)
    }
    depth += 1
    defer { depth -= 1 }
    return planWhole(syntax)
  }

  private mutating func planWhole(_ syntax: Syntax) -> Planned {
    let span = syntax.span
    switch syntax.form {
    case .missing: return null(.written, nil, span)
    case .null: return make(.constant(.null), .null, span)
    case .boolean(let flag): return make(.constant(.boolean(flag)), .boolean, span)
    case .number(let number): return make(.constant(.number(number)), .number, span)
    case .string(let text): return make(.constant(.string(text)), .string, span)
    case .at(let text): return planAt(text, span)
    case .name(let name): return planName(name, span)
    case .list(let members): return planList(members, span)
    case .context(let entries): return planContext(entries, span)
    case .range(let range): return planRange(range, span)
    case .negation(let operand): return planNegation(operand, span)
    case .arithmetic(let sign, let left, let right):
      return planArithmetic(sign, left, right, span)
    case .comparison(let sign, let left, let right):
      return planComparison(sign, plan(left), plan(right), span)
    case .between(let value, let low, let high): return planBetween(value, low, high, span)
    case .in(let value, let tests): return planIn(value, tests, span)
    case .and(let terms):
      let planned = planTerms(terms, of: "and")
      return make(.and(planned.steps), Shape.boolean.orNull(if: planned.mayBeNull), span)
    case .or(let terms):
      let planned = planTerms(terms, of: "or")
      return make(.or(planned.steps), Shape.boolean.orNull(if: planned.mayBeNull), span)
    case .instance(let value, let type): return planInstance(value, type, span)
    case .path(let base, let name): return planPath(base, name, span)
    case .filter(let list, let condition): return planFilter(list, condition, span)
    case .call(let callee, let arguments): return planCall(callee, arguments, span)
    case .if(let condition, let then, let otherwise):
      return planIf(condition, then, otherwise, span)
    case .for(let iterations, let body): return planFor(iterations, body, span)
    case .some(let iterations, let condition):
      return planQuantifier(iterations, condition, span) { .some($0, satisfies: $1) }
    case .every(let iterations, let condition):
      return planQuantifier(iterations, condition, span) { .every($0, satisfies: $1) }
    case .function(let parameters, let body): return planFunction(parameters, body, span)
    case .external:
      complain(.externalFunction(at: place(span)))
      return null(.notAFunction, "external", span)
    }
  }

  // MARK: Collections

  private mutating func planList(_ members: [Syntax], _ span: Span) -> Planned {
    let planned = members.map { plan($0) }
    let constants = planned.compactMap(\.constant)
    if constants.count == planned.count {
      let list = Value.list(.values(constants))
      return make(.constant(list), .list(Shape.joined(planned.map(\.shape))), span)
    }
    return make(.list(planned.map(\.step)), .list(Shape.joined(planned.map(\.shape))), span)
  }

  private mutating func planContext(_ entries: [EntrySyntax], _ span: Span) -> Planned {
    layers.append(.variables([:]))
    defer { layers.removeLast() }
    var steps: [EntryStep] = []
    var fields: [Shape.Field] = []
    var names: Set<String> = []
    for entry in entries {
      let slot = newSlot()
      let name = entry.name.name
      if !names.insert(name).inserted {
        complain(.duplicateEntry(name, at: place(entry.name.span)))
        return null(.conflictingEntries, name, span)
      }
      // Only a function sees its own name: a value that needs itself has none.
      var value: Planned
      if case .function(let parameters, let body) = entry.value.form {
        declare(name, Variable(shape: .any, slot: slot))
        value = planFunction(parameters, body, entry.value.span, itself: slot)
      } else {
        value = plan(entry.value)
      }
      declare(name, Variable(shape: value.shape, slot: slot))
      steps.append(EntryStep(name: name, slot: slot, value: value.step))
      fields.append(Shape.Field(name, value.shape))
    }
    return make(.context(steps), .context(fields), span)
  }

  private mutating func planRange(_ range: RangeSyntax, _ span: Span) -> Planned {
    let low = range.low.map { plan($0) }
    let high = range.high.map { plan($0) }
    let excluded = range.excluded.map { plan($0) }
    var end = Shape.any
    if range.isPoint, let low {
      end = low.shape.withoutNull
    } else if let low, let high {
      if let joined = low.shape.withoutNull.joined(with: high.shape.withoutNull), joined.isOrdered {
        end = joined
      } else {
        complain(.unlikeRangeEnds(low.shape, high.shape, at: place(span)))
      }
    } else if let only = low ?? high ?? excluded {
      end = only.shape.withoutNull
    }
    return make(
      .range(
        RangeStep(
          low: low?.step, high: high?.step, includesLow: range.includesLow,
          includesHigh: range.includesHigh, isPoint: range.isPoint, excluded: excluded?.step)),
      .range(end), span)
  }
}
