package import Values

/// A declared tie of an assessor to somebody.
package struct Tie: Sendable, Hashable {
  /// Whose tie it is.
  package let of: String
  /// `nil`: to the evaluated body.
  package let to: String?
  package let kind: String?
  /// `nil`: it lasts.
  package let until: CalendarDate?

  package init(of: String, to: String?, kind: String?, until: CalendarDate?) {
    self.of = of
    self.to = to
    self.kind = kind
    self.until = until
  }
}
