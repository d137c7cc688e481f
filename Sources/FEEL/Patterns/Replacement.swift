/// What `replace` puts in the place of a match: text with `$1`, `\$` and `\\`.
///
/// - Source: Functions and Operators 3.1, section 5.6.4.
struct Replacement: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case group(Int)
  }

  private var pieces: [Piece] = []

  /// - Returns: `nil` where a `$` has no number or a `\` stands before anything but `$` and `\`.
  init?(_ text: String, for pattern: Pattern) {
    if pattern.flags.isLiteral {
      pieces = [.text(text)]
      return
    }
    var plain = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      switch scalar {
      case "\\":
        guard position < scalars.count, scalars[position] == "\\" || scalars[position] == "$" else {
          return nil
        }
        plain.append(scalars[position])
        position += 1
      case "$":
        guard let number = Self.number(in: scalars, at: &position, most: pattern.groupCount) else {
          return nil
        }
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        plain = String.UnicodeScalarView()
        pieces.append(.group(number))
      default: plain.append(scalar)
      }
    }
    if !plain.isEmpty { pieces.append(.text(String(plain))) }
  }

  /// Digits are taken while so many groups exist; the first one always.
  private static func number(
    in scalars: [Unicode.Scalar], at position: inout Int, most: Int
  ) -> Int? {
    var number: Int?
    while position < scalars.count, ("0"..."9").contains(scalars[position]) {
      let digit = Int(scalars[position].value) - 48
      if let before = number {
        guard before > 0, before * 10 + digit <= most else { break }
        number = before * 10 + digit
      } else {
        number = digit
      }
      position += 1
    }
    return number
  }

  /// Writes the replacement of one match; a group that took no part is nothing.
  ///
  /// - Returns: how many characters were written.
  func write(
    _ match: PatternMatcher.Match, in text: [Unicode.Scalar],
    to result: inout String
  ) -> Int {
    var count = 0
    for piece in pieces {
      switch piece {
      case .text(let text):
        result.append(text)
        count += text.unicodeScalars.count
      case .group(let number):
        guard let range = match.group(number) else { continue }
        result.append(scalars: text[range])
        count += range.count
      }
    }
    return count
  }
}

extension String {
  /// In place; several scalars at once would copy the whole text.
  mutating func append(scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { unicodeScalars.append(scalar) }
  }
}
