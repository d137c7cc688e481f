import Diagnostics
import Values

/// The names that an expression may use, for finding the longest that stands at a place.
///
/// FEEL's names may hold spaces, operators and keywords (`values in a list`, `Date-Time`), so that
/// only somebody who knows the names can tell where one ends.
struct KnownNames {
  /// By first word; longest first.
  private var index: [String: [[UInt8]]] = [:]
  private var known: Set<String> = []

  mutating func insert(_ name: String) {
    // A plain word needs no help from here.
    guard name.unicodeScalars.contains(where: { !NameCharacters.continuesName($0) }),
      known.insert(name).inserted
    else { return }
    let bytes = Array(name.utf8)
    var all = index[Self.firstWord(of: name)] ?? []
    all.insert(bytes, at: all.firstIndex { $0.count < bytes.count } ?? all.count)
    index[Self.firstWord(of: name)] = all
  }

  /// Inserts the name of every entry of contexts in `shape`, however deep.
  mutating func insertEntries(of shape: Shape, depth: Int = 0) {
    guard depth < 16 else { return }
    switch shape {
    case .context(let fields):
      for field in fields {
        insert(field.name)
        insertEntries(of: field.shape, depth: depth + 1)
      }
    case .list(let inner), .optional(let inner), .range(let inner):
      insertEntries(of: inner, depth: depth + 1)
    case .function(_, let result): insertEntries(of: result, depth: depth + 1)
    default: break
    }
  }

  /// The longest known name at `word`, and the offset behind it.
  ///
  /// Where the name has a space, any space will do; elsewhere none may stand.
  func longest(at word: Token, in lexer: Lexer) -> (name: String, end: Int)? {
    guard case .word(let first) = word.kind, let candidates = index[first] else { return nil }
    for candidate in candidates {
      if let end = Self.end(of: candidate, at: word.span.start, in: lexer) {
        return (String(decoding: candidate, as: UTF8.self), end)
      }
    }
    return nil
  }

  private static func end(of name: [UInt8], at start: Int, in lexer: Lexer) -> Int? {
    var offset = start
    for byte in name {
      if byte == 0x20 {
        let before = offset
        while let (scalar, length) = lexer.scalar(at: offset), NameCharacters.isSpace(scalar) {
          offset += length
        }
        if offset == before { return nil }
      } else {
        guard lexer.byte(offset) == byte else { return nil }
        offset += 1
      }
    }
    // `rate` is not found in `rates`.
    if let (next, _) = lexer.scalar(at: offset), NameCharacters.continuesName(next),
      !lexer.isForeign(next),
      let last = String(decoding: name, as: UTF8.self).unicodeScalars.last,
      NameCharacters.continuesName(last)
    {
      return nil
    }
    return offset
  }

  private static func firstWord(of name: String) -> String {
    var word = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      guard NameCharacters.continuesName(scalar) else { break }
      word.append(scalar)
    }
    return String(word)
  }
}
