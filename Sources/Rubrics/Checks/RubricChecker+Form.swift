import Values

extension RubricChecker {
  /// Reads the form of an item worth `points`: full marks or the cap of a deduction, `nil` if unreadable.
  mutating func form(
    _ record: Record, of item: Record, worth points: Number?
  ) -> (any ScoringForm)? {
    ScoringForms.type(named: record.construct.name)?
      .read(record, of: item, worth: points, by: &self)
  }
}
