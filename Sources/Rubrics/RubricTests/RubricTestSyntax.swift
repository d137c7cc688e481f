package import Diagnostics
package import Formats
package import Values

/// A file of rubric tests as written: small evidence and what must come out of it.
package struct RubricTestSyntax: Sendable {
  /// The rubric or policy file, relative to the tests.
  package let path: String
  package let pathPlace: Place
  /// Source and licence of published rows.
  package let source: Wording?
  /// By rubric: the ids of its grades, best first.
  package let others: [String: [String]]
  package let cases: [Case]

  /// What a test calls the subject that it is about.
  package static let ownName = "subject"

  package enum Mode: String, Sendable {
    case final
    case selfView = "self"
  }

  package struct Case: Sendable {
    package let name: String
    package let place: Place
    package let mode: Mode
    package let periodStart: CalendarDate?
    package let periodEnd: CalendarDate?
    package let asOf: CalendarDate?
    package let facts: [Cell]
    /// A table that is not named is missing; one without rows is empty.
    package let tables: [Rows]
    package let surveys: [Rows]
    package let documents: [Documents]
    package let judgements: [Judgement]
    package let findings: [Finding]
    /// `nil` where nothing is said about those below.
    package let children: [Child]?
    /// Results of the round that facts take over; `nil` where nothing is said of them.
    package let results: [GivenResult]?
    /// The others of the cohort, each a case without expectations; `nil` where nothing is said of them.
    package let cohort: [Case]?
    package let history: Node?
    package let isReEvaluation: Bool
    package let contract: Node?
    package let result: Node?
    /// By role.
    package let parties: [String: String]
    /// The others on whom a policy decides, each a case without expectations.
    package let among: [Case]
    package let expected: Expectation
    /// What is expected is what the program said, and nobody has ticked it yet.
    package let isToTick: Bool
  }

  /// A text read like a cell of a CSV file.
  package struct Cell: Sendable {
    package let name: String
    package let text: String
    package let place: Place
  }

  package struct Rows: Sendable {
    package let name: String
    package let place: Place
    package let rows: [[Cell]]
  }

  package struct Documents: Sendable {
    package let kind: String
    package let place: Place
    package let files: [File]
    /// Only their number is written: nothing is said of dates and types.
    package let isCounted: Bool

    package struct File: Sendable {
      package let name: String
      package let dated: CalendarDate?
      package let from: CalendarDate?
      package let to: CalendarDate?
      package let pages: Int?
      package var stage: String?
    }
  }

  package struct Judgement: Sendable {
    package let by: String
    package let role: String
    package let stage: String?
    package let date: CalendarDate?
    package let standsInFor: String?
    package let relations: [Relation]
    package let marks: [Mark]
    package let faults: [Fault]
    /// By fault: what became of it.
    package let followUps: [(fault: String, state: String)]
    package let place: Place
  }

  /// What a visit found.
  package struct Fault: Sendable {
    package let id: String
    package let item: String?
    package let due: CalendarDate?
    package let place: Place
  }

  /// A tie that the assessor declares.
  package struct Relation: Sendable {
    package let to: String?
    package let kind: String?
    package let until: CalendarDate?
  }

  package struct Mark: Sendable {
    package let item: String
    package let mark: Number?
    package let band: String?
    package let value: Number?
    /// As it was written, where it bears a percent sign.
    package let percentText: String?
    package let reason: Wording?
    package let place: Place
  }

  /// The result of one below.
  package struct Child: Sendable {
    package let id: String
    package let rubric: String?
    package let kind: String?
    package let level: Int
    package let low: Number?
    package let high: Number?
    package let best: String?
    package let worst: String?
    package let status: String?
    package let values: [Cell]
    package let place: Place
  }

  /// A result of the subject itself, or of a party, in the same round.
  package struct GivenResult: Sendable {
    /// `nil`: the subject itself.
    package let role: String?
    package let result: Child
  }

  package struct Finding: Sendable {
    package enum Status: String, Sendable {
      case alleged, confirmed, dismissed
    }

    package let what: String
    package let status: Status
    package let place: Place
  }

  /// What is not written is not checked.
  package struct Expectation: Sendable {
    package let place: Place
    /// Where the value of a key stands.
    let places: [String: Place]
    package let score: Number?
    package let low: Number?
    package let high: Number?
    package let grade: String?
    /// The ends of a grade that is open.
    package let worst: String?
    package let best: String?
    package let stars: Int?
    package let status: String?
    package let validUntil: CalendarDate?
    /// Points, or the name of an outcome: `excused`, `unknown`, `not applicable`, `void`.
    package let items: [Cell]
    package let sections: [Cell]
    package let figures: [Cell]
    package let action: String?
    /// How many conditions go with the action.
    package let conditions: Int?
    package let money: [Amount]
    /// By amount: what is said of its instalments.
    package let instalments: [(amount: String, cells: [Cell])]

    package func place(of key: String) -> Place { places[key] ?? place }
  }

  package struct Amount: Sendable {
    package enum Value: Sendable {
      case exact(Number)
      case between(Number, Number)
      /// `none`, `unknown`.
      case word(String)
    }

    package let name: String
    package let value: Value
    package let place: Place
  }
}
