package import Archives
package import Diagnostics

/// A workbook of Office Open XML: its sheets by name, and their cells as often as somebody asks.
///
/// Its parts stay in the zip; only the texts that cells share and the meaning of their styles are kept.
package struct Workbook: Sendable {
  package struct Sheet: Sendable {
    package enum Kind: String, Sendable {
      case cells = "worksheet"
      case chart = "chartsheet"
      case dialog = "dialogsheet"
      case macros = "macrosheet"
      /// Named by the workbook, and not in it.
      case missing
      case other
    }

    package enum Visibility: String, Sendable {
      case visible, hidden, veryHidden
    }

    package let name: String
    package let visibility: Visibility
    package let kind: Kind
    let part: String
    /// Whether it may be another sheet than the one that was meant.
    package let isDoubtful: Bool
  }

  /// As messages name it.
  package let path: String
  package let isFrom1904: Bool
  /// In the order of the workbook; those that hold no cells are among them.
  package let sheets: [Sheet]
  let package: WorkbookPackage
  let styles: Styles
  let strings: SharedStrings

  /// A workbook at a path of the disk, or of bytes that were read already; `path` is its name in messages.
  ///
  /// - Returns: `nil` where it is none that can be read; that was reported.
  package static func open(
    _ source: ZipParts.Source, shownAs path: String, into diagnostics: inout Diagnostics
  ) -> Workbook? {
    var opening = WorkbookOpening(path: path)
    let workbook = opening.open(source)
    diagnostics.append(opening.diagnostics)
    return workbook
  }

  /// Hands over every cell of a sheet, in the order in which it holds them, and reports what is wrong with it.
  ///
  /// What a cell comes with is good for the call alone.
  package func read(
    _ sheet: Sheet, into diagnostics: inout Diagnostics,
    _ take: (
      _ cell: SheetCell, _ text: UnsafeBufferPointer<UInt8>, _ raw: UnsafeBufferPointer<UInt8>
    ) -> Void
  ) -> SheetReading {
    var reading = SheetReading()
    guard sheet.kind == .cells else { return reading }
    do throws(WorkbookPackage.Missing) {
      let reader = SheetReader(
        try package.open(sheet.part), strings: strings, styles: styles, isFrom1904: isFrom1904)
      reading = reader.read(take)
      if reading.isUnordered, reading.cellCount > 0 { reading.repeated = try repeated(in: sheet) }
      report(reading, of: sheet, into: &diagnostics)
    } catch let missing {
      reading.isLost = true
      diagnostics.report(
        .unreadablePart(sheet.part, missing.wording, at: place(in: sheet)))
    }
    return reading
  }

  /// The cells of a sheet that are given twice, sought where they do not come in their order.
  private func repeated(in sheet: Sheet) throws(WorkbookPackage.Missing) -> SheetReading.Tally {
    var places: [UInt64] = []
    let reader = SheetReader(
      try package.open(sheet.part), strings: strings, styles: styles, isFrom1904: isFrom1904)
    _ = reader.read { cell, _, _ in
      guard cell.kind != .blank else { return }
      places.append(UInt64(cell.row) << 32 | UInt64(cell.column))
    }
    places.sort()
    var tally = SheetReading.Tally()
    for (one, other) in zip(places, places.dropFirst()) where one == other {
      tally.add(Int(one >> 32), Int(one & 0xFFFF_FFFF))
    }
    return tally
  }

  /// How many bytes may come out of a zip of so many.
  package static func mostBytes(outOfZip byteCount: Int) -> Int {
    WorkbookPackage.limit(ofZip: byteCount)
  }

  /// Whether nothing stands in a sheet; a part as large as this holds something.
  package func isEmpty(_ sheet: Sheet) -> Bool {
    guard sheet.kind == .cells else { return sheet.kind != .missing }
    guard package.byteCount(of: sheet.part) < 1 << 16 else { return false }
    var unused = Diagnostics()
    let reading = read(sheet, into: &unused) { _, _, _ in }
    return reading.cellCount == 0 && reading.isWhole
  }

  package func place(in sheet: Sheet, row: Int? = nil, column: Int? = nil) -> Place {
    .sheet(SheetPlace(workbook: path, sheet: sheet.name, row: row, column: column))
  }

  private func report(
    _ reading: SheetReading, of sheet: Sheet, into diagnostics: inout Diagnostics
  ) {
    func report(
      _ tally: SheetReading.Tally, _ diagnostic: (Int, Place) -> Diagnostic
    ) {
      guard tally.count > 0 else { return }
      diagnostics.report(
        diagnostic(tally.count, place(in: sheet, row: tally.row, column: tally.column)))
    }
    if let fault = reading.fault {
      let last = reading.lastRow > 0 ? reading.lastRow : nil
      let column = reading.lastColumn > 0 ? reading.lastColumn : nil
      diagnostics.report(
        .unreadablePart(
          sheet.part, fault.wording, at: place(in: sheet, row: last, column: column)))
    }
    if let first = reading.uncached.first {
      diagnostics.report(
        .uncachedFormula(
          reading.uncached.count, at: place(in: sheet, row: first.row, column: first.column)))
    }
    report(reading.errors) { .errorCell($0, reading.firstError, at: $1) }
    report(reading.nonNumbers) { .cellWithoutNumber($0, at: $1) }
    report(reading.missingStrings) { .missingSharedText($0, at: $1) }
    report(reading.garbled) { .garbledCell($0, at: $1) }
    report(reading.outside) { .cellOutsideSheet($0, at: $1) }
    report(reading.misplaced) { .cellWithoutPlace($0, at: $1) }
    report(reading.repeated) { .cellTwice($0, at: $1) }
    report(reading.unknownTypes) { .unknownCellType($0, at: $1) }
  }
}
