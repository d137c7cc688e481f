import Archives
import Bundles
import Diagnostics
import Formats
import Scoring
import Workbooks

/// A sheet of a workbook as a file of a portfolio: written once, as a spreadsheet saves it, into a file without a name.
///
/// So a sheet of any length takes no memory, is read as often as a file is, on all threads, and by the same rules.
struct SheetFile {
  let file: PortfolioFile

  /// - Returns: `nil` where it cannot be read as a whole, or nobody knows which sheet is meant; that was reported.
  init?(
    _ path: SheetPath, of table: String?, into diagnostics: inout Diagnostics
  ) throws(ByteStreamFailure) {
    let watched = try OpenedFile(path.workbook)
    let opened = Workbook.open(
      .file(path.workbook), shownAs: path.workbook, into: &diagnostics)
    guard let workbook = opened,
      let sheet = Self.sheet(path, of: table, in: workbook, into: &diagnostics)
    else { return nil }
    var found = Diagnostics()
    guard let (spool, lines) = try Self.written(sheet, of: workbook, into: &found) else {
      diagnostics.append(found)
      return nil
    }
    diagnostics.append(found)
    let written = try OpenedFile(spool, named: lines.path)
    file = PortfolioFile(
      lines.path, sheet: lines,
      checkUnchanged: { () throws(ByteStreamFailure) in try watched.checkUnchanged() },
      open: { () throws(ByteStreamFailure) in FileStream(written) })
  }

  // MARK: which sheet

  private static func sheet(
    _ path: SheetPath, of table: String?, in workbook: Workbook,
    into diagnostics: inout Diagnostics
  ) -> Workbook.Sheet? {
    let sheets = workbook.sheets.filter { $0.kind == .cells || $0.kind == .missing }
    func named(_ name: String) -> Workbook.Sheet? {
      sheets.first { $0.name == name }
        ?? sheets.first { HeaderName($0.name) == HeaderName(name) }
    }
    if let name = path.sheet {
      let found = named(name)
      if found == nil {
        diagnostics.report(.sheetNotThere(name, sheets.map(\.name), path.workbook))
      }
      return found
    }
    if let sheet = table.flatMap(named) { return sheet }
    if sheets.count == 1 { return sheets[0] }
    let filled = sheets.filter { !workbook.isEmpty($0) }
    if filled.count == 1 { return filled[0] }
    diagnostics.report(.severalSheets(filled.map(\.name), path.workbook))
    return nil
  }

  // MARK: writing it

  /// - Returns: `nil` where cells of it are lost; that was reported.
  private static func written(
    _ sheet: Workbook.Sheet, of workbook: Workbook, into diagnostics: inout Diagnostics
  ) throws(ByteStreamFailure) -> (Spool, SheetLines)? {
    var writing = try SheetWriting(sheet, of: workbook)
    if writing.reading.isUnordered { return try ordered(sheet, of: workbook, into: &diagnostics) }
    // A cell stands further to the right than all those above it.
    if writing.reading.columnCount > writing.width {
      let width = writing.reading.columnCount
      writing = try SheetWriting(sheet, of: workbook, width: width)
    }
    diagnostics.append(writing.diagnostics)
    if let hidden = HiddenParts(sheet, writing.reading, of: workbook.path) {
      diagnostics.report(.hiddenInWorkbook(hidden))
    }
    guard writing.reading.isWhole, !sheet.isDoubtful else { return nil }
    return (writing.spool, writing.lines)
  }

  /// The cells of a sheet that does not hold them in their order, which are put into it in memory.
  private static func ordered(
    _ sheet: Workbook.Sheet, of workbook: Workbook, into diagnostics: inout Diagnostics
  ) throws(ByteStreamFailure) -> (Spool, SheetLines)? {
    let content = SheetContent(sheet, of: workbook)
    diagnostics.append(content.diagnostics)
    if let hidden = HiddenParts(sheet, content.reading, of: workbook.path) {
      diagnostics.report(.hiddenInWorkbook(hidden))
    }
    guard content.isWhole else { return nil }
    var rows = content.rows
    rows.end()
    guard !rows.isTooLarge else {
      diagnostics.report(
        .fileTooLarge("\(workbook.path)!\(sheet.name)", limit: CSVReader.Limits().file))
      return nil
    }
    let spool = try Spool()
    var failure: ByteStreamFailure?
    rows.take { bytes in
      do throws(ByteStreamFailure) {
        try spool.append(UnsafeRawBufferPointer(bytes))
      } catch let error {
        failure = error
      }
    }
    if let failure { throw failure }
    return (spool, rows.lines)
  }
}
