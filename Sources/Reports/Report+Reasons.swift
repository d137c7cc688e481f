package import Diagnostics
package import Values

extension Report {
  /// One cause of points that an item has not earned, as fields: nothing has to be read out of a sentence.
  package struct ReasonLine: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
      /// A quantity is less than its line, or more.
      case below, above
      /// A part of a whole that is not all of it.
      case share
      /// Something that is not there: a part of several, a fact that was answered with no.
      case lacking
      /// A condition that does not hold.
      case unmet
      /// Terms of a calendar that were not kept.
      case terms
      /// One of some options that is worth less than the best.
      case option
      /// A rule of a table.
      case rule
      /// People gave less than the most.
      case marks
      /// Somebody could still tell us, or could have before the file was closed.
      case missing
      /// A value decides that is not shown.
      case withheld
      /// A finding took the points.
      case void
    }

    package var kind: Kind
    /// What was looked at; of what is missing the whole sentence.
    package var title: Wording
    package var value: Number?
    /// What the value counts a part of.
    package var whole: Number?
    /// From where on nothing is lost.
    package var line: Number?
    package var distance: Number?
    /// The line itself is not enough, or is too much; `nil` where it is.
    package var isStrict: Bool?
    package var unit: String?
    /// What was found, and what would have earned all, where these are words.
    package var found: Wording?
    package var wanted: Wording?
    /// Points lost through this; `nil` where that cannot be told apart, or nothing is lost for certain.
    package var points: Number?

    package init(_ kind: Kind, _ title: Wording) {
      self.kind = kind
      self.title = title
    }
  }

  /// Who can bring what is missing.
  package enum Responsible: String, Sendable, Codable {
    case subject, assessors, party
    /// Whoever decides whether an allegation is true.
    case inquiry
    /// The other subjects of the round.
    case round
  }

  /// What became of a bar, a cap, a downgrade or a veto.
  package enum GateState: String, Sendable, Codable {
    case fires, silent, open
    /// Nobody answered before the file was closed: counts as fired.
    case closed

    package var hasFired: Bool { self == .fires || self == .closed }
  }
}

extension Report.ItemLine {
  /// What is lost whatever is still brought; `nil` where nothing can be.
  package func certainLoss(in kind: Report.SectionLine.Kind) -> Number? {
    guard let earned else { return nil }
    switch (kind, outcome) {
    case (_, .excused), (_, .notApplicable), (.bonus, _): return nil
    case (.deductions, _): return Number.zero.subtracting(earned.high)
    case (.section, _): return points.subtracting(earned.high)
    }
  }

  /// How far what it earns is open.
  package var openPoints: Number {
    earned.flatMap { $0.high.subtracting($0.low) } ?? .zero
  }
}
