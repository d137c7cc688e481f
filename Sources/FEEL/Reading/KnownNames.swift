import Diagnostics
import Values

/// The names that an expression may use, for finding the longest that stands at a place.
///
/// FEEL's names may hold spaces, operators and keywords (`values in a list`, `Date-Time`), so that
/// only somebody who knows the names can tell where one ends.
struct KnownNames {
  /// Longer names are not found: looking for one must not cost more than this, however many there are.
  private static let maximumLength = 240

  private var all: Set<String> = []
  /// How long names may be that begin with a word, in bytes, however their accents are written.
  private var lengths: [String: Int] = [:]

  mutating func insert(_ name: String) {
    let length = name.utf8.count
    // A plain word needs no help from here.
    guard length <= Self.maximumLength,
      name.unicodeScalars.contains(where: { !NameCharacters.continuesName($0) }),
      all.insert(name).inserted
    else { return }
    let word = Self.firstWord(of: name)
    // Canonically equivalent texts are one name. Written as base letter and marks, a letter takes at most
    // three times the bytes.
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    lengths[word] = max(lengths[word] ?? 0, isPlain ? length : 3 * length)
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
    guard case .word(let first) = word.kind, let limit = lengths[first] else { return nil }
    var best: (name: String, end: Int)?
    var name = first
    var offset = word.span.end
    while name.utf8.count < limit, let (scalar, length) = lexer.scalar(at: offset) {
      if NameCharacters.isSpace(scalar) {
        if name.last != " " { name += " " }
        offset += length
        continue
      }
      if NameCharacters.continuesName(scalar), !lexer.isForeign(scalar) {
        // A name never ends within a word: `rate` is not found in `rates`.
        let end = lexer.word(at: offset).span.end
        name += lexer.text(offset, end)
        offset = end
      } else {
        name.unicodeScalars.append(scalar)
        offset += length
      }
      if all.contains(name) { best = (name, offset) }
    }
    return best
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
