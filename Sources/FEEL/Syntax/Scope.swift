package import Values

/// The names that an expression may see.
package struct Scope: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let shape: Shape
    /// Which of the slots given to `Plan.run` holds the value.
    package let slot: Int

    package init(_ name: String, _ shape: Shape, slot: Int) {
      self.name = name
      self.shape = shape
      self.slot = slot
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// A later entry hides an earlier one of the same name.
  package subscript(_ name: String) -> Entry? {
    entries.last { $0.name == name }
  }
}
