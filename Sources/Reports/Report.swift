package import Diagnostics
package import Rubrics
package import Values

/// Everything that is said about one subject, in both languages, with nothing left to compute.
///
/// Holds no engine types; `result.json` is exactly this, and every other form is drawn from it.
package struct Report: Sendable, Codable {
  /// Raised when a field changes its meaning; a reader refuses what it does not know.
  package static let schema = 1

  package var schema = Report.schema
  package var seal: Seal
  package var round: Round?
  package var subject: Subject
  package var rubric: RubricFace
  package var verdict: Verdict
  package var sections: [SectionLine]
  /// Bonus and deductions, as sections of their own kind.
  package var extras: [SectionLine]
  /// The order of evaluation, every step, also where it changed nothing.
  package var steps: [StepLine]
  package var figures: [FigureLine]
  package var inputs: [InputLine]
  package var files: [FileLine]
  package var missing: [MissingLine]
  package var decision: DecisionFace?
  /// How the assessors of the round agree; only a round knows.
  package var agreement: AgreementFace?
  package var notices: [Notice]
  package var sources: [SourceLine]
  package var calendars: [CalendarLine] = []
  /// Who is charged with what this subject was excused, and whom it is charged for.
  package var responsibility: [ChargeLine] = []
  /// Who stands above and below in the round; `nil` where nobody does.
  package var relatives: Relatives?
  /// With whom it was compared; `nil` where the rubric compares nobody.
  package var cohort: CohortFace?
  /// The file beside it that says what the round gives back to the subject; `nil` where it answers for nobody.
  package var feedback: String?
  /// Who came, what they found and what became of it; `nil` where nobody came.
  package var visits: [VisitLine]?
  /// What assessors advise, beside what the rubric does.
  package var advice: [AdviceLine]?
  /// What the round says around the result; `nil` for a bundle that is scored alone.
  package var surroundings: Surroundings?
}

extension Report {
  /// A rubric on which another stands.
  package struct Base: Sendable, Codable, Equatable {
    /// `city@2020`.
    package var rubric: String
    package var digest: String

    package init(_ base: RubricBase) {
      rubric = base.name
      digest = base.digest
    }
  }

  /// What was computed from what, so that it can be derived again.
  package struct Seal: Sendable, Codable, Equatable {
    package var engine: String
    package var rubricDigest: String
    /// What the rubric stands on, nearest first; `nil` where it stands alone.
    package var bases: [Base]?
    package var bundleDigest: String?
    package var mode: String
    package var asOf: String?

    package init(
      engine: String, rubricDigest: String, bases: [Base]? = nil, bundleDigest: String?,
      mode: String, asOf: String?
    ) {
      self.engine = engine
      self.bases = bases
      self.rubricDigest = rubricDigest
      self.bundleDigest = bundleDigest
      self.mode = mode
      self.asOf = asOf
    }
  }

  package struct Round: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var period: String?

    package init(id: String, title: Wording, period: String?) {
      self.id = id
      self.title = title
      self.period = period
    }
  }

  package struct Subject: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var kind: String
    package var region: String?
    /// Who runs it.
    package var operation: Wording?
    package var isFictional: Bool

    package init(
      id: String, title: Wording, kind: String, region: String?, operation: Wording? = nil,
      isFictional: Bool
    ) {
      self.id = id
      self.title = title
      self.kind = kind
      self.region = region
      self.operation = operation
      self.isFictional = isFictional
    }
  }

  package struct RubricFace: Sendable, Codable, Equatable {
    package var id: String
    package var edition: String
    package var title: Wording
    package var note: Wording?
    package var language: Language
    package var isFictional: Bool
    /// All points, and how many of them have a sourced condition and a sourced value.
    package var points: Number
    package var pointsWithSourcedRule: Number
    package var pointsWithSourcedValue: Number
    /// The least and the greatest total that the rubric can give; `nil` where it does not say.
    package var scale: Amount?
    /// The bands, best first, with their conditions as words.
    package var grades: [GradeLine]
  }

  package struct GradeLine: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var stars: Int?
    package var condition: Wording
    /// The total at which the grade begins, where it is a ladder over the total.
    package var threshold: Number?
    /// Where the band comes from: source, paraphrase, local or illustrative.
    package var basis: String?
  }

  /// An exact number or the interval it must lie in, with the text that is printed.
  package struct Amount: Sendable, Codable, Equatable {
    package var low: Number
    package var high: Number
    package var text: String

    package var isPoint: Bool { low == high }
  }

  package struct Verdict: Sendable, Codable, Equatable {
    package enum Status: String, Sendable, Codable {
      case evaluated
      case passedAgain = "passed on re-evaluation"
      case failedAgain = "failed on re-evaluation"
      case open, notEvaluated = "not evaluated", rejected
      /// Before the deadline.
      case notHandedIn = "not handed in"
    }

    package var status: Status
    /// The words of an admission bar, or what a rejection needs.
    package var words: Wording?
    package var score: Amount?
    package var scoreWithoutExcuses: Amount?
    /// The best and the worst grade that evidence still allows; the same where it is certain.
    package var best: GradeLine?
    package var worst: GradeLine?
    /// The last day on which the grade is valid.
    package var validUntil: String?
    /// Which gates made the grade what it is; `nil` where none did.
    package var because: Wording?
    /// The gates of which nobody has decided whether they fire, where that matters; `nil` where there are none.
    package var questions: [Wording]?
    /// Whether evidence could still keep the subject out; `nil` where nothing can.
    package var mayNotBeEvaluated: Bool?

    package var isGradeCertain: Bool { best?.id == worst?.id }
  }
}
