import Diagnostics
import Formats
import Rubrics

extension EvidenceReader {
  /// Warns of identity, telephone and bank numbers where everybody may read them: in facts and columns that are not private.
  ///
  /// One warning a column; what the cells hold is not shown.
  func reportPersonalNumbers(_ source: EvidenceSource, into diagnostics: inout Diagnostics) {
    for fact in rubric.facts where !fact.isPrivate && fact.origin == .bundle {
      for name in Set((fact.headers + [fact.name]).map(HeaderName.init)) {
        guard let written = source.facts[name], let kind = PersonalNumber(in: written.text) else {
          continue
        }
        diagnostics.report(.personalNumber(kind, fact.name, count: 1, at: written.place))
      }
    }
    for table in rubric.tables where table.origin == .bundle {
      report(table, table.found(in: source.tables), into: &diagnostics)
    }
    // Where an anonymous answer stands is nobody's business.
    for survey in rubric.surveys where survey.anonymousFrom == nil {
      report(survey, survey.found(in: source.surveys), into: &diagnostics)
    }
  }

  private func report(
    _ declaration: TableDeclaration, _ table: WrittenTable?, into diagnostics: inout Diagnostics
  ) {
    guard let table else { return }
    for column in declaration.columns where !column.isPrivate {
      guard let index = table.columnIndex(named: column.headers + [column.name]) else { continue }
      var first: (row: Int, kind: PersonalNumber)?
      var count = 0
      for row in 0..<table.rowCount {
        let cell = table.cell(row, index)
        guard cell.utf8.count >= PersonalNumber.shortest, let kind = PersonalNumber(in: cell) else {
          continue
        }
        count += 1
        if first == nil { first = (row, kind) }
      }
      guard let first else { continue }
      diagnostics.report(
        .personalNumber(
          first.kind, column.name, count: count,
          at: table.shownPlace(first.row, column: column.name)))
    }
  }
}
