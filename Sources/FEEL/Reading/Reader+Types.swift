import Diagnostics
import Values

extension Reader {
  /// Types of more than one word.
  private static let typeNames: KnownNames = {
    var names = KnownNames()
    for name in ["date and time", "days and time duration", "years and months duration"] {
      names.insert(name)
    }
    return names
  }()

  /// The deepest nesting of types that is read.
  private static let maximumTypeDepth = 32

  mutating func readType(depth: Int = 0) -> TypeSyntax {
    let start = token.span.start
    guard case .word(let word) = token.kind, depth < Self.maximumTypeDepth else {
      report(.expectedType(shown(token), at: place(token.span)), at: start)
      return TypeSyntax(form: .named("Any"), span: token.span)
    }
    if let (name, end) = Self.typeNames.longest(at: token, in: lexer) {
      advance(to: end)
      return TypeSyntax(form: .named(name), span: Span(start, end))
    }
    advance()
    if token.isSymbol(.less) {
      switch word {
      case "list", "range":
        let inner = readInBrackets { $0.readType(depth: depth + 1) }
        return TypeSyntax(
          form: word == "list" ? .list(inner) : .range(inner), span: Span(start, end))
      case "context": return readContextType(from: start, depth: depth)
      default: break
      }
    }
    if word == "function", token.isSymbol(.less) || token.isSymbol(.minus) {
      return readFunctionType(from: start, depth: depth)
    }
    let name = joined(word, from: Span(start, end))
    return TypeSyntax(form: .named(name.name), span: name.span)
  }

  private mutating func readInBrackets<Part>(_ read: (inout Reader) -> Part) -> Part {
    advance()
    let part = read(&self)
    closeType()
    return part
  }

  private mutating func readContextType(from start: Int, depth: Int) -> TypeSyntax {
    let fields = readInBrackets { reader in
      var fields: [(name: NameSyntax, type: TypeSyntax)] = []
      while case .word(let word) = reader.token.kind {
        let nameStart = reader.token.span
        reader.advance()
        let name = reader.joined(word, from: nameStart)
        guard reader.take(.colon) else {
          let span = reader.token.span
          reader.report(.expectedColon(name.name, at: reader.place(span)), at: span.start)
          break
        }
        reader.entryNames.insert(name.name)
        fields.append((name, reader.readType(depth: depth + 1)))
        if !reader.take(.comma) { break }
      }
      return fields
    }
    return TypeSyntax(form: .context(fields), span: Span(start, end))
  }

  private mutating func readFunctionType(from start: Int, depth: Int) -> TypeSyntax {
    var parameters: [TypeSyntax] = []
    if take(.less) {
      if !token.isSymbol(.greater) {
        repeat { parameters.append(readType(depth: depth + 1)) } while take(.comma)
      }
      closeType()
    }
    guard take(.minus), take(.greater) else {
      report(.expectedType(shown(token), at: place(token.span)), at: token.span.start)
      return TypeSyntax(form: .named("Any"), span: Span(start, end))
    }
    let result = readType(depth: depth + 1)
    return TypeSyntax(
      form: .function(parameters, result: result), span: Span(start, end))
  }

  /// Takes one `>`; in `list<list<number>>=x` the lexer sees `>=`, which is split.
  private mutating func closeType() {
    switch token.kind {
    case .symbol(.greater): advance()
    case .symbol(.atLeast): advance(to: token.span.start + 1)
    default:
      report(.expectedType(shown(token), at: place(token.span)), at: token.span.start)
    }
  }
}
