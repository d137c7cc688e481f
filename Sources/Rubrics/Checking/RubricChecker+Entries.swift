import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// The entries of the scope for what is declared; a name that is declared twice keeps its first meaning.
  var declaredEntries: [Scope.Entry] {
    let all =
      facts.enumerated().map { entry($1.name, $1.shape, .fact($0)) }
      + tables.enumerated().map { entry($1.name, $1.rowsShape, .table($0)) }
      + surveys.enumerated().map { entry($1.name, $1.rowsShape, .survey($0)) }
      + documents.enumerated().map { entry($1.name, DocumentDeclaration.rowsShape, .document($0)) }
    var seen = Set<String>()
    return all.filter { seen.insert($0.name).inserted }
  }

  mutating func checkCitation(_ record: Record) -> Citation? {
    record.scalar("cite").flatMap { checkCitation($0) }
  }

  private mutating func checkCitation(_ scalar: Scalar) -> Citation? {
    let citation = Citation(written: scalar.text)
    if sources.contains(where: { $0.id == citation.source }) { return citation }
    diagnostics.report(
      .unknownSource(citation.source, among: sources.map(\.id), at: scalar.place))
    return nil
  }
}

extension RubricChecker {
  /// Whether a stage is held again and again; only then expressions know `visit` and `faults`.
  var hasVisits: Bool { root.records("stages").contains { $0.mentions("every") } }

  static var namesOfVisits: [String] { ["visit", "faults"] }
}
