extension Edit {
  /// What `remedy` proposes, as a change of the text.
  package static func nearest(
    to name: String, among known: [String], at place: Place?
  ) -> Edit? {
    namesNear(name, in: known).first.flatMap { .replacing(name, by: $0, at: place) }
  }
}
