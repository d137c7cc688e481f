/// What one evaluation may cost. Beyond it the answer is null, `limitExceeded`.
package enum Limits {
  /// Steps run in one evaluation: about a second of work.
  package static let maximumSteps = 20_000_000
  /// Steps inside steps, calls of functions included: safe on a stack of half a megabyte.
  package static let maximumDepth = 600
  /// Members of a list that an expression builds.
  package static let maximumListCount = 2_000_000
  /// UTF-8 bytes of a text that an expression builds.
  package static let maximumTextLength = 1 << 20
  /// Combinations of unknown operands that are counted out one by one.
  static let maximumCombinations = 64
  /// Members of a list of which any may stand at an unknown index, before bounds are given up.
  static let maximumIndexSpread = 64
}
