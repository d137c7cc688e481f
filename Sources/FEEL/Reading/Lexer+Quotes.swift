import Diagnostics

extension Lexer {
  /// A string literal; one that never closes ends with its line.
  mutating func string(at start: Int) -> Token {
    var text = ""
    var offset = start + 1
    while let (scalar, length) = scalar(at: offset) {
      if scalar == "\"" {
        return Token(kind: .string(text), span: Span(start, offset + 1))
      }
      if scalar == "\n" { break }
      if scalar == "\\" {
        offset = readEscape(at: offset, into: &text)
      } else {
        text.unicodeScalars.append(scalar)
        offset += length
      }
    }
    report(.unclosedString(at: place(start, start + 1)), at: start)
    return Token(kind: .string(text), span: Span(start, offset))
  }

  /// Appends what the escape at `offset` stands for, and gives the offset behind it.
  ///
  /// A backslash before any other character stands for itself, so that patterns may be written
  /// plainly (`"\d+"`).
  private func readEscape(at offset: Int, into text: inout String) -> Int {
    switch byte(offset + 1) {
    case UInt8(ascii: "n"): text += "\n"
    case UInt8(ascii: "r"): text += "\r"
    case UInt8(ascii: "t"): text += "\t"
    case UInt8(ascii: "\""): text += "\""
    case UInt8(ascii: "'"): text += "'"
    case UInt8(ascii: "\\"): text += "\\"
    case UInt8(ascii: "u"):
      guard let first = hexadecimal(at: offset + 2, count: 4) else { break }
      if (0xD800...0xDBFF).contains(first), byte(offset + 6) == UInt8(ascii: "\\"),
        byte(offset + 7) == UInt8(ascii: "u"), let second = hexadecimal(at: offset + 8, count: 4),
        (0xDC00...0xDFFF).contains(second)
      {
        append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &text)
        return offset + 12
      }
      append(first, to: &text)
      return offset + 6
    case UInt8(ascii: "U"):
      guard let value = hexadecimal(at: offset + 2, count: 6) else { break }
      append(value, to: &text)
      return offset + 8
    default: break
    }
    if let next = byte(offset + 1), "nrt\"'\\".utf8.contains(next) { return offset + 2 }
    text += "\\"
    return offset + 1
  }

  private func append(_ value: UInt32, to text: inout String) {
    text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  private func hexadecimal(at offset: Int, count: Int) -> UInt32? {
    guard offset + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + count] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// `'text'`, which FEEL does not have: reported and read as the string that was meant.
  mutating func singleQuoted(at start: Int) -> Token {
    var end = start + 1
    while let next = byte(end), next != UInt8(ascii: "'"), next != 0x0A { end += 1 }
    let content = text(start + 1, end)
    if byte(end) == UInt8(ascii: "'") { end += 1 }
    report(.singleQuotes(content, at: place(start, end)), at: start)
    return Token(kind: .string(content), span: Span(start, end))
  }

  /// In strict mode a full-width mark is reported and read as what it stands for.
  mutating func fullWidth(_ scalar: Unicode.Scalar, at start: Int, _ length: Int) -> Token? {
    guard let meant = NameCharacters.halfWidth(of: scalar) else { return nil }
    if meant == "\"" { return fullWidthString(at: start, length) }
    var end = start + length
    var written = meant
    // A number typed in full-width digits is one mistake.
    if meant.first?.isNumber == true {
      while let (next, length) = self.scalar(at: end),
        let digit = next.isASCII ? String(Character(next)) : NameCharacters.halfWidth(of: next),
        digit.first?.isNumber == true || digit == "."
      {
        written += digit
        end += length
      }
    }
    let found = text(start, end)
    let share = meant == "%" ? share(before: start) : nil
    report(
      .fullWidthPunctuation(found, instead: written, share: share, at: place(start, end)),
      at: start)
    let span = Span(start, end)
    if meant.first?.isNumber == true { return Token(kind: .number(written), span: span) }
    if meant == "?" { return Token(kind: .word("?"), span: span) }
    guard let symbol = Token.Symbol(rawValue: meant) else { return nil }
    return Token(kind: .symbol(symbol), span: span)
  }

  private mutating func fullWidthString(at start: Int, _ length: Int) -> Token {
    var text = ""
    var offset = start + length
    while let (scalar, length) = scalar(at: offset), scalar != "\n" {
      offset += length
      if scalar == "\"" || NameCharacters.halfWidth(of: scalar) == "\"" { break }
      text.unicodeScalars.append(scalar)
    }
    let found = self.text(start, offset)
    report(
      .fullWidthPunctuation(found, instead: "\"\(text)\"", at: place(start, offset)), at: start)
    return Token(kind: .string(text), span: Span(start, offset))
  }
}
