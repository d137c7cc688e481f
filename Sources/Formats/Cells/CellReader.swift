package import Values

/// Reads the cells of one column or a fact: what people and spreadsheets write, and nothing softer.
///
/// `约30` and `30人` do not fit a column of numbers: what they mean is for a person to say.
package struct CellReader: Sendable {
  package let kind: CellKind
  private let blanks: Set<String>
  private let trueSpellings: Set<String>
  private let falseSpellings: Set<String>
  private let scale: CellScale
  private let dates: DateRule
  /// No spelling of its own that a plain cell could mean.
  private let isUsual: Bool

  /// - Parameters:
  ///   - kind: what the column holds.
  ///   - blanks: spellings of an empty cell besides emptiness, such as `/` and `无`.
  ///   - trueSpellings: the column's own words for true, before the usual ones.
  ///   - falseSpellings: the column's own words for false, before the usual ones.
  ///   - scale: how its numbers are counted.
  ///   - dates: how its days are written, and which can be.
  package init(
    _ kind: CellKind,
    blanks: [String] = [],
    trueSpellings: [String] = [],
    falseSpellings: [String] = [],
    scale: CellScale = .open,
    dates: DateRule = .any
  ) {
    self.kind = kind
    self.scale = scale
    self.dates = dates
    self.blanks = Set(blanks.map(Self.comparable))
    self.trueSpellings = Set(trueSpellings.map(Self.comparable))
    self.falseSpellings = Set(falseSpellings.map(Self.comparable))
    isUsual = blanks.isEmpty && trueSpellings.isEmpty && falseSpellings.isEmpty
  }

  /// What stands in the place of a value that a workbook does not hold: U+FFFD and `=`.
  package static let unreckoned: [UInt8] = [0xEF, 0xBF, 0xBD, 0x3D]

  package func read(_ text: String) -> CellReading {
    text.utf8.withContiguousStorageIfAvailable(read)
      ?? Array(text.utf8).withUnsafeBufferPointer(read)
  }

  package func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReading {
    if bytes.isEmpty { return .blank }
    if bytes.count == 4, bytes[0] == 0xEF, bytes.elementsEqual(Self.unreckoned) {
      return .mismatch(.unreckoned)
    }
    if bytes[0] == 0xEF, let number = DoubtfulNumber(bytes) { return read(number) }
    if ErrorValue.isOne(bytes), !blanks.contains(String(decoding: bytes, as: UTF8.self)) {
      return .mismatch(.errorValue)
    }
    if kind == .string, Self.isGarbled(bytes) { return .mismatch(.garbled) }
    if isUsual, let value = PlainCell.read(bytes, kind, dates) { return .value(value, []) }
    let cell = CellText(bytes)
    if cell.bytes.isEmpty || blanks.contains(cell.text) { return .blank }
    switch kind {
    case .string: return .value(.string(Self.trimmed(bytes)), [])
    case .number: return NumberCell.read(cell, scale)
    case .boolean: return readBoolean(cell.text)
    case .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration:
      return TemporalCell(dates).read(cell, kind)
    }
  }

  /// Where both numbers fit nobody knows which is meant; a text is what the spreadsheet shows.
  private func read(_ doubtful: DoubtfulNumber) -> CellReading {
    let shown = read(doubtful.shown)
    guard kind == .number, case .value = shown else { return shown }
    let exact = read(doubtful.exact)
    if case .value = exact {
      return .mismatch(doubtful.hasMoreDigits ? .moreDigits : .shownOtherwise)
    }
    return exact
  }

  /// The two numbers that a cell may be: of unknown scale, or with more digits than its spreadsheet shows.
  package func readings(of text: String) -> (Number, Number)? {
    if let doubtful = DoubtfulNumber(text) {
      guard case .value(.number(let exact), _) = read(doubtful.exact),
        case .value(.number(let shown), _) = read(doubtful.shown)
      else { return nil }
      return (exact, shown)
    }
    var text = text
    return text.withUTF8 { NumberCell.readings(CellText($0), scale) }
  }

  /// Whether a text column without spellings of its own holds these bytes as they stand; others may be read, too.
  package static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    PlainCell.isTrimmed(bytes) && !isGarbled(bytes) && !ErrorValue.isOne(bytes)
  }

  private func readBoolean(_ text: String) -> CellReading {
    if trueSpellings.contains(text) { return .value(.boolean(true), []) }
    if falseSpellings.contains(text) { return .value(.boolean(false), []) }
    switch text.lowercased() {
    case "true", "yes", "y", "1", "是", "有", "对", "√", "✓", "✔", "✔\u{FE0F}", "☑", "☑\u{FE0F}":
      return .value(.boolean(true), [])
    case "false", "no", "n", "0", "否", "无", "错", "×", "✗", "✘", "✕", "✖", "✖\u{FE0F}":
      return .value(.boolean(false), [])
    default: return .mismatch(.notABoolean)
    }
  }

  /// A declared spelling as cells are compared with it.
  private static func comparable(_ spelling: String) -> String {
    Array(spelling.utf8).withUnsafeBufferPointer { CellText($0).text }
  }

  /// Holds U+FFFD, which readers of files write for bytes that are no letters.
  package static func isGarbled(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isGarbled)
  }

  private static func isGarbled(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    return bytes.indices.dropLast(2).contains {
      bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD
    }
  }

  /// A text keeps its full-width letters; only the blanks around it go.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
