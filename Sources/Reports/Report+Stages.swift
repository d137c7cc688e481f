package import Diagnostics
package import Values

extension Report {
  /// What an item came to at one stage.
  package struct StageLine: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    /// Of the item's full marks; `nil` where there is no such stage.
    package var points: Amount?
    /// The part of the item that this stage decides: `42%`; `nil` while that is open.
    package var weight: String?
  }

  /// A calendar held against the days on which something happened.
  package struct CalendarLine: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable {
      case kept, missed, open
    }

    package struct Term: Sendable, Codable, Equatable {
      package var name: String
      /// How often it was kept: `1`, or `0–2` where evidence is missing.
      package var held: String
      package var state: State
    }

    package var name: String
    package var title: Wording?
    package var atLeast: Int
    package var terms: [Term]
    /// Days that lie in no term, and rows without a day.
    package var outsideCount: Int
    package var undatedCount: Int
    package var items: [String]
  }

  /// One loss that is not charged where it happened, as one of the two sides sees it.
  package struct ChargeLine: Sendable, Codable, Equatable {
    package enum Side: String, Sendable, Codable {
      /// This report's subject was excused.
      case excused
      /// This report's subject is charged in somebody's stead.
      case charged
      /// It was excused, and nobody is charged.
      case nobody
    }

    package var side: Side
    /// Evidence could still decide whether the excuse holds.
    package var isOpen: Bool
    /// This report's item.
    package var item: String
    package var itemTitle: Wording
    package var itemPoints: Number
    /// What it earned; of an excused one before the excuse.
    package var itemEarned: Amount?
    /// The other side; `nil` where nobody is charged, or nobody of that name is in the round.
    package var subject: Wording?
    package var other: String?
    package var otherTitle: Wording?
    package var otherPoints: Number?
    package var otherEarned: Amount?
    /// Whether whoever is charged has lost points there; `nil` while that is open.
    package var isCharged: Bool?
    package var says: Wording?
    package var because: Wording?
    /// The folder of the other side's reports, relative to this one's.
    package var folder: String?

    package init(
      side: Side, isOpen: Bool, item: String, itemTitle: Wording, itemPoints: Number,
      itemEarned: Amount?, subject: Wording?, other: String?, otherTitle: Wording?,
      otherPoints: Number?, otherEarned: Amount?, isCharged: Bool?, says: Wording?,
      because: Wording?, folder: String?
    ) {
      self.side = side
      self.isOpen = isOpen
      self.item = item
      self.itemTitle = itemTitle
      self.itemPoints = itemPoints
      self.itemEarned = itemEarned
      self.subject = subject
      self.other = other
      self.otherTitle = otherTitle
      self.otherPoints = otherPoints
      self.otherEarned = otherEarned
      self.isCharged = isCharged
      self.says = says
      self.because = because
      self.folder = folder
    }
  }
}
