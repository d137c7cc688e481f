import Diagnostics
package import Rubrics
import Values

/// The evidence of many subjects for one rubric: facts as columns, rows of tables grouped by subject.
///
///     facts     S1 S2 S3               one row a subject
///     table     S2 S1 S1 S4 S3         in any order
///     grouped   S1: 1 2   S2: 0   S3: 4
package struct Portfolio: Sendable {
  package struct Subject: Sendable {
    package let id: String
    /// Its row in the facts; `nil` where there are none.
    let row: Int?
    /// Stands twice in the facts, or has a row that cannot be read.
    var isRejected: Bool
    /// Perhaps no subject at all.
    var isDoubtful = false
    /// Rejected because nobody knows which cell of its row belongs where.
    var hasBrokenRow = false
  }

  /// A row of the facts that no line of the results stands for, and that may be a subject's: without a key, with one
  /// that another row has, or broken.
  struct Unnamed: Sendable {
    /// `nil` where the rubric looks at no facts.
    let row: Int?
    let isBroken: Bool
  }

  /// Rows of one declared table, grouped.
  struct Grouped: Sendable {
    let table: Table
    /// Row numbers, subject by subject.
    let rows: [Int32]
    /// Where each subject's rows begin in `rows`; one more than there are subjects.
    let starts: [Int]

    func selection(of subject: Int) -> Selection {
      Selection(table, rows: Array(rows[starts[subject]..<starts[subject + 1]]))
    }
  }

  /// The rows of one declared table, by subject.
  struct Rows: Sendable {
    enum Kept: Sendable {
      case grouped(Grouped)
      case coded(CodedTable)
    }

    let kept: Kept
    /// What stands in place of the rows of those whose rows are not certain.
    let given: GivenRows

    init(_ kept: Kept, given: GivenRows = GivenRows()) {
      self.kept = kept
      self.given = given
    }

    /// One subject's rows as expressions see a table.
    func list(of subject: Int) -> Value {
      if let value = given[subject] { return value }
      return switch kept {
      case .grouped(let grouped): .list(.rows(grouped.selection(of: subject)))
      case .coded(let table): table.list(of: subject)
      }
    }
  }

  package let rubric: Rubric
  package let subjects: [Subject]
  let unnamed: [Unnamed]
  /// By fact declaration: the values by row of the facts; `nil` where there are no facts.
  let facts: [Column?]
  /// By table declaration; `nil` where no file was given.
  let tables: [Rows?]
  let surveys: [Rows?]
  /// The slots of a subject about whom nothing is known.
  let emptySlots: [Value]
  /// What was told while rows came by; `nil` where the row evaluator tells everything.
  let fused: FusedEvidence?
  /// What the rubric looks at and nobody handed over.
  package let leftOut: Set<Need>

  init(
    rubric: Rubric, subjects: [Subject], unnamed: [Unnamed] = [], facts: [Column?], tables: [Rows?],
    surveys: [Rows?],
    emptySlots: [Value], fused: FusedEvidence?, leftOut: Set<Need> = []
  ) {
    self.rubric = rubric
    self.subjects = subjects
    self.unnamed = unnamed
    self.facts = facts.enumerated().map { leftOut.contains(.fact($0)) ? nil : $1 }
    self.tables = tables
    self.surveys = surveys
    self.emptySlots = emptySlots
    self.fused = fused
    self.leftOut = leftOut
  }
}

extension Portfolio {
  /// The facts for whoever runs an expression over them and over rows.
  var factEvidence: FactEvidence {
    FactEvidence(facts, of: subjects, in: rubric, emptySlots: emptySlots)
  }

  /// The typed evidence of one subject; tables that nobody looks at are left out.
  func evidence(of index: Int, besides idle: Set<Int> = []) -> Evidence {
    let subject = subjects[index]
    var slots = emptySlots
    for (slot, kind) in rubric.slots.enumerated() where !idle.contains(slot) {
      switch kind {
      case .fact(let fact):
        if let row = subject.row, let values = facts[fact] { slots[slot] = values[row] }
      case .table(let number):
        if let rows = tables[number] { slots[slot] = rows.list(of: index) }
      case .survey(let number):
        if let rows = surveys[number] {
          slots[slot] = rubric.surveys[number].withheld(rows.list(of: index))
        }
      case .document, .figure, .periodStart, .periodEnd, .asOf, .judgements, .faults, .total,
        .items, .sections, .stage, .visit, .tested, .surveyColumn, .cohort:
        break
      }
    }
    return evidence(of: subject.id, slots)
  }

  /// What is known of a row that nobody is scored by: its facts, and nothing of the rows that are its own.
  func evidence(ofUnscored row: Int?) -> Evidence {
    var slots = emptySlots
    for (slot, kind) in rubric.slots.enumerated() {
      switch kind {
      case .fact(let fact): if let row, let values = facts[fact] { slots[slot] = values[row] }
      case .table(let number) where !leftOut.contains(.table(number)):
        slots[slot] = rubric.tables[number].ofNobody
      case .survey(let number) where !leftOut.contains(.survey(number)):
        slots[slot] = rubric.surveys[number].ofNobody
      default: break
      }
    }
    return evidence(of: "", slots)
  }

  private func evidence(of id: String, _ slots: [Value]) -> Evidence {
    Evidence(
      subject: EvaluatedSubject(id: id, kind: rubric.subject.kind), period: nil,
      asOf: nil, slots: slots, inputs: [], documents: rubric.documents.map { _ in [] },
      marks: [:], lostMarks: [], impartiality: .unasked,
      findings: rubric.findings.map { _ in .none },
      hasWholeFindings: true, confirmedFindings: 0,
      allegedFindings: 0, diagnostics: Diagnostics()
    ).leavingOut(leftOut, of: rubric)
  }
}

extension TableDeclaration {
  /// The rows of somebody of whom nobody knows which they are.
  fileprivate var ofNobody: Value {
    .unknown(Unknown(Bounds(of: shape), missing: [Missing(name, .noOwner)]))
  }
}
