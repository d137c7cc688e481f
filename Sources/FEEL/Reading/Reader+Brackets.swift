import Diagnostics
import Values

extension Reader {
  /// `(a)`, a range `(1..2]`, or a range with one end `(< 5)`.
  mutating func readParenthesis() -> Syntax {
    let opening = token.span
    advance()
    if let comparison = takeComparison() {
      let limit = readEnd()
      close(.closeParenthesis, opening: opening)
      return oneEnded(comparison, limit, from: opening.start)
    }
    let first = readEnd()
    if take(.dots) {
      return readHigh(low: first, includesLow: false, opening: opening)
    }
    close(.closeParenthesis, opening: opening)
    // The parentheses belong to the span, so that a message marks what was written.
    return Syntax(form: first.form, span: Span(opening.start, end), height: first.height)
  }

  /// A list, or a range that includes its low end.
  mutating func readBracket() -> Syntax {
    let opening = token.span
    advance()
    let outerEnd = rangeEndDepth
    rangeEndDepth = nil
    defer { rangeEndDepth = outerEnd }
    var members: [Syntax] = []
    if !token.isSymbol(.closeBracket) {
      let first = readEnd()
      if take(.dots) {
        return readHigh(low: first, includesLow: true, opening: opening)
      }
      members.append(first)
      while take(.comma) { members.append(readExpression()) }
    }
    close(.closeBracket, opening: opening)
    return node(.list(members), from: opening.start, over: members)
  }

  /// `]1..2]`, which excludes its low end.
  mutating func readRange() -> Syntax {
    let opening = token.span
    advance()
    let low = readEnd()
    guard take(.dots) else {
      report(.expectedDots(shown(token), at: place(token.span)), at: token.span.start)
      return missing(at: Span(opening.start, end))
    }
    return readHigh(low: low, includesLow: false, opening: opening)
  }

  /// The text of a range with both ends literal, of which one may be left out: `[2..)`, `(..2]`.
  ///
  /// - Returns: `nil` where the text is no range.
  /// - Source: DMN 1.5, clause 10.3.1.2, grammar rule 66.
  mutating func readWholeRangeLiteral() -> RangeSyntax? {
    let opening = token.span
    let includesLow = token.isSymbol(.openBracket)
    guard includesLow || token.isSymbol(.openParenthesis) || token.isSymbol(.closeBracket) else {
      return nil
    }
    advance()
    // Only an end that excludes itself may be left out.
    let low = token.isSymbol(.dots) && !includesLow ? nil : readEnd()
    guard take(.dots) else { return nil }
    if let low, token.isSymbol(.closeParenthesis) || token.isSymbol(.openBracket),
      peek().kind == .end
    {
      return RangeSyntax(low: low, high: nil, includesLow: includesLow, includesHigh: false)
    }
    let range = readHigh(low: low, includesLow: includesLow, opening: opening)
    expectEnd()
    guard case .range(let written) = range.form else { return nil }
    return written
  }

  mutating func readHigh(low: Syntax?, includesLow: Bool, opening: Span) -> Syntax {
    let outerEnd = rangeEndDepth
    rangeEndDepth = depth
    let high = readExpression()
    rangeEndDepth = outerEnd
    let includesHigh: Bool
    if take(.closeBracket) {
      includesHigh = true
    } else if take(.openBracket) {
      includesHigh = false
    } else {
      close(.closeParenthesis, opening: opening)
      includesHigh = false
    }
    return node(
      .range(
        RangeSyntax(
          low: low, high: high, includesLow: includesLow, includesHigh: includesHigh)),
      from: opening.start, over: [low, high].compactMap { $0 })
  }

  private mutating func readEnd() -> Syntax {
    let outerEnd = rangeEndDepth
    rangeEndDepth = nil
    defer { rangeEndDepth = outerEnd }
    return readExpression()
  }

  /// Whether the present `[` closes a range (`[1..10[`) rather than opening a filter.
  ///
  /// It does where nothing could be a condition behind it: the end, a closing bracket, a comma, an
  /// operator, a dot.
  var isEndOfRange: Bool {
    guard rangeEndDepth != nil else { return false }
    switch peek().kind {
    case .end: return true
    case .word(let word):
      return ["and", "or", "in", "between", "instance", "then", "else", "return", "satisfies"]
        .contains(word)
    case .symbol(let symbol):
      switch symbol {
      case .openParenthesis, .openBracket, .openBrace, .minus, .at: return false
      default: return true
      }
    case .number, .string: return false
    }
  }

  mutating func oneEnded(
    _ comparison: Operator.Comparison, _ limit: Syntax, from start: Int
  ) -> Syntax {
    let range: RangeSyntax
    switch comparison {
    case .less, .atMost:
      range = RangeSyntax(
        low: nil, high: limit, includesLow: false, includesHigh: comparison == .atMost)
    case .greater, .atLeast:
      range = RangeSyntax(
        low: limit, high: nil, includesLow: comparison == .atLeast, includesHigh: false)
    case .equal:
      range = RangeSyntax(
        low: limit, high: limit, includesLow: true, includesHigh: true, isPoint: true)
    case .unequal:
      // What is not equal lies between no two ends: in a rubric nothing could be proven of it.
      guard lexer.mode == .lenient else {
        let span = Span(start, end)
        report(.expectedExpression("!=", at: place(span)), at: start)
        return missing(at: span)
      }
      range = RangeSyntax(
        low: nil, high: nil, includesLow: false, includesHigh: false, excluded: limit)
    }
    return node(.range(range), from: start, over: [limit])
  }
}
