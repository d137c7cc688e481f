import Diagnostics
import Reports
import Values
package import WorkbookWriting

extension SheetPaper {
  package var workbookName: String { "\(sheet.id).xlsx" }

  /// The sheet as a workbook: the same table, with marks to be entered within their points.
  package var workbook: WorkbookDraft {
    var draft = WorkbookDraft(title: say(sheet.title))
    draft.add(page)
    return draft
  }

  private var page: SheetDraft {
    let table = table
    var page = SheetDraft(name: SheetPaperWording.page.text(in: language))
    page.isLandscape = true
    for (index, column) in table.columns.enumerated() {
      page.setColumn(index + 1, width: max(6, column.weight))
    }
    var row = 1
    func say(_ text: String, _ style: CellStyle) {
      page.set(row, 1, text, style)
      row += 1
    }
    say(self.say(sheet.title), .title)
    for mark in marks { say(mark, .plain) }
    if let note = sheet.note { say(self.say(note), .plain) }
    say(SheetPaperWording.subject.text(in: language), .plain)
    for (index, column) in table.columns.enumerated() {
      page.set(row, index + 1, column.head, .heading)
    }
    page.repeatedRows = row
    page.frozenRows = row
    let first = row + 1
    for (index, column) in table.columns.enumerated() {
      set(column, index, of: table, from: first, in: &page)
    }
    limit(table, from: first, in: &page)
    row = first + table.rows.count + 1
    for list in sheet.rules where !list.rules.isEmpty {
      say(self.say(list.title), .plain)
      for rule in list.rules { say(line(rule), .plain) }
    }
    row += 1
    say(SheetPaperWording.signatures.text(in: language), .plain)
    return page
  }

  private func set(
    _ column: WordDocument.Table.Column, _ index: Int, of table: WordDocument.Table,
    from first: Int, in page: inout SheetDraft
  ) {
    let isOpen = index >= table.columns.count - fills.count
    var row = 0
    while row < table.rows.count {
      var last = row
      if column.merges {
        while last + 1 < table.rows.count, table.isOne(row, last + 1, upTo: index) { last += 1 }
      }
      let cells = table.rows[row].cells
      let text = index < cells.count ? cells[index] : ""
      let style: CellStyle =
        table.rows[row].isStrong ? .heading : isOpen ? .open : .given
      if Self.isNumber(text), !column.merges {
        page.set(first + row, index + 1, .number(text), style)
      } else {
        page.merge(first + row...first + last, index + 1, text, style)
      }
      row = last + 1
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  }

  /// Marks between nothing and the points of their row, where the sheet has a column for them.
  private func limit(_ table: WordDocument.Table, from first: Int, in page: inout SheetDraft) {
    let rows = sheet.parts.flatMap(\.rows)
    let start = table.columns.count - fills.count
    for (offset, fill) in fills.enumerated() where SheetPaperWording.isOfMarks(fill) {
      for (index, row) in rows.enumerated() where row.points.isPositive {
        page.add(
          EntryRule(
            rows: first + index...first + index,
            columns: start + offset + 1...start + offset + 1,
            .number(low: .reaching("0"), high: .reaching("\(row.points)"), isWhole: false)))
      }
    }
  }
}

extension WordDocument.Table {
  /// Whether two rows say the same in all columns up to one.
  fileprivate func isOne(_ row: Int, _ other: Int, upTo column: Int) -> Bool {
    let (one, two) = (rows[row].cells, rows[other].cells)
    guard column < one.count, column < two.count, !one[column].isEmpty else { return false }
    return columns.indices.prefix(column + 1).allSatisfy {
      !columns[$0].merges || one[$0] == two[$0]
    }
  }
}
