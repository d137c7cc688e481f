package import Diagnostics
package import Formats
package import Rubrics
import Values

/// A file of rubric tests: small evidence and the outcome that is expected of it.
package struct RubricTestFile: Sendable {
  /// The rubric or policy that is tested, relative to the file.
  package let tested: Scalar
  /// Source and licence of published rows.
  package let source: Wording?
  package let cases: [RubricTestCase]

  /// Reads `<name>.tests.yaml`.
  ///
  /// - Returns: `nil` where the file is not a mapping or does not say what it tests.
  package static func read(
    _ text: SourceText, into diagnostics: inout Diagnostics
  ) -> RubricTestFile? {
    guard let node = YAMLReader.read(text, into: &diagnostics),
      let root = WrittenReader.read(
        node, as: "tests", by: .rubricTests, into: &diagnostics),
      let tested = root.scalar("tests")
    else { return nil }
    return RubricTestFile(
      tested: tested, source: root.wording("source"),
      cases: root.records("cases").map { RubricTestCase($0) })
  }
}

package struct RubricTestCase: Sendable {
  package let name: String
  package let place: Place
  package let mode: ScoringMode
  package let period: Period?
  /// The case as written, for what only policies look at.
  package let record: Record
  package let expectations: Record?

  init(_ record: Record) {
    self.record = record
    name = record.string("name") ?? ""
    place = record.scalar("name")?.place ?? record.place
    mode = record.choice("mode") ?? .final
    period = record.record("period").flatMap { period in
      guard let start = period.date("from"), let end = period.date("to") else { return nil }
      return Period(start, end)
    }
    expectations = record.record("expect")
  }
}
