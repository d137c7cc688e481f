package import Diagnostics
import FEEL
package import Formats
package import Values

/// Who judges an item, and how several marks become one.
package struct Panel: Sendable {
  /// The marks of one role.
  package struct Column: Sendable {
    package let role: String
    package let title: Wording?
    /// Its part of the mark, from 0 to 1; a column of weight 0 is kept and does not count.
    package let weight: Number
    /// `nil`: exactly one mark is expected.
    package let statistic: Combination?
    /// With fewer marks a trimmed mean is the plain mean; at least 3.
    package let trimFrom: Int
    /// With fewer marks it is unknown.
    package let atLeast: Int
    /// So many marks of stand-ins may count.
    package let standIns: Int
    package let spread: SpreadRule?

    package var counts: Bool { weight.isPositive }
  }

  /// Marks that lie too far apart call a third reader.
  package struct SpreadRule: Sendable {
    /// What becomes of the marks once the third reader has read.
    package enum Resolution: String, Sendable, CaseIterable {
      /// The statistic over all of them.
      case all = "all marks"
      /// The mean of the two that lie nearest to each other.
      case nearest = "two nearest"
      /// The third reader's mark alone.
      case third = "third mark"
    }

    /// As a share of the scale, above 0 and below 1; a spread of exactly so much calls nobody.
    package let limit: Number
    /// The role of the third reader.
    package let reader: String
    package let then: Resolution
  }

  /// A declared tie that keeps an assessor's marks from counting.
  package struct RecusalRule: Sendable {
    /// Every kind of tie.
    package static let anyRelation = "any"
    /// The kind of `employed by`.
    package static let employment = "employed"
    /// The evaluated body itself.
    package static let subject = "subject"
    package static let defaultBodies = [subject, "operator"]

    package let relation: String
    /// So many years after the tie ended its holder is still recused; 0: only while it lasts.
    package let years: Int
    /// `subject`, or roles of parties.
    package let bodies: [String]
  }

  /// What a statistic is taken of.
  package enum Level: String, Sendable, CaseIterable {
    /// The marks of each item.
    case item
    /// Each assessor's total over all items that the panel judges.
    case total
  }

  /// When a mark without a reason does not count.
  package enum ReasonDemand: String, Sendable, CaseIterable {
    case always
    case forLostPoints = "for lost points"
    case never
  }

  /// The role of a station's own marks.
  package static let ownRole = "self"

  /// `nil`: one role, written in the form itself.
  package let id: String?
  package let title: Wording?
  /// In the order of writing.
  package let columns: [Column]
  package let recusal: [RecusalRule]
  package let reasons: ReasonDemand
  package let level: Level
  /// In what two names may differ and be of one assessor.
  package let same: Set<FoldedName.Way>

  /// The panel that a form with one `role` is.
  package init(role: String, combine: Combination?, atLeast: Int) {
    id = nil
    title = nil
    columns = [
      Column(
        role: role, title: nil, weight: .one, statistic: combine, trimFrom: 3,
        atLeast: max(1, atLeast), standIns: 0, spread: nil)
    ]
    recusal = []
    reasons = .never
    level = .item
    same = []
  }

  init(
    id: String, title: Wording?, columns: [Column], recusal: [RecusalRule], reasons: ReasonDemand,
    level: Level, same: Set<FoldedName.Way>
  ) {
    self.same = same
    self.level = level
    self.id = id
    self.title = title
    self.columns = columns
    self.recusal = recusal
    self.reasons = reasons
  }

  package func column(of role: String) -> Column? { columns.first { $0.role == role } }

  /// The column whose third reader has this role.
  package func column(readBy role: String) -> Column? {
    columns.first { $0.spread?.reader == role }
  }

  /// Columns and third readers.
  package var roles: [String] {
    columns.map(\.role) + columns.compactMap { $0.spread?.reader }
  }
}
