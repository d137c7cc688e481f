import Values

extension Call {
  /// The number at `index` without its decimals; `nil` where it is no number or too large to count.
  func truncated(_ index: Int) -> Int? {
    number(index)?.rounded(toScale: 0, .down)?.intValue
  }

  /// The index of a position counted from 1, or from -1 at the end.
  ///
  /// - Returns: `nil` for 0 and for a position that does not exist.
  static func place(_ position: Int, among count: Int) -> Int? {
    if position > 0 && position <= count { return position - 1 }
    if position < 0 && position >= -count { return count + position }
    return nil
  }
}
