import Rubrics

extension Portfolio {
  /// Somebody by whom nobody is scored, and who may take part in every comparison.
  struct Unscored: Sendable {
    /// `nil` for a row that is no subject's.
    let subject: Int?
    /// Its facts; `nil` where there are none.
    let row: Int?
    /// Nobody knows which cell of its row belongs where.
    let isBroken: Bool
  }

  /// Subjects that are rejected, and rows that name none.
  var unscored: [Unscored] {
    subjects.enumerated().filter { $1.isRejected }.map {
      Unscored(subject: $0, row: $1.row, isBroken: $1.hasBrokenRow)
    } + unnamed.map { Unscored(subject: nil, row: $0.row, isBroken: $0.isBroken) }
  }

  /// How many they are, where others are compared with them.
  package var comparedUnscored: Int {
    rubric.cohort == nil ? 0 : subjects.count(where: \.isRejected) + unnamed.count
  }
}

extension SubjectScorer {
  /// Adds those that nobody is scored by: as far as their facts go they are compared with the others, or not at all.
  func withUnscored(_ members: [CohortMember?]) -> [CohortMember?] {
    let unscored = portfolio.unscored
    guard !unscored.isEmpty else { return members }
    let scorer = Scorer(rubric)
    let found = SubjectRanges(unscored.count).map { range in
      range.map { number -> CohortMember? in
        if unscored[number].isBroken { return .unknown(of: rubric) }
        return scorer.score(
          portfolio.evidence(ofUnscored: unscored[number].row), mode: mode, in: nil,
          isRecording: false
        ).member?.perhaps
      }
    }
    var members = members
    for (one, member) in zip(unscored, found.joined()) {
      if let subject = one.subject { members[subject] = member } else { members.append(member) }
    }
    return members
  }
}
