import Bundles
import Diagnostics
import Formats
import Rubrics
import WorkbookWriting

extension BundleForm {
  /// A head that stays, and open rows below it.
  func sheet(of table: FormContent.Table) -> SheetDraft {
    let declaration = table.declaration
    var sheet = SheetDraft(name: Self.stem(of: declaration.fileName))
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.frozenRows = 1
    sheet.repeatedRows = 1
    let written = evidence(for: table)
    let columns = heads(of: table, written)
    for (index, column) in columns.enumerated() {
      let number = index + 1
      let isDate = column.declaration?.isDate == true
      sheet.setColumn(
        number, width: max(12, min(40, 2 * column.name.count + 4)), isDate ? .openDate : .open)
      sheet.set(1, number, column.name, .heading)
      guard let declared = column.declaration else { continue }
      sheet.note(1, number, declared.demand(in: language))
      sheet.add(declared.rule(rows: 2...Self.lastRow, column: number, in: language))
    }
    guard let written else { return sheet }
    for row in 0..<written.rowCount {
      for (index, column) in columns.enumerated() {
        guard let place = column.place else { continue }
        let text = written.cell(row, place)
        guard !text.isEmpty else { continue }
        sheet.set(
          row + 2, index + 1, Self.content(of: text, for: column.declaration),
          column.declaration?.isDate == true ? .openDate : .open)
      }
    }
    return sheet
  }

  private struct Head {
    let name: String
    let declaration: Declaration?
    /// Its column in what is written already.
    let place: Int?
  }

  /// The declared columns, then those that are there besides.
  private func heads(of table: FormContent.Table, _ written: CSVTable?) -> [Head] {
    let declared = table.declaration.columns.map { column in
      Head(
        name: column.fileName, declaration: column,
        place: written?.columnIndex(named: column.headers + [column.name]))
    }
    var heads = declared
    if let key = table.keyColumn,
      !declared.contains(where: { HeaderName($0.name) == HeaderName(key) })
    {
      heads.insert(
        Head(name: key, declaration: nil, place: written?.columnIndex(named: [key])), at: 0)
    }
    let used = Set(heads.compactMap(\.place))
    for (place, name) in (written?.header ?? []).enumerated() where !used.contains(place) {
      heads.append(Head(name: name, declaration: nil, place: place))
    }
    return heads
  }

  private func evidence(for table: FormContent.Table) -> CSVTable? {
    let wanted = HeaderName(table.declaration.fileName)
    let all = table.isSurvey ? evidence?.surveys : evidence?.tables
    return all?.first { found in found.fileNames.contains { HeaderName($0) == wanted } }?.content
  }

  static func stem(of file: String) -> String {
    String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
  }
}
