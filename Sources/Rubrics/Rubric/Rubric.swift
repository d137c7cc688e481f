package import Diagnostics
package import Formats
package import Values

/// A checked rubric: every name resolved to a slot, every sum added up, every source found.
///
/// All its expressions run on one row of slots; `slots[i]` says what slot `i` holds.
package struct Rubric: Sendable {
  package let id: String
  package let edition: String
  /// The language of plain wording, and of reports unless the user asks for another.
  package let language: Language
  package let title: Wording
  package let note: Wording?
  package let isFictional: Bool
  package let subject: SubjectKind
  /// SHA-256 of the file's bytes, as the caller gave it.
  package let digest: String
  package let path: String
  package let sources: [Source]
  package let facts: [Declaration]
  package let tables: [TableDeclaration]
  package let surveys: [TableDeclaration]
  package let documents: [DocumentDeclaration]
  package let findings: [FindingDeclaration]
  package let parties: [PartyDeclaration]
  package let stages: [Stage]
  /// In order of evaluation: each sees only earlier ones.
  package let figures: [Figure]
  /// In the order of writing.
  package let panels: [Panel]
  package let slots: [Slot]
  package let sections: [Section]
  package let bonus: Bonus?
  package let deductions: [Deduction]
  package let total: Total
  package let admission: [Bar]
  package let caps: [Gate]
  package let vetoes: [Gate]
  package let movement: Movement?
  package let downgrades: [Downgrade]
  package let reEvaluation: ReEvaluation?
  package let validity: Validity?
  package let grades: Grades
  /// Items whose rules are looked at together.
  package let together: [Together]
  /// Lints that the author has seen, with reasons.
  package let accepted: [Acceptance]
  /// `nil` where the printed sheet has heads of our own.
  package let heads: SheetHeads?
  /// What waits for an answer; while there is any, nothing is final.
  package let questions: [OpenQuestion]
  /// `nil` where nobody is compared with anybody.
  package let cohort: Cohort?
  /// How sections, total, grades and gates become a result.
  package let resultPlan: ResultPlan
  /// Numbers over fewer rows of private columns are withheld.
  package let privateFrom: Int
  /// What it stands on, nearest first.
  package internal(set) var bases: [RubricBase] = []
  /// What its expressions let out of private cells.
  package internal(set) var privacy = Privacy()
}

/// What kind of subject a rubric evaluates.
package struct SubjectKind: Sendable {
  package let kind: String
  /// The column that names the subject in the files of a portfolio.
  package let keyColumn: String?
  /// In what keys may differ and name one subject, nothing where they differ at all; `nil`: nobody has said.
  package let same: Set<FoldedName.Way>?
}

/// A text that a rule may be cited from.
package struct Source: Sendable {
  package let id: String
  package let title: Wording
  package let author: String?
  package let issuer: String?
  package let number: String?
  package let date: String?
  package let url: String?
  package let licence: String?
}

extension Rubric {
  /// The items of all sections, depth first, in the order of writing; bonus and deductions are not among them.
  package var items: [Item] { sections.flatMap(\.allItems) }

  /// Every item: those of the sections, then bonus, then deductions.
  package var everyItem: [Item] { items + (bonus?.items ?? []) + deductions.map(\.item) }

  /// The number of the slot that holds `slot`, if the rubric has it.
  package func index(of slot: Slot) -> Int? { slots.firstIndex(of: slot) }

  /// The points of all sections together, or those of a total that is combined otherwise.
  package var possiblePoints: Number {
    total.points ?? Number.sum(sections.map(\.points)) ?? .zero
  }

  /// What slot `index` is called in expressions.
  package func name(ofSlot index: Int) -> String? {
    guard slots.indices.contains(index) else { return nil }
    return switch slots[index] {
    case .fact(let number): facts[number].name
    case .table(let number): tables[number].name
    case .survey(let number): surveys[number].name
    case .document(let number): documents[number].name
    case .figure(let number): figures[number].name
    case .periodStart: "period start"
    case .periodEnd: "period end"
    case .asOf: "as of"
    case .judgements: "judgements"
    case .faults: "faults"
    case .total: "total"
    case .items: "items"
    case .sections: "sections"
    case .stage: "stage"
    case .visit: "visit"
    case .tested: "?"
    case .surveyColumn(let survey, let column): surveys[survey].columns[column].name
    case .cohort(let number): cohort?.figures[number].name
    }
  }

  /// The slots that `direct` slots rest on, with the figures between them, ascending.
  package func slots(behind direct: [Int]) -> [Int] {
    var found = Set<Int>()
    var open = direct
    while let next = open.popLast() {
      guard found.insert(next).inserted, slots.indices.contains(next) else { continue }
      if case .figure(let number) = slots[next] { open += figures[number].slotsUsed }
    }
    return found.sorted()
  }
}
