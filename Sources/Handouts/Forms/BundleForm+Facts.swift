import Bundles
import Diagnostics
import Formats
import Rubrics
import Values
import WorkbookWriting

extension BundleForm {
  /// Two columns that are read, and two that explain them.
  var factSheet: SheetDraft {
    var sheet = SheetDraft(name: say(FormWording.factSheet))
    sheet.isProtected = true
    sheet.frozenRows = 1
    sheet.repeatedRows = 1
    sheet.setColumn(FactColumn.name.rawValue, width: 26)
    sheet.setColumn(FactColumn.value.rawValue, width: 24)
    sheet.setColumn(FactColumn.unit.rawValue, width: 10)
    sheet.setColumn(FactColumn.remark.rawValue, width: 60)
    for column in FactColumn.allCases {
      sheet.set(1, column.rawValue, say(column.wording), .heading)
    }
    var row = 2
    for head in FormHead.allCases where asks(head) {
      set(head, in: &sheet, row)
      row += 1
    }
    for fact in content.facts {
      set(fact, in: &sheet, row)
      row += 1
    }
    return sheet
  }

  private func asks(_ head: FormHead) -> Bool {
    switch head {
    case .operation:
      content.readsOperation || !face.operation.isEmpty || evidence?.operation != nil
    case .region: !face.region.isEmpty || evidence?.region != nil
    default: true
    }
  }

  private func set(_ head: FormHead, in sheet: inout SheetDraft, _ row: Int) {
    let column = FactColumn.value.rawValue
    sheet.set(row, FactColumn.name.rawValue, say(head.wording), .given)
    sheet.set(row, FactColumn.unit.rawValue, .blank, .given)
    var remark = ""
    // Who it is about is not for the subject to say.
    switch head {
    case .subject: sheet.set(row, column, face.id, .given)
    case .kind: sheet.set(row, column, face.kind, .given)
    case .title: sheet.set(row, column, face.title, .open)
    case .from: sheet.set(row, column, Self.day(face.from), .openDate)
    case .to: sheet.set(row, column, Self.day(face.to), .openDate)
    case .operation:
      let text = face.operation.isEmpty ? evidence?.operation?.text ?? "" : face.operation
      sheet.set(row, column, text, .open)
      let words = Operation.allCases.map { say($0.wording.en, $0.wording.zh) }
      sheet.add(EntryRule(rows: row...row, columns: column...column, .list(words)))
      remark = words.joined(separator: say("; ", "；"))
    case .operatorName:
      let text = face.operatorName.isEmpty ? evidence?.operatorName ?? "" : face.operatorName
      sheet.set(row, column, text, .open)
      remark = say("the organisation that runs it, if there is one", "由机构承接的，填机构名称")
    case .region:
      sheet.set(row, column, face.region.isEmpty ? evidence?.region ?? "" : face.region, .open)
    }
    if head == .from || head == .to {
      sheet.add(EntryRule(rows: row...row, columns: column...column, .date))
    }
    sheet.set(row, FactColumn.remark.rawValue, remark, .remark)
  }

  private func set(_ fact: FormContent.Fact, in sheet: inout SheetDraft, _ row: Int) {
    let declaration = fact.declaration
    let column = FactColumn.value.rawValue
    sheet.set(row, FactColumn.name.rawValue, declaration.fileName, .given)
    sheet.note(row, FactColumn.name.rawValue, named(fact.items))
    let text = evidence?.fact(named: declaration.headers + [declaration.name])?.text ?? ""
    sheet.set(
      row, column, Self.content(of: text, for: declaration),
      declaration.isDate ? .openDate : .open)
    sheet.set(row, FactColumn.unit.rawValue, declaration.unitText(in: language), .given)
    let demand = [declaration.demand(in: language), named(fact.items)].filter { !$0.isEmpty }
    sheet.set(
      row, FactColumn.remark.rawValue, demand.joined(separator: say(". ", "。")), .remark)
    sheet.add(declaration.rule(rows: row...row, column: column, in: language))
  }

  static func day(_ date: CalendarDate?) -> SheetDraft.Content {
    date.map { content(of: $0) } ?? .blank
  }

  private static func content(of date: CalendarDate) -> SheetDraft.Content {
    // Before March 1900 a sheet counts a day that never was.
    date.year > 1900 && date.year < 9999
      ? .date(year: Int(date.year), month: Int(date.month), day: Int(date.day))
      : .text("\(date)")
  }

  /// A cell of a kind that says the same as a text of a file.
  static func content(of text: String, for declaration: Declaration?) -> SheetDraft.Content {
    guard !text.isEmpty else { return .blank }
    guard let declaration else { return .text(text) }
    if declaration.isNumber { return .number(text) }
    if declaration.isDate, let date = CalendarDate(written: text), "\(date)" == text {
      return content(of: date)
    }
    return .text(text)
  }
}
