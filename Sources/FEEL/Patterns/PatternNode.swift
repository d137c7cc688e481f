/// A regular expression as it was read.
indirect enum PatternNode: Sendable {
  case scalar(Unicode.Scalar)
  case anyScalar
  case set(ScalarSet)
  case lineStart
  case lineEnd
  /// What group `number` last matched, or nothing if it did not take part.
  case reference(number: Int)
  /// `number` is `nil` for `(?:…)`.
  case group(PatternNode, number: Int?)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, least: Int, most: Int?, isReluctant: Bool)

  /// Whether it can match no character at all; a reference may.
  var mayBeEmpty: Bool {
    switch self {
    case .scalar, .anyScalar, .set: false
    case .lineStart, .lineEnd, .reference: true
    case .group(let node, _): node.mayBeEmpty
    case .sequence(let nodes): nodes.allSatisfy(\.mayBeEmpty)
    case .choice(let nodes): nodes.contains(where: \.mayBeEmpty)
    case .repetition(let node, let least, _, _): least == 0 || node.mayBeEmpty
    }
  }
}

/// Why a text is not a pattern that can be run.
enum PatternFault: Error {
  case notAPattern
  /// Deeper, longer or with more repetitions than we are willing to run.
  case tooLarge
}

/// How a pattern is to be matched: the letters of the flags argument.
struct PatternFlags: Sendable {
  var dotMatchesNewline = false
  var isMultiline = false
  var ignoresCase = false
  var ignoresSpace = false
  var isLiteral = false

  /// - Returns: `nil` where a letter is no flag.
  /// - Source: XQuery and XPath Functions and Operators 3.1, section 5.6.1.1.
  init?(_ letters: String) {
    for letter in letters.unicodeScalars {
      switch letter {
      case "s": dotMatchesNewline = true
      case "m": isMultiline = true
      case "i": ignoresCase = true
      case "x": ignoresSpace = true
      case "q": isLiteral = true
      default: return nil
      }
    }
  }
}
