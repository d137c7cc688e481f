import Values

/// The same as its folder reads it.
protocol WrittenForm: ScoringForm {
  /// The keys; the first construct is named for the form.
  static var constructs: [Construct] { get }

  /// Reads the form of an item.
  ///
  /// - Parameters:
  ///   - record: what stands under `score`.
  ///   - item: the item itself.
  ///   - points: full marks, or the cap of a deduction; `nil` if unreadable.
  ///   - checker: takes what is wrong.
  /// - Returns: `nil` where it cannot be read.
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)?
}
