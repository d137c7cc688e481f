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
    if !diagnostic.related.isEmpty {
      members.append(.init("related", .array(diagnostic.related.map(json))))
    }
    if !diagnostic.edits.isEmpty {
      members.append(.init("edits", .array(diagnostic.edits.map(json))))
    }
    return .object(members)
  }

  private static func json(_ related: RelatedPlace) -> JSON {
    .object([.init("role", json(related.role)), .init("place", json(related.place))])
  }

  private static func json(_ edit: Edit) -> JSON {
    .object([.init("place", json(edit.place)), .init("text", .string(edit.text))])
  }

  private static func json(_ wording: Wording) -> JSON {
    .object([.init("en", .string(wording.en)), .init("zh", .string(wording.zh))])
  }

  private static func json(_ place: Place) -> JSON {
    var members: [JSON.Member] = [.init("file", .string(place.path))]
    switch place.asShown {
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
    case .sheet(let place):
      members.append(.init("sheet", .string(place.sheet)))
      if let row = place.row { members.append(.init("line", .number(Number(row)))) }
      if let column = place.column {
        members.append(.init("columnName", .string(SheetPlace.letters(ofColumn: column))))
      }
    case .file: break
    }
    return .object(members)
  }
}
