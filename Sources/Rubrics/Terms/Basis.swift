/// Where a condition and a number of points come from.
package struct Basis: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The source states it.
    case source
    /// The source says it in other words.
    case paraphrase
    /// A rule of the place, without a published text.
    case local
    /// Ours, to show how it works.
    case illustrative

    package var isSourced: Bool { self == .source || self == .paraphrase }
  }

  package let rule: Kind
  package let points: Kind

  package init(rule: Kind, points: Kind) {
    self.rule = rule
    self.points = points
  }
}
