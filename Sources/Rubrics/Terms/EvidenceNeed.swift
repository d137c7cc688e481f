package struct EvidenceNeed: Sendable {
  /// Into `Rubric.documents`.
  package let document: Int
  package let isOptional: Bool
}
