import Archives
import Bundles
package import Diagnostics
import Formats
import Rubrics
import Workbooks

/// The subjects of a round that is to be made: their ids, names and operators.
package enum SubjectList {
  package struct Entry: Sendable {
    package let id: String
    package let title: String?
    package let operatorName: String?
  }

  private static let idNames = ["id", "编号", "标识", "评估对象编号", "Subject (id)"].map(HeaderName.init)
  private static let titleNames = [
    "title", "name", "名称", "站点", "站名", "社工站", "评估对象名称",
  ].map(HeaderName.init)
  private static let operatorNames = ["operator", "承接机构", "机构"].map(HeaderName.init)

  /// So many of a kind, by number: `station-01` and so on.
  package static func numbered(_ count: Int, kind: String) -> [Entry] {
    let width = "\(count)".count
    return (0..<count).map { index in
      let number = "\(index + 1)"
      let zeros = String(repeating: "0", count: max(0, width - number.count))
      return Entry(id: "\(kind)-\(zeros)\(number)", title: nil, operatorName: nil)
    }
  }

  /// Those of a table: a workbook or comma-separated values, with a column of ids or of names.
  ///
  /// - Returns: `nil` where there is none; that was reported.
  package static func read(
    _ path: String, kind: String, into diagnostics: inout Diagnostics
  ) -> [Entry]? {
    guard let rows = rows(of: path, into: &diagnostics) else { return nil }
    let heads = rows.firstIndex { row in
      row.contains { (idNames + titleNames).contains(HeaderName($0)) }
    }
    guard let heads else {
      diagnostics.report(.listWithoutSubjects(path))
      return nil
    }
    func column(_ names: [HeaderName]) -> Int? {
      rows[heads].firstIndex { names.contains(HeaderName($0)) }
    }
    let (id, title, operatorName) = (column(idNames), column(titleNames), column(operatorNames))
    func cell(_ row: [String], _ column: Int?) -> String? {
      guard let column, row.indices.contains(column) else { return nil }
      let text = PlainWords.trimmed(row[column])
      return text.isEmpty ? nil : text
    }
    let filled = rows.dropFirst(heads + 1).filter { row in
      cell(row, id) != nil || cell(row, title) != nil
    }
    let numbers = numbered(filled.count, kind: kind)
    var seen: Set<String> = []
    var entries: [Entry] = []
    for (row, number) in zip(filled, numbers) {
      let name = cell(row, id) ?? number.id
      guard isIdentifier(name), seen.insert(name).inserted else {
        diagnostics.report(.subjectIdUnfit(name, isTwice: seen.contains(name), at: .file(path)))
        continue
      }
      entries.append(
        Entry(id: name, title: cell(row, title), operatorName: cell(row, operatorName)))
    }
    return diagnostics.hasErrors ? nil : entries
  }

  private static func rows(
    of path: String, into diagnostics: inout Diagnostics
  ) -> [[String]]? {
    guard let bytes = Files.bytes(path, atMost: 64 << 20, into: &diagnostics) else { return nil }
    guard path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") else {
      guard let table = CSVReader.read(bytes, path: path, into: &diagnostics) else { return nil }
      return [table.header] + (0..<table.rowCount).map { table.row($0) }
    }
    guard
      let workbook = Workbook.open(
        .bytes(ZipBytes(bytes)), shownAs: path, into: &diagnostics),
      let sheet = workbook.sheets.first(where: { $0.kind == .cells })
    else { return nil }
    return SheetGrid(sheet, of: workbook, into: &diagnostics).texts
  }
}
