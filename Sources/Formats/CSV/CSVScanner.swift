/// Splits comma-separated text into the cells of one record after the other.
///
/// - Source: RFC 4180, section 2, rules 1-7. Bare quotes inside a cell are accepted, as spreadsheets write them;
///   lines may end in CR, LF or both.
struct CSVScanner {
  enum Stop {
    case endOfText
    /// A quote opened on this line and never closed.
    case unclosedQuote(line: Int, column: Int)
    case cellTooLarge(line: Int, column: Int)
    case lineTooLarge(line: Int)
  }

  struct Record {
    /// The line, from 1, on which it begins.
    let line: Int
    let cellCount: Int
    /// No cell holds anything, not even quotes.
    let isBlank: Bool
    /// The first cell in which text follows a closed quote.
    let looseQuoteColumn: Int?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let limits: CSVReader.Limits
  private var offset = 0
  private var line = 1
  private(set) var stop: Stop?
  /// The unescaped cells of all records so far, end to end; cut back by whoever does not want a record.
  var cellText: [UInt8] = []
  var cellEnds: [UInt32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    cellText.reserveCapacity(bytes.count)
  }

  /// The next record, whose cells are behind the others in `cellText`.
  ///
  /// - Returns: `nil` at the end and after a fault; `stop` says which.
  mutating func next() -> Record? {
    guard stop == nil else { return nil }
    guard offset < bytes.count else {
      stop = .endOfText
      return nil
    }
    let start = offset
    let firstLine = line
    let firstEnd = cellEnds.count
    var isBlank = true
    var looseQuoteColumn: Int?
    while true {
      let column = cellEnds.count - firstEnd
      let textStart = cellText.count
      if offset < bytes.count, bytes[offset] == 0x22 {
        isBlank = false
        let quoteLine = line
        guard readQuoted(from: textStart) else {
          stop =
            cellText.count - textStart > limits.cell
            ? .cellTooLarge(line: quoteLine, column: column)
            : .unclosedQuote(line: quoteLine, column: column)
          return nil
        }
        if !isAtEndOfCell { looseQuoteColumn = looseQuoteColumn ?? column }
      }
      readPlain()
      guard cellText.count - textStart <= limits.cell else {
        stop = .cellTooLarge(line: firstLine, column: column)
        return nil
      }
      guard offset - start <= limits.line else {
        stop = .lineTooLarge(line: firstLine)
        return nil
      }
      if cellText.count > textStart { isBlank = false }
      cellEnds.append(UInt32(clamping: cellText.count))
      if offset < bytes.count, bytes[offset] == separator {
        offset += 1
        continue
      }
      passLineEnd()
      return Record(
        line: firstLine, cellCount: cellEnds.count - firstEnd, isBlank: isBlank,
        looseQuoteColumn: looseQuoteColumn)
    }
  }

  private var isAtEndOfCell: Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte == separator || byte == 0x0A || byte == 0x0D
  }

  /// From an opening quote to behind the closing one.
  ///
  /// - Returns: `false` when the text ends first or the cell grows too large.
  private mutating func readQuoted(from textStart: Int) -> Bool {
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x22 {
        guard offset < bytes.count, bytes[offset] == 0x22 else { return true }
        offset += 1
      } else if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
        line += 1
      }
      cellText.append(byte)
      if cellText.count - textStart > limits.cell { return false }
    }
    return false
  }

  private mutating func readPlain() {
    let start = offset
    while !isAtEndOfCell { offset += 1 }
    cellText.append(contentsOf: bytes[start..<offset])
  }

  private mutating func passLineEnd() {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    line += 1
  }
}
