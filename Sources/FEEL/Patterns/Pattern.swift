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
