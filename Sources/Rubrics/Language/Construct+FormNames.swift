extension Construct {
  static let formNames = ScoringForms.all.compactMap { $0.constructs.first?.name }
}
