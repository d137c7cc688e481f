import Diagnostics
import Formats
import Values

/// Diagnostics as a log that code review tools show beside the lines.
///
/// - Source: SARIF 2.1.0 (OASIS), sections 3.13, 3.14, 3.27 and 3.55 to 3.57.
enum SARIF {
  /// Every diagnostic as a result of one run.
  static func print(_ diagnostics: Diagnostics, version: String) -> String {
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

  private static func result(_ diagnostic: Diagnostic) -> JSON {
    var members: [JSON.Member] = [
      .init("ruleId", .string(diagnostic.code)),
      .init("level", .string(diagnostic.severity.rawValue)),
      .init("message", message(diagnostic.headline)),
    ]
    if let place = diagnostic.place {
      members.append(.init("locations", .array([.object([location(place)])])))
    }
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map { related -> JSON in
        .object([location(related.place), .init("message", message(related.role))])
      }
      members.append(.init("relatedLocations", .array(related)))
    }
    if !diagnostic.edits.isEmpty {
      members.append(.init("fixes", .array([fix(diagnostic.edits, diagnostic.help)])))
    }
    return .object(members)
  }

  private static func message(_ wording: Wording) -> JSON {
    .object([.init("text", .string(wording.en))])
  }

  private static func file(_ path: String) -> JSON.Member {
    .init("artifactLocation", .object([.init("uri", .string(path))]))
  }

  private static func location(_ place: Place) -> JSON.Member {
    var members = [file(place.path)]
    switch place.asShown {
    case .text(let source, let span):
      let (line, column) = source.position(of: span.start)
      members.append(.init("region", region(line, column)))
    case .cell(_, let line, _): members.append(.init("region", region(line, nil)))
    case .sheet(let place):
      if let row = place.row { members.append(.init("region", region(row, place.column))) }
    case .file: break
    }
    return .init("physicalLocation", .object(members))
  }

  private static func region(_ line: Int, _ column: Int?) -> JSON {
    var members: [JSON.Member] = [.init("startLine", .number(Number(line)))]
    if let column { members.append(.init("startColumn", .number(Number(column)))) }
    return .object(members)
  }

  /// Edits as one fix, file by file.
  private static func fix(_ edits: [Edit], _ help: Wording?) -> JSON {
    var paths: [String] = []
    for edit in edits where !paths.contains(edit.source.path) { paths.append(edit.source.path) }
    let changes = paths.map { path -> JSON in
      let replacements = edits.filter { $0.source.path == path }.map(replacement)
      return .object([file(path), .init("replacements", .array(replacements))])
    }
    let description = help.map { [JSON.Member("description", message($0))] } ?? []
    return .object(description + [.init("artifactChanges", .array(changes))])
  }

  private static func replacement(_ edit: Edit) -> JSON {
    let start = edit.source.position(of: edit.span.start)
    let end = edit.source.position(of: edit.span.end)
    return .object([
      .init(
        "deletedRegion",
        .object([
          .init("startLine", .number(Number(start.line))),
          .init("startColumn", .number(Number(start.column))),
          .init("endLine", .number(Number(end.line))),
          .init("endColumn", .number(Number(end.column))),
        ])),
      .init("insertedContent", .object([.init("text", .string(edit.text))])),
    ])
  }
}
