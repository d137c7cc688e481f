import Diagnostics
import Values

extension Reader {
  mutating func readPrimary() -> Syntax {
    let start = token.span.start
    switch token.kind {
    case .number(let text):
      let span = token.span
      advance()
      guard let number = Number(text) else {
        report(.numberOutOfReach(text, at: place(span)), at: start)
        return missing(at: span)
      }
      return node(.number(number), from: start)
    case .string(let text):
      advance()
      return node(.string(text), from: start)
    case .symbol(.at): return readAtLiteral()
    case .symbol(.openParenthesis): return readParenthesis()
    case .symbol(.openBracket): return readBracket()
    case .symbol(.closeBracket): return readRange()
    case .symbol(.openBrace): return readContext()
    case .word(let word): return readWord(word)
    case .symbol, .end:
      report(.expectedExpression(shown(token), at: place(token.span)), at: start)
      return readBehindStrayOperators(from: start)
    }
  }

  /// A stray operator is stepped over, so that what follows it is read as well.
  private mutating func readBehindStrayOperators(from start: Int) -> Syntax {
    let before = token.span.start
    while isStrayOperator { advance() }
    if token.span.start > before, startsPrimary { return readPrimary() }
    return missing(at: Span(start, max(start, end)))
  }

  private var isStrayOperator: Bool {
    switch token.kind {
    case .symbol(let symbol):
      switch symbol {
      case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .openBrace,
        .closeBrace, .comma, .at:
        false
      default: true
      }
    default: false
    }
  }

  private var startsPrimary: Bool {
    switch token.kind {
    case .number, .string, .symbol(.openParenthesis), .symbol(.openBracket),
      .symbol(.openBrace), .symbol(.at):
      true
    case .word(let word): !NameCharacters.keywords.contains(word)
    default: false
    }
  }

  private mutating func readWord(_ word: String) -> Syntax {
    let span = token.span
    let next = peek()
    switch word {
    case "if": return readIf()
    case "for": return readFor()
    case "some", "every": return readQuantifier(word)
    case "function" where next.isSymbol(.openParenthesis): return readFunction()
    case "null":
      advance()
      return node(.null, from: span.start)
    case "true", "false":
      advance()
      return node(.boolean(word == "true"), from: span.start)
    case _ where NameCharacters.keywords.contains(word):
      report(.expectedExpression(word, at: place(span)), at: span.start)
      return missing(at: Span(span.start, span.start))
    default: break
    }
    return readName(word)
  }

  private mutating func readName(_ word: String) -> Syntax {
    let start = token.span
    var best = names.longest(at: token, in: lexer)
    if filterDepth > 0, let entry = entryNames.longest(at: token, in: lexer),
      entry.end > best?.end ?? 0
    {
      best = entry
    }
    if let builtin = functionNames.longest(at: token, in: lexer),
      builtin.end > best?.end ?? 0, isCall(at: builtin.end)
    {
      best = builtin
    }
    if let (name, end) = best {
      advance(to: end)
      return node(.name(name), from: start.start)
    }
    advance()
    let name = joined(word, from: start)
    end = name.span.end
    return node(.name(name.name), from: start.start)
  }

  private func isCall(at offset: Int) -> Bool {
    var ahead = lexer
    let next = ahead.token(from: offset)
    return next.isSymbol(.openParenthesis)
  }

  private mutating func readAtLiteral() -> Syntax {
    let start = token.span.start
    advance()
    guard case .string(let text) = token.kind else {
      report(.expectedExpression(shown(token), at: place(token.span)), at: token.span.start)
      return missing(at: Span(start, end))
    }
    advance()
    return node(.at(text), from: start)
  }

  private mutating func readContext() -> Syntax {
    let opening = token.span
    advance()
    let outerEnd = rangeEndDepth
    rangeEndDepth = nil
    defer { rangeEndDepth = outerEnd }
    var entries: [EntrySyntax] = []
    if !token.isSymbol(.closeBrace) {
      repeat {
        guard let name = readKey() else { break }
        // A function may call itself, so its name is known inside it.
        names.insert(name.name)
        entryNames.insert(name.name)
        entries.append(EntrySyntax(name: name, value: readExpression()))
      } while take(.comma)
    }
    close(.closeBrace, opening: opening)
    return node(.context(entries), from: opening.start, over: entries.map(\.value))
  }

  /// The key of an entry with its colon.
  private mutating func readKey() -> NameSyntax? {
    let start = token.span
    let key: NameSyntax
    if case .string(let text) = token.kind {
      advance()
      key = NameSyntax(name: text, span: start)
    } else if holdsApostrophe, let name = takeArgumentName() {
      return name
    } else if case .word = token.kind {
      // Everything up to the colon: a key may hold any symbol that names may hold.
      repeat { advance() } while isPartOfKey
      key = NameSyntax(
        name: Self.normalized(lexer.text(start.start, end)), span: Span(start.start, end))
    } else {
      report(.expectedName(shown(token), at: place(token.span)), at: token.span.start)
      return nil
    }
    guard take(.colon) else {
      report(.expectedColon(key.name, at: place(token.span)), at: token.span.start)
      return nil
    }
    return key
  }

  /// Whether the word here goes on with an apostrophe (`l’été`), which no token begins with.
  private var holdsApostrophe: Bool {
    guard case .word = token.kind, let next = lexer.scalar(at: token.span.end) else { return false }
    return next.scalar == "'" || next.scalar == "\u{2019}"
  }

  private var isPartOfKey: Bool {
    switch token.kind {
    case .word, .number: true
    case .symbol(.dot), .symbol(.slash), .symbol(.minus), .symbol(.plus), .symbol(.star): true
    default: false
    }
  }
}
