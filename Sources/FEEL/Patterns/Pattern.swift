/// A regular expression of XPath, ready to be run over texts.
///
/// Characters are Unicode scalars, as everywhere in FEEL.
struct Pattern: Sendable {
  let flags: PatternFlags
  let groupCount: Int
  let program: PatternProgram

  init(_ text: String, flags letters: String = "") throws(PatternFault) {
    guard let flags = PatternFlags(letters) else { throw .notAPattern }
    var reader = PatternReader(text, flags: flags)
    let node = try reader.readPattern()
    self.flags = flags
    groupCount = reader.groupCount
    program = try PatternProgram(node, groupCount: reader.groupCount)
  }

  /// Whether the pattern is found anywhere in the text.
  func isFound(in text: String) throws(PatternMatcher.LimitExceeded) -> Bool {
    var matcher = try PatternMatcher(self, over: Array(text.unicodeScalars))
    return try matcher.firstMatch(from: 0) != nil
  }

  /// All matches from left to right, none overlapping another.
  ///
  /// An empty match moves on by one character; callers that split or replace refuse such patterns.
  func matches(
    in text: [Unicode.Scalar]
  ) throws(PatternMatcher.LimitExceeded) -> [PatternMatcher.Match] {
    var matcher = try PatternMatcher(self, over: text)
    var found: [PatternMatcher.Match] = []
    var from = 0
    while from <= text.count, let match = try matcher.firstMatch(from: from) {
      found.append(match)
      from = match.end > match.start ? match.end : match.end + 1
    }
    return found
  }
}

extension Pattern {
  /// The text with every match replaced.
  ///
  /// - Throws: also when the result grows beyond the limit of a text.
  func replaceMatches(
    in text: String, by replacement: Replacement
  ) throws(PatternMatcher.LimitExceeded) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var count = 0
    var from = 0
    for match in try matches(in: scalars) {
      result.append(scalars: scalars[from..<match.start])
      count += match.start - from
      count += replacement.write(match, in: scalars, to: &result)
      from = match.end
      guard count <= Limits.textLength else { throw PatternMatcher.LimitExceeded() }
    }
    result.append(scalars: scalars[from...])
    return result
  }

  /// What stands between the matches: always one part more than there are matches.
  func split(_ text: String) throws(PatternMatcher.LimitExceeded) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var parts: [String] = []
    var from = 0
    for match in try matches(in: scalars) {
      parts.append(String(String.UnicodeScalarView(scalars[from..<match.start])))
      from = match.end
    }
    parts.append(String(String.UnicodeScalarView(scalars[from...])))
    return parts
  }
}
