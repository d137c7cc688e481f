import Diagnostics
import Values

/// An expression as written.
///
/// Nothing is resolved yet; what could not be read is `missing`.
struct Syntax {
  let form: Form
  let span: Span
  /// Steps down to the deepest leaf: what a pass over the tree needs of the stack.
  let height: Int

  indirect enum Form {
    /// Nothing could be read here, and that was reported.
    case missing
    case null
    case boolean(Bool)
    case number(Number)
    case string(String)
    /// `@"2024-01-01"`
    case at(String)
    case name(String)

    case list([Syntax])
    case context([EntrySyntax])
    case range(RangeSyntax)

    case negation(Syntax)
    case arithmetic(Operator.Arithmetic, Syntax, Syntax)
    case comparison(Operator.Comparison, Syntax, Syntax)
    case between(Syntax, low: Syntax, high: Syntax)
    case `in`(Syntax, [TestSyntax])
    case and([Syntax])
    case or([Syntax])
    case instance(Syntax, TypeSyntax)

    case path(Syntax, NameSyntax)
    case filter(Syntax, Syntax)
    case call(Syntax, ArgumentsSyntax)

    case `if`(Syntax, then: Syntax, otherwise: Syntax)
    case `for`([IterationSyntax], body: Syntax)
    case some([IterationSyntax], satisfies: Syntax)
    case every([IterationSyntax], satisfies: Syntax)
    case function([ParameterSyntax], body: Syntax)
    /// A function whose body is in another language.
    case external([ParameterSyntax])
  }
}

/// A name with its single spaces, and where it stands.
struct NameSyntax {
  let name: String
  let span: Span
}

struct EntrySyntax {
  let name: NameSyntax
  let value: Syntax
}

/// An end without a syntax has no limit, as in `(< 5)`.
struct RangeSyntax {
  let low: Syntax?
  let high: Syntax?
  let includesLow: Bool
  let includesHigh: Bool
  /// Written as `(= 5)`.
  var isPoint = false
  /// What `(!= 5)` excludes; there are no ends then.
  var excluded: Syntax?
}

/// What stands on the right of `in`, or in a cell of a decision table.
enum TestSyntax {
  /// `> 5`
  case comparison(Operator.Comparison, Syntax, Span)
  case expression(Syntax)

  var span: Span {
    switch self {
    case .comparison(_, _, let span): span
    case .expression(let syntax): syntax.span
    }
  }
}

/// Unary tests as written: `-`, `not(…)`, or tests of which one must hold.
struct TestsSyntax {
  let tests: [TestSyntax]
  let isNegated: Bool
  let span: Span
}

enum ArgumentsSyntax {
  case positional([Syntax])
  case named([(name: NameSyntax, value: Syntax)])
}

struct IterationSyntax {
  enum Domain {
    case list(Syntax)
    /// `1..10`
    case span(Syntax, Syntax)
  }

  let variable: NameSyntax
  let domain: Domain
}

struct ParameterSyntax {
  let name: NameSyntax
  let type: TypeSyntax?
}

/// A type as written after `instance of` or at a parameter.
struct TypeSyntax {
  indirect enum Form {
    /// `number`, `date and time`, `Any`, or a name that FEEL does not know.
    case named(String)
    case list(TypeSyntax)
    case range(TypeSyntax)
    case context([(name: NameSyntax, type: TypeSyntax)])
    case function([TypeSyntax], result: TypeSyntax)
  }

  let form: Form
  let span: Span
}
