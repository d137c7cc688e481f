import Diagnostics
import Values

extension Reader {
  /// A primary and every path, filter and call behind it.
  mutating func readPostfix() -> Syntax {
    readPostfix(after: readPrimary())
  }

  mutating func readPostfix(after primary: Syntax) -> Syntax {
    var value = primary
    while true {
      let start = value.span.start
      switch token.kind {
      case .symbol(.dot):
        advance()
        guard let name = readEntryName() else { return missing(at: Span(start, end)) }
        value = node(.path(value, name), from: start, over: [value])
      case .symbol(.openBracket):
        // `[1..10[` ends a range; whoever reads a range's end asks first.
        if isEndOfRange { return value }
        value = readFilter(of: value)
      case .symbol(.openParenthesis):
        guard mayBeCalled(value) else { return value }
        value = readCall(of: value)
      default: return value
      }
    }
  }

  /// A literal before a parenthesis is called too: the kit asks for null, not for a refusal.
  private func mayBeCalled(_ value: Syntax) -> Bool {
    if case .missing = value.form { false } else { true }
  }

  private mutating func readFilter(of value: Syntax) -> Syntax {
    let opening = token.span
    advance()
    filterDepth += 1
    let outerEnd = rangeEndDepth
    rangeEndDepth = nil
    let condition = readExpression()
    rangeEndDepth = outerEnd
    filterDepth -= 1
    close(.closeBracket, opening: opening)
    return node(.filter(value, condition), from: value.span.start, over: [value, condition])
  }

  private mutating func readCall(of callee: Syntax) -> Syntax {
    let opening = token.span
    advance()
    let outerEnd = rangeEndDepth
    rangeEndDepth = nil
    defer { rangeEndDepth = outerEnd }
    var positional: [Syntax] = []
    var named: [(name: NameSyntax, value: Syntax)] = []
    if !token.isSymbol(.closeParenthesis) {
      repeat {
        let start = token.span.start
        if let name = takeArgumentName() {
          named.append((name, readExpression()))
        } else {
          positional.append(readExpression())
        }
        if !named.isEmpty, !positional.isEmpty {
          report(.mixedArguments(at: place(Span(start, end))), at: start)
        }
      } while take(.comma)
    }
    close(.closeParenthesis, opening: opening)
    let start = callee.span.start
    if named.isEmpty {
      return node(.call(callee, .positional(positional)), from: start, over: [callee] + positional)
    }
    return node(.call(callee, .named(named)), from: start, over: [callee] + named.map(\.value))
  }

  /// `name:` at the start of an argument, taken; `nil`, and nothing taken, where there is none.
  mutating func takeArgumentName() -> NameSyntax? {
    guard case .word = token.kind else { return nil }
    let start = token.span.start
    var offset = start
    var nameEnd = start
    while let (scalar, length) = lexer.scalar(at: offset) {
      if scalar == ":" || (lexer.isForeign(scalar) && scalar == "：") { break }
      let isSpace = NameCharacters.isSpace(scalar)
      guard isSpace || NameCharacters.continuesName(scalar) || NameCharacters.isNameSymbol(scalar)
      else { return nil }
      offset += length
      if !isSpace { nameEnd = offset }
    }
    guard offset < lexer.bytes.count else { return nil }
    let name = NameSyntax(
      name: Self.normalized(lexer.text(start, nameEnd)), span: Span(start, nameEnd))
    advance(to: nameEnd)
    advance()
    return name
  }

  /// The name behind a dot.
  private mutating func readEntryName() -> NameSyntax? {
    guard case .word(let word) = token.kind else {
      report(.expectedName(shown(token), at: place(token.span)), at: token.span.start)
      return nil
    }
    let span = token.span
    if let (name, end) = entryNames.longest(at: token, in: lexer) {
      advance(to: end)
      return NameSyntax(name: name, span: Span(span.start, end))
    }
    advance()
    return joined(word, from: span)
  }

  /// A name that nobody declared: words side by side can be nothing else than one name.
  mutating func joined(_ first: String, from span: Span) -> NameSyntax {
    var name = first
    var last = span.end
    while case .word(let next) = token.kind, !NameCharacters.keywords.contains(next) {
      name += " " + next
      last = token.span.end
      advance()
    }
    return NameSyntax(name: name, span: Span(span.start, last))
  }

  /// A name with single spaces and none at its ends.
  static func normalized(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: NameCharacters.isSpace)
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
