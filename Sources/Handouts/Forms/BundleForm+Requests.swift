import Bundles
import Diagnostics
import Formats
import Rubrics
import WorkbookWriting

extension BundleForm {
  private static let spareRows = 40

  /// Every document that is asked for, then the tables, each with a place to say what was handed in.
  func requestSheet(tables: [String]) -> SheetDraft {
    var sheet = SheetDraft(name: say(FormWording.requestSheet))
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    sheet.repeatedRows = 1
    for column in RequestColumn.allCases {
      sheet.set(1, column.rawValue, say(column.wording), .heading)
      sheet.setColumn(column.rawValue, width: Self.width(of: column), Self.style(of: column))
    }
    sheet.note(
      1, RequestColumn.file.rawValue,
      say(
        "the name of the file that you send along, with its ending",
        "随表一起交来的文件的名称，连同后缀，如：劳动合同.pdf"))
    var row = 2
    for request in content.documents { add(request, to: &sheet, &row) }
    for (name, table) in zip(tables, content.tables) {
      sheet.set(row, RequestColumn.kind.rawValue, name, .given)
      sheet.set(
        row, RequestColumn.about.rawValue,
        [
          say(
            "a sheet of this workbook; where there is nothing to write, answer “there is none”",
            "本工作簿的一张表；确实没有可填的，请在“已交”选“没有”"),
          named(table.items),
        ].filter { !$0.isEmpty }.joined(separator: say(". ", "。")), .given)
      let isEmpty = evidence.map { isToldEmpty(table, in: $0) } ?? false
      sheet.set(
        row, RequestColumn.handedIn.rawValue, isEmpty ? say(FormWording.none) : "", .open)
      row += 1
    }
    addRules(to: &sheet, last: row + Self.spareRows)
    return sheet
  }

  private func add(_ request: FormContent.Request, to sheet: inout SheetDraft, _ row: inout Int) {
    let kind = request.declaration
    let given = evidence?.documents.filter { $0.kind == kind.name } ?? []
    for index in 0..<max(1, given.count) {
      sheet.set(row, RequestColumn.kind.rawValue, kind.name, .given)
      sheet.set(row, RequestColumn.about.rawValue, demand(request), .given)
      if given.indices.contains(index) { set(given[index], in: &sheet, row) }
      row += 1
    }
  }

  private func set(_ document: Document, in sheet: inout SheetDraft, _ row: Int) {
    func set(_ column: RequestColumn, _ content: SheetDraft.Content?) {
      guard let content else { return }
      sheet.set(row, column.rawValue, content, Self.style(of: column))
    }
    set(.handedIn, .text(say(FormWording.yes)))
    set(.file, .text(document.file))
    set(.dated, document.dated.map { Self.day($0) })
    set(.from, document.from.map { Self.day($0) })
    set(.to, document.to.map { Self.day($0) })
    set(.pages, document.pages.map { .number("\($0)") })
    set(.stage, document.stage.map { .text($0) })
    set(.custodian, document.custodian.map { .text($0) })
    set(.serves, document.serves.isEmpty ? nil : .text(document.serves.joined(separator: "；")))
  }

  /// Whether evidence holds a table and nothing in it, which is an answer.
  private func isToldEmpty(_ table: FormContent.Table, in evidence: Bundle) -> Bool {
    let all = table.isSurvey ? evidence.surveys : evidence.tables
    return all.contains {
      $0.fileNames.contains(table.declaration.fileName) && $0.content.rowCount == 0
    }
  }

  private func demand(_ request: FormContent.Request) -> String {
    let kind = request.declaration
    var parts: [String] = []
    if let title = kind.title { parts.append(say(title)) }
    if !kind.accept.isEmpty { parts.append(kind.accept.joined(separator: say(", ", "、"))) }
    if kind.mustBeInPeriod { parts.append(say("dated in the period", "日期须在评估期内")) }
    if !request.items.isEmpty, !request.isNeeded { parts.append(say("optional", "可不交")) }
    parts.append(named(request.items))
    return parts.filter { !$0.isEmpty }.joined(separator: say("; ", "；"))
  }

  private func addRules(to sheet: inout SheetDraft, last: Int) {
    func add(_ column: RequestColumn, _ allowed: EntryRule.Allowed, strict: Bool = false) {
      sheet.add(
        EntryRule(
          rows: 2...last, columns: column.rawValue...column.rawValue, allowed, isStrict: strict))
    }
    add(
      .handedIn,
      .list([FormWording.yes, FormWording.no, FormWording.none].map { say($0) }), strict: true)
    add(.dated, .date)
    add(.from, .date)
    add(.to, .date)
    add(.pages, .number(low: .reaching("0"), high: nil, isWhole: true))
    let kinds = content.documents.map(\.declaration.name)
    let stages = content.rubrics.flatMap(\.stages).map(\.id)
    if !kinds.isEmpty { add(.kind, .list(kinds)) }
    if !stages.isEmpty { add(.stage, .list(stages)) }
  }

  private static func style(of column: RequestColumn) -> CellStyle {
    switch column {
    case .dated, .from, .to: .openDate
    // Further files of a kind are written below the list.
    default: .open
    }
  }

  private static func width(of column: RequestColumn) -> Int {
    switch column {
    case .kind: 22
    case .about: 46
    case .file: 26
    case .handedIn, .pageNumbers, .pages, .stage: 9
    default: 13
    }
  }
}
