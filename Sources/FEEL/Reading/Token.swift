import Diagnostics

/// The smallest thing that the grammar speaks of.
struct Token {
  enum Kind: Equatable {
    /// A run of name characters: a keyword, a name, or a part of one.
    case word(String)
    case number(String)
    case string(String)
    case symbol(Symbol)
    case end
  }

  enum Symbol: String {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case dots = ".."
    case plus = "+"
    case minus = "-"
    case star = "*"
    case power = "**"
    case slash = "/"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case at = "@"
  }

  let kind: Kind
  let span: Span

  func isWord(_ word: String) -> Bool {
    kind == .word(word)
  }

  func isSymbol(_ symbol: Symbol) -> Bool {
    kind == .symbol(symbol)
  }
}
