package import Values

/// What the evaluator runs: a checked expression whose names are slots.
///
/// `id` finds the step's words and shape in `Plan.notes`; observers report by it.
package final class Step: Sendable {
  package let id: Int32
  package let form: Form
  /// The terms of a conjunction or disjunction, as the evaluator goes through them.
  let terms: Terms

  package init(_ id: Int32, _ form: Form) {
    self.id = id
    self.form = form
    switch form {
    case .and(let all), .or(let all): terms = Terms(all)
    default: terms = .none
    }
  }

  /// Most have two: they are run without counting references to them, which `form` holds
  /// (`Scripts/bench-feel`: an eighth of the time of a small condition).
  enum Terms: Sendable {
    case none
    case pair(Unmanaged<Step>, Unmanaged<Step>)
    case many([Step])

    init(_ terms: [Step]) {
      self =
        terms.count == 2
        ? .pair(.passUnretained(terms[0]), .passUnretained(terms[1])) : .many(terms)
    }
  }

  package enum Form: Sendable {
    case constant(Value)
    /// The value that the caller gave for this slot of its scope.
    case input(Int)
    /// The value of this slot of the frame: a bound variable, an entry, an argument.
    case local(Int)

    case list([Step])
    /// A context literal; each entry is stored in its slot of the frame before the next is run.
    case context([EntryStep])
    indirect case range(RangeStep)

    case negation(Step)
    case arithmetic(Operator.Arithmetic, Step, Step)
    case comparison(Operator.Comparison, Step, Step)
    case between(Step, low: Step, high: Step)
    /// Ternary conjunction of two or more terms.
    case and([Step])
    /// Ternary disjunction of two or more terms.
    case or([Step])
    indirect case matching(MatchStep)
    /// `instance of`.
    indirect case instance(Step, of: Shape)

    indirect case path(Step, name: String, column: Int?)
    case index(Step, at: Step)
    /// A filter whose condition is known to be, or may be, boolean. A condition that comes out as a
    /// number is an index.
    indirect case filter(Step, Binding, condition: Step)

    case `if`(Step, then: Step, otherwise: Step)
    indirect case `for`(ForStep)
    case some([Iteration], satisfies: Step)
    case every([Iteration], satisfies: Step)

    /// Arguments in the order of the parameters; a named call is already put in order.
    case builtin(Builtin.Overloads, [Step])
    /// A call of whatever the first step gives.
    indirect case call(Step, CallArguments)
    indirect case function(FunctionStep)
    indirect case decisionTable(DecisionTablePlan)
  }
}

package struct EntryStep: Sendable {
  package let name: String
  /// Where later entries find the value.
  package let slot: Int
  package let value: Step
}

/// A range as written; an end without a step has no limit.
package struct RangeStep: Sendable {
  package let low: Step?
  package let high: Step?
  package let includesLow: Bool
  package let includesHigh: Bool
  /// `(= 5)`, which is not `[5..5]` although it holds the same.
  var isPoint = false
  /// `(!= 5)`, which has no ends; strict mode knows no such range.
  var excluded: Step?

  package var parts: [Step] { [low, high, excluded].compactMap { $0 } }
}

/// `in`, or the entry of a decision table: true if one test holds, ternary.
package struct MatchStep: Sendable {
  package enum Test: Sendable {
    /// A comparison with, or an expression over, the value tested (`> 5`, `? + 1 < b`). A result that
    /// is not boolean is treated as for `member`.
    case condition(Step)
    /// The value tested equals the result, or is in it where that is a list or a range.
    case member(Step)
  }

  package let input: Step
  /// Where tests find the value tested, in the frame.
  package let slot: Int
  /// None: everything matches (`-`).
  package let tests: [Test]
  /// `not( … )`.
  package let isNegated: Bool
}

/// What one element of a list is called inside a filter, `for`, `some` or `every`.
///
/// The evaluator stores the element itself in `slot` (if anybody looks at it) and each named entry of
/// it in a slot of its own, so that a row of a table need not become a context:
///
///     专职人员[持证 and 年薪 > 5]   slot nil, entries 持证 -> 4, 年薪 -> 5
package struct Binding: Sendable {
  package struct Entry: Sendable {
    package let name: String
    /// The column of a table with this name, if the elements are rows; a hint, to be confirmed by name.
    package let column: Int?
    package let slot: Int
    /// What the name means where the element has no such entry; `nil`: null, no such entry.
    package let otherwise: Step?
  }

  /// `item`, or the variable.
  package let slot: Int?
  package let entries: [Entry]
}

package struct Iteration: Sendable {
  package enum Domain: Sendable {
    case list(Step)
    /// `low..high`, both ends included, counting up or down.
    case span(Step, Step)
  }

  package let binding: Binding
  package let domain: Domain
}

/// Later iterations see the variables of earlier ones; the last runs fastest.
package struct ForStep: Sendable {
  package let iterations: [Iteration]
  /// Where the results so far are kept, if the body looks at `partial`.
  package let partial: Int?
  package let body: Step
}

package enum CallArguments: Sendable {
  case positional([Step])
  case named([(name: String, value: Step)])
}

/// A function literal.
///
/// A closure is this and a copy of the frame at the time of its making.
package struct FunctionStep: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let slot: Int
    /// What an argument is coerced to, or else is null; `any` where no type is written.
    package let shape: Shape
  }

  package let parameters: [Parameter]
  package let body: Step
  /// What the result is coerced to; `any` where nothing is declared.
  package let result: Shape
  /// Where the body finds the function itself, if it calls itself by the name of its entry.
  package let selfSlot: Int?
}
