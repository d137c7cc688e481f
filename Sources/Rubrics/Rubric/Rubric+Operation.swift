extension Rubric {
  /// Whether it looks at who runs the subject.
  package var readsOperation: Bool { facts.contains { $0.origin == .subject } }
}
