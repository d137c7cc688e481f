/// Reads the cells of a sheet as they come, and keeps none.
///
/// - Source: ECMA-376 Part 1, 18.3.1.
struct SheetReader: ~Copyable {
  /// Takes a cell with its text: what is shown of a day or time, the number or text as it stands, an error's name.
  ///
  /// `raw` is the number behind a day or time, or what is shown of a number with words around it (`WordedNumber`). Both are good for the call alone.
  typealias Taker = (
    _ cell: SheetCell, _ text: UnsafeBufferPointer<UInt8>, _ raw: UnsafeBufferPointer<UInt8>
  ) -> Void

  private enum Section { case cells, columns, merged, other }

  var reader: XMLReader
  let strings: SharedStrings
  let styles: Styles
  let time: SerialTime
  var reading = SheetReading()
  var row = 0
  /// Of the cell, which may lie about the row that it stands in.
  var cellRow = 0
  var column = 0
  /// The bytes of a value.
  var value: [UInt8] = []
  /// What is shown of it, where that is something else.
  var shown: [UInt8] = []
  private var section = Section.other
  private var isInRow = false

  init(_ reader: consuming XMLReader, strings: SharedStrings, styles: Styles, isFrom1904: Bool) {
    self.reader = reader
    self.strings = strings
    self.styles = styles
    time = SerialTime(isFrom1904: isFrom1904)
  }

  consuming func read(_ take: Taker) -> SheetReading {
    do throws(XMLFault) {
      try readParts(take)
    } catch let fault {
      reading.fault = fault
      (reading.lastRow, reading.lastColumn) = (row, column)
    }
    return reading
  }

  private mutating func readParts(_ take: Taker) throws(XMLFault) {
    while true {
      if isInRow, reader.isBetweenCells { readPlainCells(take) }
      switch try reader.next() {
      case .start:
        switch reader.depth {
        case 2: startSection()
        case 3: startEntry()
        case 4 where isInRow && reader.starts("c"): try readCell(take)
        default: break
        }
      case .done: return
      case .end, .text: break
      }
    }
  }

  private mutating func startSection() {
    isInRow = false
    section = .other
    if reader.starts("sheetData") {
      section = .cells
    } else if reader.starts("cols") {
      section = .columns
    } else if reader.starts("mergeCells") {
      section = .merged
    } else if reader.starts("sheetFormatPr") {
      reading.hidesRows = Self.isTrue(reader.attribute("zeroHeight"))
    }
  }

  private mutating func startEntry() {
    switch section {
    case .cells:
      isInRow = reader.starts("row")
      if isInRow { startRow() }
    case .columns:
      guard reader.starts("col"), Self.isTrue(reader.attribute("hidden")),
        let first = reader.attribute("min").flatMap(Self.integer),
        let last = reader.attribute("max").flatMap(Self.integer)
      else { return }
      reading.hiddenColumns.append(SheetReading.Span(first: first, last: last))
    case .merged:
      if reader.starts("mergeCell"), let area = reader.attribute("ref") {
        reading.merged.append(area.text)
      }
    case .other: break
    }
  }

  private mutating func startRow() {
    if let written = reader.attribute("r") {
      let next = Self.integer(written)
      if let next, next > 0, next <= SheetCell.mostRows {
        if next <= row { reading.isUnordered = true }
        row = next
      } else {
        if next == nil { reading.misplaced.add(row, 1) } else { reading.outside.add(row, 1) }
        row += 1
      }
    } else {
      row += 1
    }
    column = 0
    if Self.isTrue(reader.attribute("hidden")) { reading.hide(row: row) }
  }

  static func isTrue(_ value: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let value = value?.trimmed else { return false }
    return value.is("1") || value.is("true") || value.is("on") || value.is("t")
  }

  /// - Returns: `nil` for what is no whole number, or has more than nine digits.
  @inline(__always)
  static func integer(_ written: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    let digits = written.count > 0 && written[0] > 0x20 ? written : written.trimmed
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, value < 100_000_000 else { return nil }
      value = value * 10 + Int(digit)
    }
    return digits.isEmpty ? nil : value
  }
}
