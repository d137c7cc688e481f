extension Rubric {
  /// The facts that take over results, with what they take.
  package var takenResults: [(fact: Declaration, taken: TakenResult)] {
    facts.compactMap { fact in fact.origin.taken.map { (fact, $0) } }
  }
}
