extension Vocabulary {
  /// The constructs that policies share with rubrics: sources, declarations, rounding, decision tables.
  package static let shared = Vocabulary(
    Construct.declarations + Construct.tables + Construct.crossTabs)

  package static let rubric = Vocabulary(
    Construct.rubric + Construct.changes(item: .record("item")) + Construct.stages
      + Construct.declarations + Construct.items
      + ScoringForms.constructs + Construct.relations + Construct.tables + Construct.crossTabs
      + Construct.grades + Construct.panels)

  package static let rubricTests = Vocabulary(Construct.tests)
}
