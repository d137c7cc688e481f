import Diagnostics
import Values

extension Reader {
  mutating func readExpression() -> Syntax {
    guard depth < Self.maximumDepth, depth < StackRoom.levelsForFree || stack.isLeft() else {
      giveUp(.expressionTooDeep(at: place(token.span)))
      return missing(at: token.span)
    }
    depth += 1
    defer { depth -= 1 }
    return readBinary(above: .or)
  }

  /// How tightly operators bind, loosest first.
  enum Precedence: Int, Comparable {
    case or, and, comparison, sum, product, power, unary

    static func < (left: Precedence, right: Precedence) -> Bool {
      left.rawValue < right.rawValue
    }

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
  }

  /// Reads an operand and every operator behind it that binds at least as tightly as `least`.
  ///
  /// `first` is the operand, where it was read already.
  mutating func readBinary(above least: Precedence, after first: Syntax? = nil) -> Syntax {
    var left = first ?? readUnary()
    while let precedence = precedence(of: token), precedence >= least {
      let start = left.span.start
      switch precedence {
      case .or, .and: left = readLogic(left, precedence)
      case .comparison: left = readComparison(left)
      case .sum, .product, .power, .unary:
        guard case .symbol(let symbol) = token.kind,
          let sign = Operator.Arithmetic(rawValue: symbol.rawValue)
        else { return left }
        advance()
        let right = readBinary(above: precedence.next)
        left = node(.arithmetic(sign, left, right), from: start, over: [left, right])
      }
    }
    return left
  }

  private func precedence(of token: Token) -> Precedence? {
    switch token.kind {
    case .word("or"): .or
    case .word("and"): .and
    case .word("between"), .word("in"): .comparison
    case .symbol(let symbol):
      switch symbol {
      case .equal, .unequal, .less, .atMost, .greater, .atLeast: .comparison
      case .plus, .minus: .sum
      case .star, .slash: .product
      case .power: .power
      default: nil
      }
    default: nil
    }
  }

  /// A chain of one word is one node, however long.
  private mutating func readLogic(_ first: Syntax, _ precedence: Precedence) -> Syntax {
    let word = precedence == .and ? "and" : "or"
    var terms = [first]
    while take(word: word) {
      terms.append(readBinary(above: precedence.next))
    }
    return node(
      precedence == .and ? .and(terms) : .or(terms), from: first.span.start, over: terms)
  }

  private mutating func readComparison(_ left: Syntax) -> Syntax {
    let start = left.span.start
    if take(word: "between") { return readBetween(left) }
    if take(word: "in") { return readIn(left) }
    let sign = token
    guard let comparison = takeComparison() else { return left }
    if comparison == .less, token.isSymbol(.greater), sign.span.end == token.span.start {
      let span = sign.span.joined(token.span)
      report(.foreignOperator("<>", instead: "!=", at: place(span)), at: span.start)
      advance()
    }
    let right = readBinary(above: .sum)
    return node(.comparison(comparison, left, right), from: start, over: [left, right])
  }

  mutating func takeComparison() -> Operator.Comparison? {
    guard case .symbol(let symbol) = token.kind,
      let comparison = Operator.Comparison(rawValue: symbol.rawValue)
    else { return nil }
    advance()
    return comparison
  }

  private mutating func readBetween(_ value: Syntax) -> Syntax {
    let low = readBinary(above: .sum)
    guard take(word: "and") else {
      report(.missingWord("and", after: "between", at: place(token.span)), at: token.span.start)
      return missing(at: Span(value.span.start, end))
    }
    let high = readBinary(above: .sum)
    return node(
      .between(value, low: low, high: high), from: value.span.start, over: [value, low, high])
  }

  private mutating func readUnary() -> Syntax {
    let start = token.span.start
    // `----1` must not cost a frame of the stack for each sign.
    var signs = 0
    while take(.minus) { signs += 1 }
    var operand = readInstance()
    if signs > Self.maximumDepth {
      giveUp(.expressionTooDeep(at: place(Span(start, start + 1))))
      return missing(at: Span(start, end))
    }
    for _ in 0..<signs { operand = node(.negation(operand), from: start, over: [operand]) }
    return operand
  }

  private mutating func readInstance() -> Syntax {
    var value = readPostfix()
    while token.isWord("instance") {
      advance()
      guard take(word: "of") else {
        report(.missingWord("of", after: "instance", at: place(token.span)), at: token.span.start)
        return missing(at: Span(value.span.start, end))
      }
      let type = readType()
      value = node(.instance(value, type), from: value.span.start, over: [value])
    }
    return value
  }
}
