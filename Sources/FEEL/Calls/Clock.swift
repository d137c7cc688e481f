package import Values

/// The only clock an expression may see: a moment given from above.
package struct Clock: Sendable {
  package let now: DateTime

  package init(now: DateTime) {
    self.now = now
  }
}
