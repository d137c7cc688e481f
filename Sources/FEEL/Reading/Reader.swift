import Diagnostics
import Values

/// Reads FEEL: text in, syntax out, and every mistake on the way.
///
/// - Source: DMN 1.5, clause 10.3.1.2.
struct Reader {
  /// Deeper expressions are refused: every pass over the tree needs stack for each level.
  static let maximumDepth = 200
  /// Longer expressions are refused: no person writes them, and reading must stay quick.
  static let maximumLength = 200_000

  var lexer: Lexer
  var token: Token
  /// Where the last token that was taken ends.
  var end = 0
  /// Names of the scope and of variables; what is learnt inside a body stays known after it.
  var names: KnownNames
  /// Names that may follow a dot or stand in a filter.
  var entryNames: KnownNames
  /// Names that stand before a parenthesis: those of functions that FEEL brings along.
  let functionNames: KnownNames
  var depth = 0
  var stack = StackRoom()
  var filterDepth = 0
  /// Set while the high end of a range is read, where a `[` may close it.
  var rangeEndDepth: Int?
  private(set) var diagnostics = Diagnostics()
  private var lastMistake = -1
  private var gaveUp = false

  /// Begins to read; `local` are names that stand around the passage, beside those of the scope.
  init(
    _ passage: Passage, in scope: Scope, local: [Scope.Entry], functions: KnownNames, mode: Mode
  ) {
    var names = KnownNames()
    var entryNames = KnownNames()
    for entry in scope.entries + local {
      names.insert(entry.name)
      entryNames.insertEntries(of: entry.shape)
    }
    for property in ["time offset", "start included", "end included"] {
      entryNames.insert(property)
    }
    self.names = names
    self.entryNames = entryNames
    functionNames = functions
    lexer = Lexer(passage, mode: mode)
    token = lexer.token(from: 0)
    if lexer.bytes.count > Self.maximumLength {
      giveUp(.expressionTooLong(at: lexer.place(0, 1)))
    }
    collect()
  }

  // MARK: Whole texts

  mutating func readWholeExpression() -> Syntax {
    let syntax = readExpression()
    expectEnd()
    return syntax
  }

  mutating func expectEnd() {
    if token.kind != .end, !gaveUp {
      report(.unexpectedText(shown(token), at: place(token.span)), at: token.span.start)
    }
  }

  // MARK: Tokens

  mutating func advance() {
    end = token.span.end
    token = lexer.token(from: end)
    collect()
  }

  /// Goes on behind a name that ended at `offset`.
  mutating func advance(to offset: Int) {
    end = offset
    token = lexer.token(from: end)
    collect()
  }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard token.isWord(word) else { return false }
    advance()
    return true
  }

  /// The token behind the present one.
  func peek() -> Token {
    var ahead = lexer
    return ahead.token(from: token.span.end)
  }

  /// Takes the bracket that closes the one at `opening`, or reports that it is never closed.
  mutating func close(_ symbol: Token.Symbol, opening: Span) {
    if take(symbol) { return }
    report(
      .unclosedBracket(lexer.text(opening.start, opening.end), at: place(opening)),
      at: token.span.start)
    skip(to: symbol)
  }

  /// After a mistake: skips to the closing bracket that is waited for, past nested ones.
  private mutating func skip(to symbol: Token.Symbol) {
    var nested = 0
    while token.kind != .end {
      switch token.kind {
      case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): nested += 1
      case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace):
        if nested == 0 {
          if token.isSymbol(symbol) { advance() }
          return
        }
        nested -= 1
      default: break
      }
      advance()
    }
  }

  // MARK: Mistakes

  mutating func report(_ diagnostic: Diagnostic, at offset: Int) {
    // One place, one message: what follows a mistake at the same token is its echo.
    guard offset > lastMistake, !gaveUp else { return }
    lastMistake = offset
    diagnostics.report(diagnostic)
  }

  /// Reports and reads no further.
  mutating func giveUp(_ diagnostic: Diagnostic) {
    if !gaveUp { diagnostics.report(diagnostic) }
    gaveUp = true
    let count = lexer.bytes.count
    token = Token(kind: .end, span: Span(count, count))
    end = count
  }

  private mutating func collect() {
    for mistake in lexer.takeMistakes() where !gaveUp { diagnostics.report(mistake) }
    if gaveUp {
      let count = lexer.bytes.count
      token = Token(kind: .end, span: Span(count, count))
    }
  }

  func place(_ span: Span) -> Place {
    // An empty span at the end still marks the last character.
    lexer.passage.place(of: span)
  }

  /// The token as messages show it; `nil` at the end.
  func shown(_ token: Token) -> String? {
    token.kind == .end ? nil : lexer.text(token.span.start, token.span.end)
  }

  // MARK: Nodes

  /// `levels` is how many frames a pass needs for the node itself.
  mutating func node(
    _ form: Syntax.Form, from start: Int, over children: [Syntax] = [], levels: Int = 1
  ) -> Syntax {
    let height = (children.lazy.map(\.height).max() ?? 0) + levels
    let span = Span(start, end)
    guard height <= Self.maximumDepth else {
      giveUp(.expressionTooDeep(at: place(Span(start, start + 1))))
      return missing(at: span)
    }
    return Syntax(form: form, span: span, height: height)
  }

  func missing(at span: Span) -> Syntax {
    Syntax(form: .missing, span: span, height: 1)
  }
}
