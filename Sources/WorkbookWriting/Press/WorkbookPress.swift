import CXLSXWriter
import Platform

/// Writes a workbook with libxlsxwriter.
///
/// The same draft gives the same bytes: the library's only clock is set.
struct WorkbookPress {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let formats: CellFormats
  /// Lists that are too long for a rule, or hold commas, by the sheet that they stand in.
  private var lists: LongLists

  /// The day that every workbook says it was made: 1980, as zips say of their members.
  private static let made: time_t = 315_532_800

  /// The bytes of a workbook.
  static func bytes(of draft: WorkbookDraft) throws(WorkbookFailure) -> [UInt8] {
    let made = Result { () throws(SystemFailure) in try Folders.makeTemporaryFile() }
    let (number, path) = try made.orThrow()
    let file = Descriptor(number)
    defer { unlink(path) }
    try write(draft, to: path)
    return try Result { () throws(SystemFailure) in try file.read(upTo: .max) }.orThrow()
  }

  private static func write(
    _ draft: WorkbookDraft, to path: String
  ) throws(WorkbookFailure) {
    var draft = draft
    let lists = LongLists(of: &draft)
    let strings = CStrings()
    var options = lxw_workbook_options()
    options.tmpdir = strings(Folders.temporary)
    guard let workbook = workbook_new_opt(path, &options) else { throw .ofMemory }
    let press = WorkbookPress(
      workbook: workbook, formats: CellFormats(of: workbook), lists: lists)
    var failure: WorkbookFailure?
    do throws(WorkbookFailure) {
      try press.fill(draft)
    } catch let found {
      failure = found
    }
    // Closing frees everything, so it comes whatever has failed.
    let closed = workbook_close(workbook)
    if let failure { throw failure }
    try Self.check(closed)
  }

  private func fill(_ draft: WorkbookDraft) throws(WorkbookFailure) {
    let strings = CStrings()
    var properties = lxw_doc_properties()
    properties.title = strings(WrittenText.cut(WrittenText.clean(draft.title), to: 250))
    properties.created = Self.made
    try Self.check(workbook_set_properties(workbook, &properties))
    for sheet in draft.sheets {
      guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
        throw WorkbookFailure(reason: "sheet name")
      }
      try SheetPress(sheet: sheet, worksheet: worksheet, formats: formats, lists: lists).fill()
    }
    for name in draft.names {
      let column = ColumnLetters.letters(name.column)
      try Self.check(
        workbook_define_name(
          workbook, name.name, "=\(SheetReference.quoted(name.sheet))!$\(column)$\(name.row)"))
    }
  }

  static func check(_ code: lxw_error) throws(WorkbookFailure) {
    guard code != LXW_NO_ERROR else { return }
    throw WorkbookFailure(reason: lxw_strerror(code).map { String(cString: $0) } ?? "\(code)")
  }
}

extension WorkbookFailure {
  fileprivate static var ofMemory: WorkbookFailure {
    WorkbookFailure(reason: SystemFailure.words(of: ENOMEM))
  }
}

extension Result where Failure == SystemFailure {
  /// What the system gave; its refusal is that of the workbook.
  fileprivate func orThrow() throws(WorkbookFailure) -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let failure): throw WorkbookFailure(reason: failure.words)
    }
  }
}
