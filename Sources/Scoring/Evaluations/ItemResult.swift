package import Diagnostics
package import Rubrics
package import Values

/// What became of one item.
package struct ItemResult: Sendable {
  package let item: Item
  package let outcome: Outcome
  /// Points that count in the sum around it; `nil` where it is in no sum.
  package let points: ScoreRange?
  /// What the form gave, rounded, before void, closing and excuse; `nil` where it does not apply.
  package let computed: ScoreRange?
  package let excuse: ExcuseResult?
  package let missing: [Missing]
  /// Empty where the item is scored once.
  package var stages: [StageResult] = []
  package let derivation: Derivation
}

/// What an item came to at one time of a stage.
package struct StageResult: Sendable {
  package let time: StageTime
  /// Points of the item's full marks; `nil` where there is no such stage.
  package let points: ScoreRange?
  /// The part of the item's points that this stage decides; `nil` while that is not known.
  package let weight: Number?
  package let missing: [Missing]
}

/// The first that holds.
package enum Outcome: Sendable {
  /// Does not apply; `full` stands with full marks, `drop` in no sum.
  case notApplicable(NotApplicable)
  /// Zero points, in the denominator, no excuse.
  case void
  /// Somebody could still tell us: bounds, and whether it may even not apply.
  case unknown(ScoreRange, mayNotApply: Bool)
  /// Still unknown when the file was closed: `zero` counts nothing of the points, `proved` what is beyond doubt, `drop`
  /// leaves the sum.
  case closed(Closing)
  /// Lost points that are not charged here; `before` is what it had earned.
  case excused(Excuse.Consequence, before: ScoreRange)
  case points(Number)

  /// The word that tests and tables use; `nil` for points, which are told by their number.
  package var word: String? {
    switch self {
    case .notApplicable: "not applicable"
    case .void: "void"
    case .unknown: "unknown"
    case .closed: "unknown"
    case .excused: "excused"
    case .points: nil
    }
  }
}

/// What became of an item's excuse.
package struct ExcuseResult: Sendable {
  package let excuse: Excuse
  /// Whether its condition holds; `nil` while that is not known.
  package let holds: Bool?
  package let effect: ExcuseEffect
  package let missing: [Missing]
}

/// What became of one section.
package struct SectionResult: Sendable {
  package enum Applicability: String, Sendable {
    case applies
    case notApplicable = "not applicable"
    /// Nothing in it applies, or every part of it is excused.
    case empty
    case open
  }

  package enum Content: Sendable {
    case sections([SectionResult])
    case items([ItemResult])
  }

  package let section: Section
  package let applicability: Applicability
  /// Rounded as declared, after excuses; `nil` where it does not count.
  package let points: ScoreRange?
  /// What its parts earned before scaling.
  package let earned: ScoreRange
  /// Points of the parts that count.
  package let applicable: ScoreRange
  /// Rounded as declared; `nil` where it does not count.
  package let share: ScoreRange?
  package let pointsWithoutExcuses: ScoreRange?
  package let content: Content
  /// Where it is the worst or the best of its parts: the titles of those that are, or could be, just that.
  package let deciding: [Wording]
  /// Why it is not known whether it applies.
  package let missing: [Missing]
  /// Evidence could still take it out of the result, with all that is in it.
  package let mayNotCount: Bool

  package var items: [ItemResult] {
    switch content {
    case .sections(let sections): sections.flatMap(\.items)
    case .items(let items): items
    }
  }

  package var subsections: [SectionResult] {
    if case .sections(let sections) = content { sections } else { [] }
  }
}

package struct BonusResult: Sendable {
  package let bonus: Bonus
  package let items: [ItemResult]
  package let uncapped: ScoreRange
  /// After the cap.
  package let points: ScoreRange
}

package struct FigureResult: Sendable {
  package let figure: Figure
  package let value: Value
  /// It would give private cells away, and no report shows it.
  package var isWithheld = false
  /// The terms of a calendar.
  package var calendar: CalendarResult?
  package let derivation: Derivation
}

/// A calendar held against the days on which something happened.
package struct CalendarResult: Sendable {
  package struct Term: Sendable {
    package let term: CalendarTerm
    /// How often it was kept; several where evidence is missing.
    package let held: ClosedRange<Int>

    package var name: String { term.name }
  }

  package let figure: Figure
  package let atLeast: Int
  /// Empty where the period is not known.
  package let terms: [Term]
  /// Days that lie in no term.
  package let outsideCount: Int
  /// Rows without a day.
  package let undatedCount: Int

  /// The names of the terms that were certainly not kept.
  package var missed: [String] { terms.filter { $0.held.upperBound < atLeast }.map(\.name) }
}

extension Evaluation {
  /// Items of the sections, then bonus, then deductions.
  package var everyItem: [ItemResult] {
    sections.flatMap(\.items) + (bonus?.items ?? []) + deductions
  }

  /// Every section, depth first.
  package var everySection: [SectionResult] {
    func all(_ sections: [SectionResult]) -> [SectionResult] {
      sections.flatMap { [$0] + all($0.subsections) }
    }
    return all(sections)
  }

  /// Grade and stars where only one standing is possible; none in a file that was closed open, or where a bar may
  /// still keep the subject out.
  package var certainStanding: Standing? {
    if mayNotBeEvaluated { return nil }
    if mode == .final, !status.isDecided { return nil }
    return standing?.point
  }

  /// The grade line where only one is possible.
  package var grade: Grade? { certainStanding?.rank.map { rubric.grades.lines[$0] } }
}
