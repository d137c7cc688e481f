package import Diagnostics

extension Report {
  /// With whom the subject was compared, and where it stands.
  package struct CohortFace: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable {
      case enough
      case maybeFewer = "maybe fewer"
      case fewer
      /// Scored without its round: nobody to compare with.
      case alone
    }

    package struct Number: Sendable, Codable, Equatable {
      package var title: Wording
      package var text: String
    }

    package struct Place: Sendable, Codable, Equatable {
      package var item: String
      package var title: Wording
      /// `3`, or `2–4` while that is open.
      package var place: String
      package var among: String
      /// How many have the same place, oneself included; `nil` while that is open.
      package var sharing: Int?
      package var ties: Wording
    }

    package var state: State
    /// Who is compared, in a sentence.
    package var members: Wording
    /// What the rubric asks for, and what follows where it is not met.
    package var remark: Wording
    package var places: [Place]
    /// Numbers of the whole group, then means of items.
    package var numbers: [Number]
  }
}
