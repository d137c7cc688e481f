import Diagnostics
import Formats
import Values

/// Diagnostics for editors and machines.
enum DiagnosticsJSON {
  static func print(
    _ diagnostics: Diagnostics, summary: JSON? = nil, times: JSON? = nil
  ) -> String {
    JSON.object(
      [
        .init("diagnostics", array(diagnostics)),
        .init("omitted", .number(Number(diagnostics.omittedCount))),
      ] + (summary.map { [.init("summary", $0)] } ?? [])
        + (times.map { [.init("times", $0)] } ?? [])
    ).prettyText
  }

  static func array(_ diagnostics: Diagnostics) -> JSON {
    .array(diagnostics.all.map(object))
  }

  /// Every diagnostic as a result of a SARIF run.
  ///
  /// - Source: SARIF 2.1.0 (OASIS), sections 3.13, 3.14 and 3.27.
  static func sarif(_ diagnostics: Diagnostics, version: String) -> String {
    let codes = Set(diagnostics.all.map(\.code)).sorted()
    let driver: JSON = .object([
      .init("name", "hengxing"), .init("version", .string(version)),
      .init("rules", .array(codes.map { .object([.init("id", .string($0))]) })),
    ])
    let run: JSON = .object([
      .init("tool", .object([.init("driver", driver)])),
      .init("results", .array(diagnostics.all.map(result))),
    ])
    return JSON.object([
      .init("$schema", "https://json.schemastore.org/sarif-2.1.0.json"), .init("version", "2.1.0"),
      .init("runs", .array([run])),
    ]).prettyText
  }

  private static func object(_ diagnostic: Diagnostic) -> JSON {
    var members: [JSON.Member] = [
      .init("code", .string(diagnostic.code)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("headline", json(diagnostic.headline)),
    ]
    if let place = diagnostic.place { members.append(.init("place", json(place))) }
    if let label = diagnostic.label { members.append(.init("label", json(label))) }
    if !diagnostic.notes.isEmpty {
      members.append(.init("notes", .array(diagnostic.notes.map(json))))
    }
    if let help = diagnostic.help { members.append(.init("help", json(help))) }
    return .object(members)
  }

  private static func json(_ wording: Wording) -> JSON {
    .object([.init("en", .string(wording.en)), .init("zh", .string(wording.zh))])
  }

  private static func json(_ place: Place) -> JSON {
    var members: [JSON.Member] = [.init("file", .string(place.path))]
    switch place {
    case .text(let source, let span):
      let start = source.position(of: span.start)
      let end = source.position(of: span.end)
      members += [
        .init("line", .number(Number(start.line))), .init("column", .number(Number(start.column))),
        .init("endLine", .number(Number(end.line))),
        .init("endColumn", .number(Number(end.column))),
      ]
    case .cell(_, let line, let column):
      members += [
        .init("line", .number(Number(line))), .init("columnName", .string(column)),
      ]
    case .file: break
    }
    return .object(members)
  }

  private static func result(_ diagnostic: Diagnostic) -> JSON {
    var members: [JSON.Member] = [
      .init("ruleId", .string(diagnostic.code)),
      .init("level", .string(diagnostic.severity.rawValue)),
      .init("message", .object([.init("text", .string(diagnostic.headline.en))])),
    ]
    guard let place = diagnostic.place else { return .object(members) }
    var location: [JSON.Member] = [
      .init("artifactLocation", .object([.init("uri", .string(place.path))]))
    ]
    switch place {
    case .text(let source, let span):
      let (line, column) = source.position(of: span.start)
      location.append(.init("region", region(line, column)))
    case .cell(_, let line, _): location.append(.init("region", region(line, nil)))
    case .file: break
    }
    members.append(
      .init("locations", .array([.object([.init("physicalLocation", .object(location))])]))
    )
    return .object(members)
  }

  private static func region(_ line: Int, _ column: Int?) -> JSON {
    var members: [JSON.Member] = [.init("startLine", .number(Number(line)))]
    if let column { members.append(.init("startColumn", .number(Number(column)))) }
    return .object(members)
  }
}
