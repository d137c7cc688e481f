import Diagnostics
import Values

/// Cuts a passage into tokens, from any place on demand: only the reader knows which names there are.
struct Lexer {
  let bytes: [UInt8]
  let passage: Passage
  let mode: Mode
  /// Mistakes found so far; a place that is lexed twice reports once.
  private(set) var mistakes: [Diagnostic] = []
  private var reportedUpTo = -1

  init(_ passage: Passage, mode: Mode) {
    bytes = Array(passage.text.utf8)
    self.passage = passage
    self.mode = mode
  }

  mutating func takeMistakes() -> [Diagnostic] {
    defer { mistakes = [] }
    return mistakes
  }

  mutating func report(_ diagnostic: Diagnostic, at offset: Int) {
    guard offset > reportedUpTo else { return }
    reportedUpTo = offset
    mistakes.append(diagnostic)
  }

  /// The scalar at `offset` and how many bytes it takes; `nil` at the end.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return ("\u{FFFD}", bytes.count - offset) }
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The first offset at or after `offset` that is neither space nor comment.
  mutating func skippingSpace(from offset: Int) -> Int {
    var offset = offset
    while let (scalar, length) = scalar(at: offset) {
      if NameCharacters.isSpace(scalar) {
        offset += length
      } else if scalar == "/", byte(offset + 1) == UInt8(ascii: "/") {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      } else if scalar == "/", byte(offset + 1) == UInt8(ascii: "*") {
        let start = offset
        offset += 2
        while offset < bytes.count,
          !(bytes[offset] == UInt8(ascii: "*") && byte(offset + 1) == UInt8(ascii: "/"))
        {
          offset += 1
        }
        if offset >= bytes.count {
          report(.unclosedComment(at: place(start, start + 2)), at: start)
          return bytes.count
        }
        offset += 2
      } else {
        break
      }
    }
    return offset
  }

  /// The token at the first offset at or after `offset` where there is one.
  mutating func token(from offset: Int) -> Token {
    var start = skippingSpace(from: offset)
    while let (scalar, length) = scalar(at: start) {
      if let token = token(at: start, scalar, length) { return token }
      // What FEEL has no use for was reported, and is stepped over.
      start = skippingSpace(from: start + length)
    }
    return Token(kind: .end, span: Span(bytes.count, bytes.count))
  }

  private mutating func token(
    at start: Int, _ scalar: Unicode.Scalar, _ length: Int
  ) -> Token? {
    if isForeign(scalar) { return fullWidth(scalar, at: start, length) }
    if NameCharacters.startsName(scalar) { return word(at: start) }
    switch scalar {
    case "0"..."9": return number(at: start)
    case ".":
      if let next = byte(start + 1), (0x30...0x39).contains(next) { return number(at: start) }
      if byte(start + 1) == UInt8(ascii: ".") { return symbol(.dots, start, 2) }
      return symbol(.dot, start, 1)
    case "\"": return string(at: start)
    case "'": return singleQuoted(at: start)
    default: break
    }
    if let symbol = twoByteSymbol(at: start) ?? oneByteSymbol(at: start) { return symbol }
    let share = scalar == "%" ? share(before: start) : nil
    report(
      .unexpectedCharacter(scalar, share: share, at: place(start, start + length)), at: start)
    return nil
  }

  /// Whether a word stands at `offset` with nothing of a name behind it.
  func word(at offset: Int) -> Token {
    var end = offset
    while let (scalar, length) = scalar(at: end), NameCharacters.continuesName(scalar),
      !isForeign(scalar)
    {
      end += length
    }
    return Token(kind: .word(text(offset, end)), span: Span(offset, end))
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, min(end, bytes.count))], as: UTF8.self)
  }

  func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  func place(_ start: Int, _ end: Int) -> Place {
    passage.place(of: Span(start, end))
  }

  /// Whether `scalar` may not be a part of a name here, although the standard would let it.
  func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    mode == .strict && NameCharacters.halfWidth(of: scalar) != nil
  }

  /// What the number in front of a sign for per cent would be without the sign: `0.9` for `90%`.
  func share(before offset: Int) -> (percent: String, share: String)? {
    var end = offset
    while let space = byte(end - 1), space == 0x20 { end -= 1 }
    var start = end
    while let digit = byte(start - 1), (0x30...0x39).contains(digit) || digit == 0x2E {
      start -= 1
    }
    let text = text(start, end)
    guard start < end, let hundredth = Number("0.01"),
      let share = Number(text)?.multiplied(by: hundredth)
    else { return nil }
    return (text, share.description)
  }

  private func number(at start: Int) -> Token {
    var end = start
    func digits() { while let next = byte(end), (0x30...0x39).contains(next) { end += 1 } }
    digits()
    if byte(end) == UInt8(ascii: "."), let next = byte(end + 1), (0x30...0x39).contains(next) {
      end += 1
      digits()
    }
    if let mark = byte(end), mark | 0x20 == UInt8(ascii: "e") {
      var next = end + 1
      if let sign = byte(next), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { next += 1 }
      if let digit = byte(next), (0x30...0x39).contains(digit) {
        end = next
        digits()
      }
    }
    return Token(kind: .number(text(start, end)), span: Span(start, end))
  }

  func symbol(_ symbol: Token.Symbol, _ start: Int, _ length: Int) -> Token {
    Token(kind: .symbol(symbol), span: Span(start, start + length))
  }

  private mutating func twoByteSymbol(at start: Int) -> Token? {
    switch text(start, start + 2) {
    case "**": return symbol(.power, start, 2)
    case "!=": return symbol(.unequal, start, 2)
    case "<=": return symbol(.atMost, start, 2)
    case ">=": return symbol(.atLeast, start, 2)
    case "==":
      report(.foreignOperator("==", instead: "=", at: place(start, start + 2)), at: start)
      return symbol(.equal, start, 2)
    case "&&", "||":
      // Read as the word that was meant, so that what follows is read as its operand.
      let written = text(start, start + 2)
      let meant = written == "&&" ? "and" : "or"
      report(.foreignOperator(written, instead: meant, at: place(start, start + 2)), at: start)
      return Token(kind: .word(meant), span: Span(start, start + 2))
    default: return nil
    }
  }

  private func oneByteSymbol(at start: Int) -> Token? {
    guard let found = Token.Symbol(rawValue: text(start, start + 1)) else { return nil }
    return symbol(found, start, 1)
  }
}
