import Diagnostics
import Values

extension Reader {
  /// A cell of a decision table: `-`, `not(…)`, or tests with commas between.
  mutating func readWholeTests() -> TestsSyntax {
    let start = token.span.start
    if token.isSymbol(.minus), peek().kind == .end {
      advance()
      return TestsSyntax(tests: [], isNegated: false, span: Span(start, end))
    }
    if token.isWord("not"), peek().isSymbol(.openParenthesis) {
      let checkpoint = self
      advance()
      let opening = token.span
      advance()
      let tests = readTests()
      close(.closeParenthesis, opening: opening)
      if token.kind == .end {
        return TestsSyntax(tests: tests, isNegated: true, span: Span(start, end))
      }
      // `not(a) and b` is an expression that begins with a call.
      self = checkpoint
    }
    let tests = readTests()
    expectEnd()
    return TestsSyntax(tests: tests, isNegated: false, span: Span(start, end))
  }

  private mutating func readTests() -> [TestSyntax] {
    var tests: [TestSyntax] = []
    repeat { tests.append(readTest()) } while take(.comma)
    return tests
  }

  /// `> 5`, or any expression.
  private mutating func readTest() -> TestSyntax {
    let start = token.span.start
    guard let comparison = takeComparison() else { return .expression(readExpression()) }
    let limit = readBinary(above: .sum)
    return .comparison(comparison, limit, Span(start, end))
  }

  /// The right of `in`: one test, or several in parentheses.
  mutating func readIn(_ value: Syntax) -> Syntax {
    let start = value.span.start
    let tests: [TestSyntax]
    if token.isSymbol(.openParenthesis) {
      tests = readTestsInParentheses()
    } else if let comparison = takeComparison() {
      let testStart = end
      let limit = readBinary(above: .sum)
      tests = [.comparison(comparison, limit, Span(testStart, end))]
    } else {
      tests = [.expression(readBinary(above: .sum))]
    }
    let children = tests.map { test in
      switch test {
      case .comparison(_, let syntax, _), .expression(let syntax): syntax
      }
    }
    return node(.in(value, tests), from: start, over: [value] + children)
  }

  /// `(1..5]`, `(a + b) * 2` and `(a).b` are one expression that begins with a parenthesis: it is
  /// gone on with, never read again, so that nesting costs no more than its length.
  private mutating func readTestsInParentheses() -> [TestSyntax] {
    let opening = token.span
    advance()
    var tests: [TestSyntax] = []
    repeat { tests.append(readTest()) } while take(.comma)
    guard tests.count == 1, let first = tests.first else {
      close(.closeParenthesis, opening: opening)
      return tests
    }
    if case .expression(let low) = first, take(.dots) {
      return [.expression(readRest(readHigh(low: low, includesLow: false, opening: opening)))]
    }
    close(.closeParenthesis, opening: opening)
    switch token.kind {
    case .symbol(.dot), .symbol(.openBracket), .symbol(.plus), .symbol(.minus), .symbol(.star),
      .symbol(.slash), .symbol(.power):
      switch first {
      case .expression(let syntax): return [.expression(readRest(syntax))]
      case .comparison(let comparison, let limit, _):
        return [.expression(readRest(oneEnded(comparison, limit, from: opening.start)))]
      }
    default: return tests
    }
  }

  /// What stands behind a primary that was read already.
  private mutating func readRest(_ primary: Syntax) -> Syntax {
    if isEndOfRange { return primary }
    return readBinary(above: .sum, after: readPostfix(after: primary))
  }
}
