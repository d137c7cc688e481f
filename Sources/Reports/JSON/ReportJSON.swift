package import Diagnostics
package import Formats

/// `result.json`: a report as canonical JSON, and back.
///
/// Keys are sorted and the form is fixed, so that equal reports have equal bytes. Numbers travel as text: most readers of
/// JSON would round them.
package enum ReportJSON {
  package static func print(_ report: Report) -> String { canonical(report) }

  package static func print(_ reports: [Report]) -> String { canonical(reports) }

  package static func print(_ index: RoundIndex) -> String { canonical(index) }

  package static func print(_ feedback: Feedback) -> String { canonical(feedback) }

  package static func print(_ record: PublicRecord) -> String { canonical(record) }

  /// - Returns: `nil` where the file is no record of an edition for the public.
  package static func record(_ source: SourceText) -> PublicRecord? {
    var unused = Diagnostics()
    return JSONReader.read(source, into: &unused).flatMap {
      try? $0.decoded(as: PublicRecord.self)
    }
  }

  package static func print(_ agreement: [AgreementFace]) -> String { canonical(agreement) }

  package static func print(_ summary: PortfolioSummary) -> String { canonical(summary) }

  package static func print(_ plan: PlanFace) -> String { canonical(plan) }

  package static func json(_ summary: PortfolioSummary) -> JSON { json(of: summary) }

  /// A text as JSON writes it.
  package static func quoted(_ text: String) -> String { JSON.string(text).canonicalText }

  static func json(_ header: ResultsHeader) -> JSON { json(of: header) }

  /// - Returns: `nil` where the line is not the header of a file of results; where the schema is not ours too.
  package static func header(_ line: String) -> ResultsHeader? {
    var unused = Diagnostics()
    guard let json = JSONReader.read(SourceText(line, path: "results.jsonl"), into: &unused),
      let header = try? json.decoded(as: ResultsHeader.self),
      header.kind == ResultsHeader.kind, header.schema == ResultsHeader.schema
    else { return nil }
    return header
  }

  private static func canonical(_ value: some Encodable) -> String {
    guard let text = try? JSON.prettyText(encoding: value) else {
      preconditionFailure("what a report holds is always valid JSON")
    }
    return text
  }

  private static func json(of value: some Encodable) -> JSON {
    guard let json = try? JSON(encoding: value) else {
      preconditionFailure("what a report holds is always valid JSON")
    }
    return json
  }

  /// - Returns: `nil` where the file is not a result of this schema; that was reported.
  package static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> Report? {
    // The reader bounds the depth and names the place of a mistake.
    var faults = Diagnostics()
    guard let json = JSONReader.read(source, into: &faults),
      let report = try? json.decoded(as: Report.self),
      report.schema == Report.schema
    else {
      diagnostics.report(.notAResult(source.path, because: faults.all.first))
      return nil
    }
    return report
  }
}
