package import Diagnostics

extension Report {
  /// The recommendation that a policy makes; a person decides.
  package struct DecisionFace: Sendable, Codable, Equatable {
    package struct Line: Sendable, Codable, Equatable {
      package var says: Wording
      package var citation: String?
    }

    package struct Money: Sendable, Codable, Equatable {
      package var id: String
      package var title: Wording
      package var unit: String
      /// `nil` where it cannot be computed yet.
      package var amount: Amount?
      /// It may still come to nothing, because the policy holds it up.
      package var isHeld: Bool?
      /// The policy gives no amount here.
      package var isNone: Bool?
      package var instalments: [Instalment]?
      package var formula: String
      package var says: Wording?
      package var citation: String?
      package var missing: [MissingLine]
    }

    package struct Instalment: Sendable, Codable, Equatable {
      package var id: String
      package var title: Wording
      package var amount: Amount?
      /// due, withheld or open.
      package var state: String
      package var by: String?
    }

    /// A limit that the subject shares with others.
    package struct ShareLine: Sendable, Codable, Equatable {
      package var name: String
      package var title: Wording?
      package var unit: String?
      /// Whose subjects share it; `nil`: all of the round.
      package var party: String?
      package var partyTitle: Wording?
      package var year: Int?
      package var count: Int
      /// What is left of it, where something was granted before.
      package var limit: Amount?
      /// What earlier rounds granted.
      package var earlier: Amount?
      package var asked: Amount?
      package var given: Amount?
      package var cut: String
      package var isBeyond: Bool?
      package var ownAsked: Amount?
      package var ownShare: Amount?
      /// The days of the year that its own amount is of.
      package var days: Int?
      package var says: Wording?
    }

    package var policy: String
    package var edition: String
    package var title: Wording
    /// The recommended action; several where the evidence leaves it open, `nil` where no rule speaks.
    package var actions: [GradeLine]
    package var reasons: [Line]
    package var conditions: [Line]
    package var money: [Money]
    package var shares: [ShareLine]?
    package var missing: [MissingLine]
  }
}
