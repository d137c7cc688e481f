import Archives
import Diagnostics

/// Finds the parts of a workbook, and reads all of them but the sheets.
struct WorkbookOpening {
  let path: String
  var diagnostics = Diagnostics()

  init(path: String) {
    self.path = path
  }

  /// No program writes more; those behind are not read.
  private static let mostSheets = 10_000
  /// So much of a file is looked at to find out what it is.
  private static let head = 1024

  mutating func open(_ source: ZipParts.Source) -> Workbook? {
    guard isZip(source), let package = package(source), let main = mainPart(of: package) else {
      return nil
    }
    if package.isDoubled(main) { reportDoubled(main) }
    do throws(XMLFault) {
      let relationships = try Relationships(of: main, in: package)
      guard var book = try WorkbookPart(main, package) else {
        diagnostics.report(.notAWorkbook(path, .otherZip))
        return nil
      }
      if book.entries.count > Self.mostSheets {
        diagnostics.report(.tooManySheets(book.entries.count, limit: Self.mostSheets, path))
        book.entries.removeLast(book.entries.count - Self.mostSheets)
      }
      let styles = readStyles(relationships.target(ofKind: "styles"), package)
      let strings = readStrings(relationships.target(ofKind: "sharedStrings"), package)
      let sheets = sheets(of: book, relationships, package)
      guard fits(sheets, package) else { return nil }
      return Workbook(
        path: path, isFrom1904: book.isFrom1904, sheets: sheets, package: package, styles: styles,
        strings: strings)
    } catch let fault {
      diagnostics.report(.unreadablePart(main, fault.wording, at: .file(path)))
      return nil
    }
  }

  private mutating func isZip(_ source: ZipParts.Source) -> Bool {
    let foreign: ForeignFile?
    switch source {
    case .bytes(let bytes):
      foreign = ForeignFile(bytes.start(Self.head), path: path) { bytes.stream }
    case .file(let location):
      do throws(ByteStreamFailure) {
        let file = try OpenedFile(location)
        foreign = ForeignFile(try file.start(Self.head), path: path) { FileStream(file) }
      } catch let failure {
        diagnostics.report(.unreadableWorkbook(failure.wording, path))
        return false
      }
    }
    if let foreign { diagnostics.report(.notAWorkbook(path, foreign)) }
    return foreign == nil
  }

  private mutating func package(_ source: ZipParts.Source) -> WorkbookPackage? {
    do throws(FileTreeError) {
      return try WorkbookPackage(source)
    } catch let error {
      switch error {
      case .tooManyFiles(let limit): diagnostics.report(.tooManyParts(limit: limit, path))
      case .damaged(_, let words):
        diagnostics.report(.unreadableWorkbook(ByteStreamFailure.damaged(words).wording, path))
      default: diagnostics.report(.notAWorkbook(path, .other))
      }
      return nil
    }
  }

  private mutating func mainPart(of package: WorkbookPackage) -> String? {
    if package.isOpenDocument {
      diagnostics.report(.notAWorkbook(path, .openDocument))
      return nil
    }
    do throws(XMLFault) {
      let main = try Relationships(of: "", in: package).target(ofKind: "officeDocument")
      guard let main, package.has(main) else {
        diagnostics.report(.notAWorkbook(path, .otherZip))
        return nil
      }
      if main.lowercased().hasSuffix(".bin") {
        diagnostics.report(.notAWorkbook(path, .binary))
        return nil
      }
      return main
    } catch let fault {
      diagnostics.report(
        .unreadablePart("_rels/.rels", fault.wording, at: .file(path)))
      return nil
    }
  }

  private mutating func reportDoubled(_ part: String) {
    diagnostics.report(.partTwice(part, at: .file(path)))
  }

  private mutating func readStyles(_ part: String?, _ package: WorkbookPackage) -> Styles {
    guard let part, package.has(part) else { return Styles() }
    if package.isDoubled(part) { reportDoubled(part) }
    do {
      return try Styles(try package.open(part))
    } catch let error {
      report(error, of: part)
      return Styles()
    }
  }

  private mutating func readStrings(_ part: String?, _ package: WorkbookPackage) -> SharedStrings {
    var strings = SharedStrings()
    guard let part, package.has(part) else { return strings }
    if package.isDoubled(part) { reportDoubled(part) }
    do {
      try strings.read(try package.open(part))
    } catch let error {
      report(error, of: part)
    }
    return strings
  }

  private mutating func report(_ error: any Error, of part: String) {
    let why =
      (error as? XMLFault)?.wording ?? (error as? WorkbookPackage.Missing)?.wording
      ?? WorkbookPackage.Missing.absent.wording
    diagnostics.report(.unreadablePart(part, why, at: .file(path)))
  }

  // MARK: sheets

  private mutating func sheets(
    of book: WorkbookPart, _ relationships: Relationships, _ package: WorkbookPackage
  ) -> [Workbook.Sheet] {
    var first: [String: String] = [:]
    return book.entries.map { entry in
      let relationship = relationships[entry.id]
      let place = Place.sheet(SheetPlace(workbook: path, sheet: entry.name))
      var isDoubtful = false
      guard let target = relationship?.target, package.has(target) else {
        diagnostics.report(.sheetWithoutPart(at: place))
        return sheet(entry, .missing, "", isDoubtful: true)
      }
      if relationships.doubled.contains(entry.id) {
        diagnostics.report(.relationTwice(entry.id, at: place))
        isDoubtful = true
      }
      if package.isDoubled(target) {
        diagnostics.report(.partTwice(target, at: place))
        isDoubtful = true
      }
      let name = WorkbookPackage.comparable(target)
      if let other = first[name] {
        diagnostics.report(.sheetsShareAPart(other, at: place))
        isDoubtful = true
      } else {
        first[name] = entry.name
      }
      return sheet(
        entry, Workbook.Sheet.Kind(relationship: relationship?.kind ?? ""), target,
        isDoubtful: isDoubtful)
    }
  }

  private func sheet(
    _ entry: WorkbookPart.Entry, _ kind: Workbook.Sheet.Kind, _ part: String, isDoubtful: Bool
  ) -> Workbook.Sheet {
    Workbook.Sheet(
      name: entry.name, visibility: entry.visibility, kind: kind, part: part,
      isDoubtful: isDoubtful)
  }

  /// Whether no more comes out of all sheets than any honest file would give; one part may be named by many of them.
  private mutating func fits(_ sheets: [Workbook.Sheet], _ package: WorkbookPackage) -> Bool {
    var total = 0
    for sheet in sheets where sheet.kind == .cells {
      let (sum, overflow) = total.addingReportingOverflow(package.byteCount(of: sheet.part))
      total = overflow ? Int.max : sum
    }
    if total <= package.limit { return true }
    diagnostics.report(
      .unreadableWorkbook(WorkbookPackage.Missing.bomb.wording, path))
    return false
  }
}

extension Workbook.Sheet.Kind {
  fileprivate init(relationship: String) {
    switch relationship {
    case "worksheet": self = .cells
    case "chartsheet": self = .chart
    case "dialogsheet": self = .dialog
    case "xlMacrosheet", "xlIntlMacrosheet": self = .macros
    default: self = .other
    }
  }
}
