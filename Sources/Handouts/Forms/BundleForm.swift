package import Bundles
package import Diagnostics
import Rubrics
package import Values
package import WorkbookWriting

/// A workbook to be filled in about one subject: facts, one sheet a table, the request list and how to fill it in.
///
/// What it writes, the reader of bundles reads: an untouched form says nothing.
package struct BundleForm {
  /// Who it is about, as far as anybody knows when it is handed out.
  package struct Face: Sendable {
    package var id: String
    package var kind: String
    package var title: String
    package var from: CalendarDate?
    package var to: CalendarDate?
    package var operation = ""
    package var operatorName = ""
    package var region = ""
    package var round = ""
    package var isFictional = false

    package init(id: String, kind: String, title: String) {
      self.id = id
      self.kind = kind
      self.title = title
    }
  }

  /// Rows for which lists and rules are laid out.
  static let lastRow = 2_000

  let content: FormContent
  let face: Face
  let language: Language
  /// What is written into it already.
  let evidence: Bundle?

  package init(
    _ content: FormContent, for face: Face, language: Language, filledWith evidence: Bundle? = nil
  ) {
    self.content = content
    self.face = face
    self.language = language
    self.evidence = evidence
  }

  package var workbook: WorkbookDraft {
    var workbook = WorkbookDraft(title: face.title)
    var marker = marker
    func add(_ sheet: SheetDraft, as role: FormMarker.Role, _ name: String = "") -> String {
      let written = workbook.add(sheet)
      marker.sheets.append(FormMarker.Sheet(role, sheet: written, name: name))
      return written
    }
    // The first sheet holds the facts, as in any workbook of evidence.
    _ = add(factSheet, as: .facts)
    var names: [String] = []
    for table in content.tables {
      names.append(
        add(
          sheet(of: table), as: table.isSurvey ? .survey : .table, table.declaration.fileName))
    }
    _ = add(requestSheet(tables: names), as: .requests)
    _ = add(guideSheet(tables: names), as: .guide)
    var hidden = SheetDraft(name: FormMarker.sheetName)
    hidden.isHidden = true
    hidden.isProtected = true
    for (row, cells) in marker.rows.enumerated() {
      for (column, text) in cells.enumerated() { hidden.set(row + 1, column + 1, text) }
    }
    let sheet = workbook.add(hidden)
    workbook.define(FormMarker.cellName, sheet: sheet, row: 1, column: 1)
    return workbook
  }

  private var marker: FormMarker {
    let rubrics = content.rubrics
    var marker = FormMarker(
      .bundle, rubric: rubrics.map(\.id).joined(separator: ","),
      edition: rubrics.map(\.edition).joined(separator: ","),
      digest: rubrics.map(\.digest).joined(separator: ","),
      isFictional: face.isFictional || rubrics.contains { $0.isFictional })
    marker.round = face.round
    marker.subject = face.id
    return marker
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  func say(_ en: String, _ zh: String) -> String { Wording(en: en, zh: zh).text(in: language) }

  func named(_ items: [Item]) -> String {
    guard !items.isEmpty else { return "" }
    return say("for: ", "用于：")
      + items.map { say($0.title) }.joined(separator: say("; ", "、"))
  }
}
