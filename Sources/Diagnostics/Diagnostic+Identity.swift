extension Diagnostic {
  /// What code may do with a diagnostic; its code and its words are for people.
  package enum Meaning: Sendable, Hashable {
    /// Something in a text or in evidence is not as it should be.
    case fault
    /// A file that was named cannot be read, so that nothing can be said of what it holds.
    case unreadable
    /// The subject that was asked for is not there.
    case noSuchSubject
    /// An expression uses a name that nobody has declared.
    case unknownName
  }

  /// One fact at one place: two readings that find it have found one thing, and it is told once.
  package struct Identity: Sendable, Hashable {
    private let code: String
    private let position: Place.Position?
    /// What the fact says of whom, in every language.
    private let fact: Wording

    fileprivate init(_ diagnostic: Diagnostic, position: Place.Position?) {
      code = diagnostic.code
      self.position = position
      fact = diagnostic.headline
    }
  }

  package var identity: Identity { identity(naming: { $0 }) }

  /// What makes it the same as another.
  ///
  /// - Parameter name: one name for each file, however its path was spelled.
  /// - Returns: equal for two that say the same of the same place.
  package func identity(naming name: (String) -> String) -> Identity {
    Identity(self, position: place.map { $0.position(naming: name) })
  }
}
