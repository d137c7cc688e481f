import Rubrics
import Values

extension Amount {
  /// What it comes to, from the least to the greatest; `nil` where nothing bounds an end.
  func range(
    _ source: (Source) throws(NumberTooLarge) -> Ends?
  ) throws(NumberTooLarge) -> ScoreRange? {
    guard let ends = try ends(source), let low = ends.low, let high = ends.high else { return nil }
    return ScoreRange(low, high)
  }
}

extension Amount.Ends {
  init(_ range: ScoreRange) { self.init(range.low, range.high) }
}
