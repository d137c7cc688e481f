/// What a row of a table is, where it is no ordinary record.
package enum RowFate: Sendable, Hashable {
  /// Certainly none: it is not counted.
  case noRecord(NoRecord)
  /// Perhaps none: until somebody says so, it may be counted or not.
  case doubtful(RowDoubt)
}

/// Why a row is certainly no record.
package enum NoRecord: Sendable, Hashable, CaseIterable {
  /// Its declared cells hold nothing, or a spelling of nothing.
  case blank
  /// A total label, and numbers that agree with the rows it covers.
  case total
  /// The header again, as pages begin.
  case repeatedHeader
  /// The table or the bundle says so.
  case declared
}

/// Why a row may be no record.
package enum RowDoubt: Sendable, Hashable, CaseIterable {
  /// A total label, and numbers that do not agree with the rows it could cover, or none.
  case totalLabel
  /// `其中：男`: a part of a total.
  case partLabel
  /// No label, and numbers that are the total of other rows.
  case totalNumbers
  /// The same, but for the mean: a row may honestly be one.
  case meanNumbers
  /// Units, types, codes, names in another language, or an example under the header.
  case secondHeader
  /// A note, a signature, a page line.
  case note
  /// A title above a repeated header.
  case title
  /// Nothing but zeros, or spellings of nothing that the column takes for a value.
  case zeros
  /// Only cells that no rubric asks for are filled.
  case nothingDeclared
}
