extension RubricSyntax {
  /// Everything that waits for an answer: of the rubric, then of its items in the order of writing.
  var questions: [OpenQuestion] {
    root.questions(of: nil)
      + allItems.flatMap { $0.questions(of: $0.string("id") ?? "") }
  }
}

extension Record {
  fileprivate func questions(of item: String?) -> [OpenQuestion] {
    list("to confirm").compactMap { entry in
      guard case .wording(let says, let place) = entry else { return nil }
      return OpenQuestion(item: item, says: says, place: place)
    }
  }
}
