package import Rubrics

extension Rubric {
  /// What it stands on, for seals; `nil` where it stands alone.
  package var sealedBases: [Report.Base]? {
    bases.isEmpty ? nil : bases.map { Report.Base($0) }
  }
}
