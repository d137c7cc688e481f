package import Diagnostics

extension Report {
  /// One visit of a stage that is held again and again, or any paper that found faults.
  package struct VisitLine: Sendable, Codable, Equatable {
    package var stage: Wording
    package var date: String?
    package var by: String
    package var role: String
    /// How many items it marks.
    package var marks: Int
    package var faults: [FaultLine]
  }

  /// What a visit found, and what became of it.
  package struct FaultLine: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable {
      case unchecked, done, partly
      case notDone = "not done"
      /// Two visits say different things.
      case open
    }

    package var id: String
    package var item: String?
    package var says: Wording
    package var due: String?
    package var state: State
    package var checked: String?
    /// What the last follow-up says.
    package var followUp: Wording?
  }

  /// What an assessor advises.
  package struct AdviceLine: Sendable, Codable, Equatable {
    package var says: Wording
    package var by: String
    package var date: String?
    /// To whom, by role or name; `nil`: to the subject itself.
    package var to: String?
    /// The item of the report in which it was written.
    package var item: String?

    package init(says: Wording, by: String, date: String?, to: String?, item: String?) {
      (self.says, self.by, self.date) = (says, by, date)
      (self.to, self.item) = (to, item)
    }
  }
}
