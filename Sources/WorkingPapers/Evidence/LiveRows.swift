/// What holds of the rows of a table, as a column of ones and zeros.
struct LiveRows {
  let text: String
  let holds: [Bool]
  /// Whether a row of which nobody knows counts as one of which it does not hold.
  let mayHideNull: Bool
}
