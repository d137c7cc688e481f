package import Diagnostics
package import Rubrics
package import Values

/// How well the assessors of a round agree, under one rubric.
package struct Agreement: Sendable {
  package struct Options: Sendable {
    package static let defaultSeed: UInt64 = 1
    package static let defaultResamples = 1000
    /// More would take longer than anybody waits.
    package static let mostResamples = 100_000

    package let seed: UInt64
    package let resamples: Int

    package init(seed: UInt64 = defaultSeed, resamples: Int = defaultResamples) {
      self.seed = seed
      self.resamples = min(max(0, resamples), Self.mostResamples)
    }
  }

  /// Alpha under one metric, with its bootstrap interval where there is one.
  package struct Coefficient: Sendable, Hashable {
    package let metric: Metric
    package let alpha: Alpha
    package let low: Number?
    package let high: Number?
  }

  package struct OfItem: Sendable {
    package let item: Item
    /// Subjects, or subjects at stages, that several assessors marked.
    package let sharedUnits: Int
    package let marks: Int
    package let assessors: Int
    package let coefficients: [Coefficient]
    /// Mean of greatest less least mark, as a share of the scale; `nil` where no unit is shared.
    package let meanSpread: Number?

    package func coefficient(_ metric: Metric) -> Coefficient? {
      coefficients.first { $0.metric == metric }
    }
  }

  /// How one assessor marks beside the others.
  package struct Severity: Sendable {
    package let assessor: String
    package let marks: Int
    /// Units that others marked too.
    package let sharedUnits: Int
    /// Mean of the own mark less the mean of the others, as a share of the scale; negative is severe.
    package let deviation: Number?
  }

  /// How far two assessors lie apart.
  package struct Pair: Sendable {
    package let first: String
    package let second: String
    package let sharedUnits: Int
    /// Mean of the differences without their signs, as a share of the scale.
    package let mean: Number
    package let greatest: Number
  }

  /// One item of one subject that the assessors should talk about.
  package struct Discussed: Sendable {
    package let subject: String
    package let title: Wording
    package let stage: String?
    package let item: Item
    /// As a share of the scale.
    package let spread: Number
    /// What the rubric accepts; `nil` where it does not say.
    package let limit: Number?
    /// Its share in all observed disagreement.
    package let contribution: Number
    /// By assessor.
    package let marks: [(assessor: String, mark: Number)]

    package var isOverLimit: Bool { limit.map { spread > $0 } ?? false }
  }

  package let rubric: Rubric
  package let options: Options
  package let subjects: Int
  package let marks: Int
  package let sharedUnits: Int
  /// Over all items, each mark as a share of its scale to six decimals.
  package let total: [Coefficient]
  package let items: [OfItem]
  package let assessors: [Severity]
  package let pairs: [Pair]
  /// Over the limit first, then by contribution.
  package let discussed: [Discussed]

  package func total(_ metric: Metric) -> Coefficient? { total.first { $0.metric == metric } }

  /// Alphas below it do not carry even tentative conclusions.
  ///
  /// - Source: Krippendorff 2004, Content Analysis, 2nd edition, section 11.4.2: at least .800, tentatively .667.
  package static let leastTentative = Number("0.667") ?? .one
}
