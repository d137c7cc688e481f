package import Diagnostics
package import Formats
package import Values

/// A round as written and checked: who is evaluated, by what, for which period, as of when.
package struct Round: Sendable {
  package struct Period: Sendable {
    package let from: CalendarDate
    package let to: CalendarDate
  }

  /// A dated figure from outside: an average wage, a price.
  package struct Reference: Sendable {
    package let name: String
    package let value: Scalar
    package let unit: String?
    package let year: String?
    package let source: String?
  }

  package struct Fact: Sendable {
    package let name: String
    package let value: Scalar
  }

  /// A tie of an assessor to a subject, a party or an employer.
  package struct Relation: Sendable {
    package let who: String
    package let to: String
    package let kind: String?
    package let until: CalendarDate?
  }

  package struct Subject: Sendable {
    package let id: String
    package let title: Wording?
    package let kind: String?
    /// Ids of rubrics, or paths of rubric files; at least one.
    package let rubrics: [Scalar]
    package let bundle: Scalar
    /// Who stands in which role towards this subject, by subject id.
    package let parties: [String: Scalar]
    /// The subject above it, as written here.
    package let parent: Scalar?
    /// The subjects below it, as written here.
    package let children: [Scalar]
    package let history: [Past]
    package let isReEvaluation: Bool
    /// Who runs it, where the round says so.
    package let operation: Scalar?
    /// One or several, each with what it says.
    package let contracts: [[Fact]]
    package let place: Place
  }

  /// An earlier result.
  package struct Past: Sendable {
    /// The id of the rubric; `nil`: whichever asks.
    package let rubric: String?
    package let edition: String?
    package let period: String?
    package let grade: String?
    package let score: Number?
    package let date: CalendarDate?
    package let until: CalendarDate?
    /// What was granted, by the name of the amount.
    package let granted: [(name: String, amount: Number, place: Place)]
    package let place: Place
  }

  package struct Finding: Sendable {
    package let id: String
    /// The kind of finding, as rubrics name it.
    package let what: String
    /// The subject it is about.
    package let about: String
    package let status: String
    package let by: String?
    package let date: CalendarDate?
    package let citation: String?
    package let place: Place
  }

  /// What earlier advice has become.
  package struct FollowUp: Sendable {
    package let to: Scalar
    package let advice: Wording
    package let round: String?
    package let state: String
    package let says: Wording?
    package let by: String?
    package let date: CalendarDate?
  }

  package let id: String
  package let title: Wording
  package let language: Language
  package let isFictional: Bool
  package let period: Period
  package let asOf: CalendarDate
  package let references: [Reference]
  package let facts: [Fact]
  package let findings: [Finding]
  /// False where findings were written down that cannot be read, or are about nobody knows whom.
  package internal(set) var hasWholeFindings: Bool
  /// Ids of those about whom a finding was written down of which nobody knows what it says.
  var subjectsOfDoubtfulFindings: Set<String> = []
  package let followUps: [FollowUp]
  package let relations: [Relation]
  package let subjects: [Subject]
  /// Who stands above whom.
  package let hierarchy: Hierarchy
  package let rubricPaths: [Scalar]
  package let policyPaths: [Scalar]
  /// Until when, to whom and how one may object; `nil` where the round does not say.
  package let objections: Objections?
  /// The file of standings, once the round is closed.
  package let standings: Scalar?
  package let path: String
}
