/// What one evaluation may cost.
///
/// Beyond it the answer is null, `limitExceeded`.
package enum Limits {
  /// Steps run in one evaluation: about a second of work.
  package static let maximumSteps = 20_000_000
  /// Steps that each row of the tables given adds to them: more than what looks at each row once takes.
  static let stepsPerRow = 128
  /// Steps inside steps, calls of functions included: safe on a stack of half a megabyte.
  package static let maximumDepth = 600
  /// Members of a list that an expression builds: ten times the largest table we plan for.
  package static let listLength = 10_000_000
  /// UTF-8 bytes of a text that an expression builds: sixteen times the largest cell.
  package static let textLength = 16 << 20
  /// What a text and a list cost in steps, so that one evaluation stays below a gigabyte.
  static let bytesPerStep = 32
  static let membersPerStep = 2
  /// Lists in lists and contexts in contexts: as deep as anybody writes, and safe to walk and to free.
  static let nesting = 200
  /// Members of members that one value may have, shared parts counted as often as they stand there.
  static let extent = 10_000_000
  /// Combinations of unknown operands that are counted out one by one.
  static let maximumCombinations = 64
  /// Members of a list of which any may stand at an unknown index, before bounds are given up.
  static let maximumIndexSpread = 64
}
