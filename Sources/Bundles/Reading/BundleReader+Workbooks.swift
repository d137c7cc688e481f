import Archives
import Diagnostics
import Formats
import Workbooks

extension BundleReader {
  /// The workbook beside `bundle.yaml`.
  static let mainWorkbook = "bundle.xlsx"
  /// The sheet of two columns that holds facts, where it is the first.
  private static let factSheet = HeaderName("基本情况")
  private static let endings = [".xlsx", ".xlsm"]
  /// What was meant to be a workbook, and is told not to be one that is read.
  private static let foreignEndings = [".xls", ".et", ".ods", ".xlsb"]

  /// Whether a file is a workbook whose sheets are tables of a folder.
  static func isWorkbook(_ file: String, in folder: String) -> Bool {
    let parts = file.split(separator: "/")
    // One beside `bundle.yaml` may hold whatever one in `tables/` may.
    guard parts.count == 2 && parts[0] == folder || parts.count == 1 && folder == "tables" else {
      return false
    }
    let name = parts[parts.count - 1].lowercased()
    return (endings + foreignEndings).contains { name.hasSuffix($0) }
  }

  /// The tables that the sheets of a workbook are: by the names of the sheets, or by that of the file where one sheet alone
  /// holds something.
  mutating func readWorkbook(
    _ file: String, in folder: String, _ columns: MissingColumns?,
    _ rules: [HeaderName: WrittenRowRule]
  ) -> [BundleTable] {
    guard let bytes = contents[file] else { return [] }
    contents[file] = nil
    let opened = Workbook.open(
      .bytes(ZipBytes(bytes)), shownAs: shown(file), into: &diagnostics)
    guard let workbook = opened else { return [] }
    var sheets = workbook.sheets.filter { $0.kind == .cells || $0.kind == .missing }
    if folder == "tables", let first = workbook.sheets.first,
      HeaderName(first.name) == Self.factSheet, !sheets.isEmpty
    {
      sheets.removeFirst()
      readFacts(SheetContent(first, of: workbook))
    }
    let stem = Bundle.stem(of: file)
    let asked = sheets.filter { isAsked(named: $0.name) }
    if !asked.isEmpty {
      return asked.compactMap {
        let names = sheets.count == 1 && file != Self.mainWorkbook ? [$0.name, stem] : [$0.name]
        return table(SheetContent($0, of: workbook), file, names: names, columns, rules)
      }
    }
    let filled = sheets.map { SheetContent($0, of: workbook) }.filter { !$0.isEmpty }
    guard isAsked(named: stem), file != Self.mainWorkbook, filled.count == 1 else {
      reportNotAsked(filled, of: file)
      return []
    }
    return filled.compactMap { table($0, file, names: [stem], columns, rules) }
  }

  /// Sheets that explain the others.
  private static let explanations = ["说明", "填表说明", "目录", "README", "notes"].map {
    HeaderName($0)
  }

  /// Whether somebody reads a table of this name.
  private func isAsked(named name: String) -> Bool {
    guard let wanted else { return true }
    return BundleTable.fileNames(of: name).contains { wanted.contains(HeaderName($0)) }
  }

  private mutating func reportNotAsked(_ all: [SheetContent], of file: String) {
    let sheets = all.filter { !Self.explanations.contains(HeaderName($0.sheet.name)) }
    guard let wanted, !wanted.isEmpty, !sheets.isEmpty else { return }
    diagnostics.report(.sheetsNotAsked(sheets.map(\.sheet.name), shown(file)))
  }

  mutating func table(
    _ content: SheetContent, _ file: String, names: [String], _ columns: MissingColumns?,
    _ rules: [HeaderName: WrittenRowRule]
  ) -> BundleTable? {
    diagnostics.append(content.diagnostics)
    if let hidden = HiddenParts(content.sheet, content.reading, of: content.workbook) {
      diagnostics.report(.hiddenInWorkbook(hidden))
    }
    guard var table = CSVReader.read(content.rows, into: &diagnostics) else { return nil }
    if !content.isWhole { table.isWhole = false }
    let place = "\(file)!\(content.sheet.name)"
    let keys = [place, String(place.split(separator: "/").last ?? "")]
    // Of a workbook with one table the file itself may be named.
    let named =
      names.count > 1 || names == [Bundle.stem(of: file)] ? keys + [file, fileName(file)] : keys
    let rule = named.lazy.compactMap { rules[HeaderName($0)] }.first
    if let rule { checkLines(rule, in: table) }
    return BundleTable(
      name: names[0], file: place, path: file, fileNames: names.flatMap(BundleTable.fileNames),
      content: table, rows: rule?.rule ?? .sieved,
      mayLackColumns: named.contains { columns?.isAllowed(in: $0, $0) ?? false })
  }

  private func fileName(_ file: String) -> String {
    String(file.split(separator: "/").last ?? "")
  }

  /// Facts of a sheet; those that are blank are not given.
  private mutating func readFacts(_ content: SheetContent) {
    diagnostics.append(content.diagnostics)
    if let hidden = HiddenParts(content.sheet, content.reading, of: content.workbook) {
      diagnostics.report(.hiddenInWorkbook(hidden))
    }
    sheetFacts += content.facts
  }
}
