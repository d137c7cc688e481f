package import Diagnostics
package import Values

/// What a round gives back to one who answers for others: a town, a bureau, an operator, an evaluator.
///
/// It is drawn from the reports of those others and says nothing that they do not say.
package struct Feedback: Sendable, Codable, Equatable {
  /// Raised when a field changes its meaning.
  package static let schema = 1
  /// Its files, but for language and ending.
  package static let fileName = "feedback"

  package var schema = Feedback.schema
  package var engine: String
  package var round: Report.Round?
  package var asOf: String?
  package var subject: Report.Subject
  /// Its own results, one a rubric.
  package var own: [Result]
  /// Those whose party it is, or who stand below it.
  package var count: Int
  /// How many of them have no result.
  package var unscored: [Result]
  /// What was not done in time, item by item of those whom it kept from their points.
  package var costs: [Cost]
  /// The points that others were excused because of it.
  package var excused: Report.Amount
  /// The points that others lost because something is missing that it should have given.
  package var lost: Report.Amount
  /// How many others that concerns.
  package var costCount: Int
  /// One a rubric: what those whose party it is lost, the dearest first.
  package var syntheses: [Synthesis]
  /// What assessors advise it, in the papers on all who name it; `nil` where nobody does.
  package var advice: [Advice]?
  /// What became of what earlier rounds advised it; `nil` where nobody says.
  package var followUps: [FollowUp]?

  package struct Advice: Sendable, Codable, Equatable {
    /// In whose papers it stands.
    package var title: Wording
    package var folder: String
    package var item: String?
    package var itemTitle: Wording?
    package var says: Wording
    package var by: String
    package var date: String?
  }

  package struct FollowUp: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable, CaseIterable {
      case done, partly
      case notDone = "not done"
    }

    /// What was advised, and in which round.
    package var advice: Wording
    package var round: String?
    package var state: State
    package var says: Wording?
    package var by: String?
    package var date: String?

    package init(
      advice: Wording, round: String?, state: State, says: Wording?, by: String?, date: String?
    ) {
      (self.advice, self.round, self.state) = (advice, round, state)
      (self.says, self.by, self.date) = (says, by, date)
    }
  }

  /// A report, and where it lies.
  package struct Result: Sendable, Codable, Equatable {
    package var subject: String
    package var title: Wording
    package var rubric: Wording
    package var verdict: Report.Verdict
    /// Relative to the folder of the feedback.
    package var folder: String
  }

  package struct Cost: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
      /// The item was not charged to the other.
      case excused
      /// The other lost it: something is missing that was to come from here, or an excuse would have cost even more.
      case lost
    }

    package var kind: Kind
    /// Whether it is still open that the excuse holds.
    package var isOpen: Bool
    package var subject: String
    package var title: Wording
    package var folder: String
    package var item: String
    package var itemTitle: Wording
    package var points: Number
    package var cost: Report.Amount
    /// The items of one's own rubric where the same fact counts.
    package var duties: [Duty]
    /// What is missing.
    package var missing: [Wording]
    package var says: Wording?
  }

  /// An item of somebody's rubric that stands behind a loss.
  package struct Duty: Sendable, Codable, Equatable {
    /// The role in which that somebody stands: `town`.
    package var role: String
    package var item: String
    package var title: Wording?
    /// How often it answered for the loss in this round.
    package var count: Int
  }

  package struct Synthesis: Sendable, Codable, Equatable {
    package var rubric: String
    package var edition: String
    package var title: Wording
    /// How many were scored by it.
    package var count: Int
    package var faults: [Fault]
    /// What they all lost together.
    package var lost: Report.Amount
    package var excused: Report.Amount
  }

  /// An item on which points were lost, or not charged.
  package struct Fault: Sendable, Codable, Equatable {
    package var item: String
    package var title: Wording
    package var points: Number
    /// How many it applies to.
    package var count: Int
    /// How many lost points on it, or may.
    package var lostCount: Int
    package var lost: Report.Amount
    package var excusedCount: Int
    package var excused: Report.Amount
    /// Who else may answer for it; empty where it is the subject's own.
    package var duties: [Duty]
    package var advice: Wording?
  }
}
