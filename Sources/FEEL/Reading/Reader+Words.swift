import Diagnostics
import Values

extension Reader {
  mutating func readIf() -> Syntax {
    let start = token.span.start
    advance()
    let condition = readExpression()
    expect(word: "then", after: "if")
    let then = readExpression()
    expect(word: "else", after: "if")
    let otherwise = readExpression()
    return node(
      .if(condition, then: then, otherwise: otherwise), from: start,
      over: [condition, then, otherwise])
  }

  mutating func readFor() -> Syntax {
    let start = token.span.start
    advance()
    let iterations = readIterations(after: "for")
    expect(word: "return", after: "for")
    let body = readExpression()
    return node(
      .for(iterations, body: body), from: start, over: domains(iterations) + [body],
      levels: iterations.count)
  }

  mutating func readQuantifier(_ word: String) -> Syntax {
    let start = token.span.start
    advance()
    let iterations = readIterations(after: word)
    expect(word: "satisfies", after: word)
    let condition = readExpression()
    return node(
      word == "some"
        ? .some(iterations, satisfies: condition) : .every(iterations, satisfies: condition),
      from: start, over: domains(iterations) + [condition], levels: iterations.count)
  }

  private mutating func readIterations(after word: String) -> [IterationSyntax] {
    var iterations: [IterationSyntax] = []
    repeat {
      guard let variable = readVariable() else { break }
      expect(word: "in", after: word)
      let first = readExpression()
      let domain: IterationSyntax.Domain
      if take(.dots) {
        domain = .span(first, readExpression())
      } else {
        domain = .list(first)
      }
      names.insert(variable.name)
      iterations.append(IterationSyntax(variable: variable, domain: domain))
    } while take(.comma)
    return iterations
  }

  /// The name of a variable: everything up to the word `in`.
  private mutating func readVariable() -> NameSyntax? {
    let start = token.span
    guard case .word(let word) = token.kind, !NameCharacters.keywords.contains(word) else {
      report(.expectedName(shown(token), at: place(token.span)), at: token.span.start)
      return nil
    }
    advance()
    return joined(word, from: start)
  }

  private func domains(_ iterations: [IterationSyntax]) -> [Syntax] {
    iterations.flatMap { iteration in
      switch iteration.domain {
      case .list(let list): [list]
      case .span(let low, let high): [low, high]
      }
    }
  }

  mutating func expect(word: String, after opening: String) {
    if take(word: word) { return }
    report(.missingWord(word, after: opening, at: place(token.span)), at: token.span.start)
  }

  /// A function literal, such as `function(a: number, b) a + b`.
  mutating func readFunction() -> Syntax {
    let start = token.span.start
    advance()
    let opening = token.span
    advance()
    var parameters: [ParameterSyntax] = []
    if !token.isSymbol(.closeParenthesis) {
      repeat {
        guard let name = readVariable() else { break }
        let type = take(.colon) ? readType() : nil
        names.insert(name.name)
        parameters.append(ParameterSyntax(name: name, type: type))
      } while take(.comma)
    }
    close(.closeParenthesis, opening: opening)
    if token.isWord("external") {
      advance()
      _ = readExpression()
      return node(.external(parameters), from: start)
    }
    let body = readExpression()
    return node(.function(parameters, body: body), from: start, over: [body])
  }
}
