/// Walks over the records of comma-separated text, one after the other, without copying plain cells.
///
/// One cursor serves tables of a bundle and portfolios of millions of rows, so it works on bytes and owns the room for
/// the cells of one record. A struct that is not copied, and plain pointers, because this loop sees every byte: a class
/// takes three times the time, for its checks of exclusive access.
///
/// - Source: RFC 4180, section 2, rules 1-7. Bare quotes inside a cell are accepted, as spreadsheets write them;
///   lines may end in CR, LF or both.
package struct CSVCursor: ~Copyable {
  /// Why there is no further record.
  package enum Stop: Sendable, Hashable {
    case endOfText
    /// A quote opened on this line and never closed.
    case unclosedQuote(line: Int, column: Int)
    case cellTooLarge(line: Int, column: Int)
    case lineTooLarge(line: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let limits: CSVReader.Limits
  private var offset = 0
  private var nextLine = 1

  /// The line, counted from 1, on which the current record begins.
  package private(set) var line = 0
  /// Of the current record.
  package private(set) var cellCount = 0
  /// No cell of the current record holds anything, not even quotes.
  package private(set) var isBlank = true
  /// The first cell of the current record in which text follows a closed quote.
  package private(set) var looseQuoteColumn: Int?
  /// A cell behind as many columns as a table may have holds something; only that is remembered of such cells.
  package private(set) var hasContentBehindColumns = false
  /// A quoted cell of the current record holds line ends.
  package private(set) var spansLines = false
  /// `nil` until `next` has answered `false`.
  package private(set) var stop: Stop?

  /// Where the cells of the record lie: in `bytes`, or behind `bytes.count` in `unescaped`.
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// How many of them are of the current record; the others are room from longer ones.
  private var storedCount = 0
  private var unescaped: UnsafeMutableBufferPointer<UInt8>
  private var unescapedCount = 0

  /// The bytes must be UTF-8, and must stay where they are as long as the cursor is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    unescaped = .allocate(capacity: 256)
  }

  deinit {
    unescaped.deallocate()
  }

  /// How many lines have been passed.
  var passedLineCount: Int { nextLine - 1 }

  /// Behind the current record.
  var position: Int { offset }

  /// The content of a cell of the current record, without its quotes; valid until the next call of `next`.
  package func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column < storedCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = starts[column]
    let end = ends[column]
    guard end > start else { return UnsafeBufferPointer(start: nil, count: 0) }
    if end <= bytes.count { return UnsafeBufferPointer(rebasing: bytes[start..<end]) }
    return UnsafeBufferPointer(rebasing: unescaped[start - bytes.count..<end - bytes.count])
  }

  /// Where a cell that is stored lies in the bytes.
  ///
  /// - Returns: `nil` for a cell whose quotes had to be undone.
  func range(ofCell column: Int) -> Range<Int>? {
    let range = starts[column]..<ends[column]
    return range.upperBound <= bytes.count ? range : nil
  }

  /// Goes to the next record.
  ///
  /// - Returns: `false` at the end and after a fault; `stop` says which.
  package mutating func next() -> Bool {
    guard stop == nil else { return false }
    guard offset < bytes.count else {
      stop = .endOfText
      return false
    }
    let start = offset
    line = nextLine
    cellCount = 0
    isBlank = true
    hasContentBehindColumns = false
    looseQuoteColumn = nil
    unescapedCount = 0
    storedCount = 0
    while true {
      guard readCell() else { return false }
      guard offset - start <= limits.line else {
        stop = .lineTooLarge(line: line)
        return false
      }
      cellCount += 1
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    passLineEnd()
    return true
  }

  private mutating func readCell() -> Bool {
    let isQuoted = offset < bytes.count && bytes[offset] == 0x22
    let (start, end) = isQuoted ? readQuotedCell() : readPlainCell()
    guard stop == nil else { return false }
    guard end - start <= limits.cell else {
      stop = .cellTooLarge(line: line, column: cellCount)
      return false
    }
    if isQuoted || end > start { isBlank = false }
    if storedCount < starts.count {
      starts[storedCount] = start
      ends[storedCount] = end
      storedCount += 1
    } else if storedCount <= limits.columns {
      starts.append(start)
      ends.append(end)
      storedCount += 1
    } else if end > start {
      hasContentBehindColumns = true
    }
    return true
  }

  private mutating func readPlainCell() -> (Int, Int) {
    let start = offset
    passPlain()
    return (start, offset)
  }

  private mutating func passPlain() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == 0x0A || byte == 0x0D { return }
      offset += 1
    }
  }

  /// A quoted cell stays where it is, unless it holds quotes or text follows it.
  private mutating func readQuotedCell() -> (Int, Int) {
    let openingLine = nextLine
    offset += 1
    let start = offset
    guard passQuoted(from: start, openedOn: openingLine) else { return (0, 0) }
    let plain = (start, offset - 1)
    let copyStart = unescapedCount
    if isAtEndOfCell { return plain }
    guard bytes[offset] != 0x22 else {
      copy(start, offset - 1)
      while offset < bytes.count, bytes[offset] == 0x22 {
        let next = offset
        offset += 1
        guard passQuoted(from: start, openedOn: openingLine) else { return (0, 0) }
        copy(next, offset - 1)
      }
      copyLooseText()
      return (bytes.count + copyStart, bytes.count + unescapedCount)
    }
    copy(start, offset - 1)
    copyLooseText()
    return (bytes.count + copyStart, bytes.count + unescapedCount)
  }

  /// To behind the next quote.
  ///
  /// - Returns: `false`, and stops, when the text ends first or the cell grows too large.
  private mutating func passQuoted(from start: Int, openedOn openingLine: Int) -> Bool {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x22 { return true }
      if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
        nextLine += 1
      }
      // The quotes in between count too; nobody's cell is near the limit.
      if offset - start > limits.cell { break }
    }
    stop =
      offset - start > limits.cell
      ? .cellTooLarge(line: openingLine, column: cellCount)
      : .unclosedQuote(line: openingLine, column: cellCount)
    return false
  }

  private mutating func copyLooseText() {
    guard !isAtEndOfCell else { return }
    looseQuoteColumn = looseQuoteColumn ?? cellCount
    let start = offset
    passPlain()
    copy(start, offset)
  }

  private mutating func copy(_ start: Int, _ end: Int) {
    let needed = unescapedCount + end - start
    if needed > unescaped.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: needed * 2)
      _ = larger.moveUpdate(fromContentsOf: unescaped[..<unescapedCount])
      unescaped.deallocate()
      unescaped = larger
    }
    _ = unescaped[unescapedCount...].update(fromContentsOf: bytes[start..<end])
    unescapedCount = needed
  }

  private var isAtEndOfCell: Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte == separator || byte == 0x0A || byte == 0x0D
  }

  private mutating func passLineEnd() {
    spansLines = nextLine > line
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    nextLine += 1
  }
}
