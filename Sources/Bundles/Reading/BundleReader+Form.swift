import Archives
import Diagnostics
import Formats
import NormalForms
import Values
import Workbooks

extension BundleReader {
  /// Opens the workbook beside `bundle.yaml`, where it is a form that was handed out.
  mutating func readForm() {
    guard let bytes = contents[Self.mainWorkbook] else { return }
    var found = Diagnostics()
    guard
      let workbook = Workbook.open(
        .bytes(ZipBytes(bytes)), shownAs: shown(Self.mainWorkbook), into: &found),
      let read = ReadForm(workbook, into: &found)
    else { return }
    // What is no form is opened once more as any workbook, and told then.
    diagnostics.append(found)
    contents[Self.mainWorkbook] = nil
    form = read
    sheetFacts += read.facts
  }

  /// Whether a form and `bundle.yaml` speak of two subjects: then the form is nobody's evidence here.
  mutating func checkForm(against subject: String?) {
    guard let read = form else { return }
    let said = [read.head(.subject), read.marker.subject.isEmpty ? nil : read.marker.subject]
      .compactMap(\.self)
    guard let other = said.first(where: { $0 != (subject ?? said[0]) }) else { return }
    diagnostics.report(
      .formOfAnother(
        other, subject ?? said[0],
        at: read.heads[.subject]?.place ?? .file(shown(Self.mainWorkbook))))
    form = nil
    sheetFacts = []
  }

  /// The tables of the form, or its surveys; a sheet in which nobody wrote anything was not handed in.
  mutating func readFormTables(
    in folder: String, _ columns: MissingColumns?, _ rules: [HeaderName: WrittenRowRule]
  ) -> [BundleTable] {
    guard let form else { return [] }
    let role: FormMarker.Role = folder == "surveys" ? .survey : .table
    let empty = form.emptyTables
    return form.marker.sheets.filter { $0.role == role }.compactMap { entry in
      let name = HeaderName(entry.sheet)
      guard isWanted(entry.name),
        let sheet = form.workbook.sheets.first(where: { HeaderName($0.name) == name })
      else { return nil }
      let content = SheetContent(sheet, of: form.workbook)
      guard !content.isEmpty,
        let table = table(
          content, Self.mainWorkbook, names: [Bundle.stem(of: entry.name)], columns, rules)
      else { return nil }
      let isSaidEmpty = empty.contains(name) || empty.contains(HeaderName(table.name))
      if table.content.rowCount == 0, !isSaidEmpty { return nil }
      if table.content.rowCount > 0, isSaidEmpty {
        diagnostics.report(
          .formSaysNone(
            entry.sheet, table.content.rowCount,
            at: .sheet(SheetPlace(workbook: shown(Self.mainWorkbook), sheet: sheet.name))))
      }
      return table
    }
  }

  private func isWanted(_ file: String) -> Bool { wanted?.contains(HeaderName(file)) ?? true }

  /// The period that a form gives, where `bundle.yaml` gives none.
  mutating func readFormPeriod() -> BundlePeriod? {
    guard let form, let from = date(of: form.heads[.from]), let to = date(of: form.heads[.to])
    else { return nil }
    guard (from.year, from.month, from.day) <= (to.year, to.month, to.day) else {
      if let place = form.heads[.from]?.place {
        diagnostics.report(.bundlePeriodBackwards(at: place))
      }
      return nil
    }
    return BundlePeriod(from: from, to: to)
  }

  private mutating func date(of fact: BundleFact?) -> CalendarDate? {
    fact.flatMap { date($0.text, key: $0.name, at: $0.place) }
  }

  private mutating func date(_ text: String, key: String, at place: Place) -> CalendarDate? {
    switch CellReader(.date).read(text) {
    case .value(.date(let date), _): return date
    case .value, .blank: return nil
    case .mismatch(let mismatch):
      diagnostics.report(.bundleMismatch(mismatch, key: key, at: place))
      return nil
    }
  }

  mutating func readFormOperation() -> BundleFact? {
    guard let form, let fact = form.heads[.operation], form.head(.operation) != nil else {
      return nil
    }
    if Operation(written: fact.text) == nil {
      diagnostics.report(.unknownOperation(fact.text, .error, at: fact.place))
    }
    return BundleFact(name: Operation.name, text: fact.text, place: fact.place)
  }

  /// The documents of the request list that name a file.
  mutating func readFormDocuments(besides listed: [Document]) -> [Document] {
    guard let form else { return [] }
    var documents: [Document] = []
    let tables = Set(form.marker.sheets.map { HeaderName($0.sheet) })
    for request in form.requests where !tables.contains(HeaderName(request.kind)) {
      guard let name = request.cells[.file] else {
        let isElsewhere = (listed + documents).contains { $0.kind == request.kind }
        if isHandedIn(request), !isElsewhere {
          diagnostics.report(.requestWithoutFile(request.kind, at: request.place(.file)))
        }
        continue
      }
      guard let document = document(named: name, request) else { continue }
      let isListed = (listed + documents).contains {
        $0.file == document.file && $0.kind == document.kind
      }
      guard !isListed else { continue }
      if isAsFound(document) {
        documents.append(document)
      } else {
        doubtfulDocuments.append(document)
      }
    }
    return documents
  }

  private mutating func isHandedIn(_ request: ReadForm.Request) -> Bool {
    guard let text = request.cells[.handedIn], !FormWording.isNone(text) else { return false }
    switch CellReader(.boolean).read(text) {
    case .value(.boolean(let said), _): return said
    case .value, .blank: return false
    case .mismatch(let mismatch):
      diagnostics.report(
        .bundleMismatch(
          mismatch, key: RequestColumn.handedIn.wording.zh, at: request.place(.handedIn)))
      return false
    }
  }

  private mutating func document(named name: String, _ request: ReadForm.Request) -> Document? {
    let folder = "documents/"
    let file = (name.hasPrefix(folder) ? name : folder + name).normalFormC
    let place = request.place(.file)
    guard !file.split(separator: "/").contains("..") else {
      diagnostics.report(.documentOutside(at: place))
      return nil
    }
    if let kind = PersonalNumber(in: file) {
      diagnostics.report(.personalNumberInName(kind, at: place))
    }
    func text(_ column: RequestColumn) -> String? { request.cells[column] }
    return Document(
      file: file, kind: request.kind, dated: date(.dated, of: request),
      from: date(.from, of: request), to: date(.to, of: request), pages: pages(of: request),
      stage: text(.stage), custodian: text(.custodian),
      serves: text(.serves).map {
        $0.split { ",，、;；".contains($0) }.map { String($0.drop { $0 == " " }) }
      } ?? [],
      digest: files[file]?.digest ?? "", byteCount: files[file]?.byteCount ?? 0, place: place)
  }

  private mutating func date(
    _ column: RequestColumn, of request: ReadForm.Request
  ) -> CalendarDate? {
    request.cells[column].flatMap {
      date($0, key: column.wording.zh, at: request.place(column))
    }
  }

  private mutating func pages(of request: ReadForm.Request) -> Int? {
    guard let text = request.cells[.pages] else { return nil }
    guard let pages = Int(text), pages >= 0 else {
      diagnostics.report(.bundleForm(.count, at: request.place(.pages)))
      return nil
    }
    return pages
  }

  private mutating func isAsFound(_ document: Document) -> Bool {
    guard let found = files[document.file] else {
      diagnostics.report(.documentMissing(document.file, at: document.place))
      return false
    }
    guard found.byteCount > 0 else {
      diagnostics.report(.documentEmpty(document.file, at: document.place))
      return false
    }
    return true
  }
}
