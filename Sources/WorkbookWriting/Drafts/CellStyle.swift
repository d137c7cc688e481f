/// How a cell looks, and whether it may be changed in a protected sheet.
package enum CellStyle: Sendable, Hashable, CaseIterable {
  case plain
  case title
  /// The head of a column.
  case heading
  /// What is given: a name, a unit.
  case given
  /// A day that is given.
  case givenDate
  /// What is calculated in the sheet.
  case reckoned
  /// Whether a calculated figure agrees; what begins with a cross stands out.
  case check
  /// A remark in grey.
  case remark
  /// To be filled in.
  case open
  /// A day to be filled in.
  case openDate

  /// Plain texts and titles may run over the cells beside them.
  var isWrapped: Bool { self != .plain && self != .title }

  var isOpen: Bool { self == .open || self == .openDate }
}
