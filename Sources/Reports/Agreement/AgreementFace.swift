package import Diagnostics
package import Values

/// How well the assessors agree, with nothing left to compute.
package struct AgreementFace: Sendable, Codable, Equatable {
  /// Alpha under one metric.
  package struct Coefficient: Sendable, Codable, Equatable {
    package var metric: String
    /// To three decimals; `nil` where there is none, and `reason` says why.
    package var alpha: Number?
    package var low: Number?
    package var high: Number?
    package var reason: Wording?
  }

  package struct ItemLine: Sendable, Codable, Equatable {
    package var id: String
    package var title: Wording
    package var sharedUnits: Int
    package var assessors: Int
    package var coefficients: [Coefficient]
    /// As a share of the scale, to three decimals.
    package var meanSpread: Number?
    /// Alpha does not carry even tentative conclusions.
    package var isLow: Bool
  }

  package struct AssessorLine: Sendable, Codable, Equatable {
    package var name: String
    package var marks: Int
    package var sharedUnits: Int
    /// As a share of the scale, to three decimals; negative is severe.
    package var deviation: Number?
  }

  package struct PairLine: Sendable, Codable, Equatable {
    package var first: String
    package var second: String
    package var sharedUnits: Int
    package var mean: Number
    package var greatest: Number
  }

  package struct Mark: Sendable, Codable, Equatable {
    package var assessor: String
    package var mark: Number
  }

  package struct DiscussedLine: Sendable, Codable, Equatable {
    package var subject: String
    package var subjectTitle: Wording
    package var stage: String?
    package var item: String
    package var itemTitle: Wording
    package var spread: Number
    package var limit: Number?
    package var contribution: Number
    package var isOverLimit: Bool
    package var marks: [Mark]
  }

  package var rubric: String
  package var edition: String
  package var title: Wording
  package var seed: String
  package var resamples: Int
  package var subjects: Int
  package var marks: Int
  package var sharedUnits: Int
  package var total: [Coefficient]
  package var items: [ItemLine]
  package var assessors: [AssessorLine]
  package var pairs: [PairLine]
  package var discussed: [DiscussedLine]

  /// What concerns one subject: its lines, beside the whole.
  package func about(_ subject: String) -> AgreementFace {
    var face = self
    face.discussed = discussed.filter { $0.subject == subject }
    return face
  }
}

extension [AgreementFace.Coefficient] {
  package subscript(_ metric: String) -> AgreementFace.Coefficient? {
    first { $0.metric == metric }
  }
}
