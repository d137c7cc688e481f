/// The rows of a sheet, written one behind the other as spreadsheets save them as comma-separated values.
///
/// So a sheet is read like any other table: titles, headers, totals and notes by the same rules. The numbers of its rows are
/// kept, because rows without content are left out and a cell may hold several lines.
package struct SheetRows: Sendable {
  package let workbook: String
  package let sheet: String
  /// So many cells stand in every row; two at least, so that a comma parts them.
  private let width: Int
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  /// The line of `bytes` on which each row begins.
  private var starts: [Int] = []
  /// And its number in the sheet.
  private var rows: [Int] = []
  private var line = 1
  private var cells = 0

  /// Rows of so many columns; behind so many bytes nothing is kept.
  package init(workbook: String, sheet: String, width: Int, limits: CSVReader.Limits) {
    self.workbook = workbook
    self.sheet = sheet
    self.width = max(2, width)
    limit = limits.file
  }

  var isTooLarge: Bool { bytes.count > limit }

  /// Begins a row; rows come in their order.
  package mutating func begin(row: Int) {
    end()
    starts.append(line)
    rows.append(row)
  }

  /// The cell of a column from 1; columns of a row come in their order.
  package mutating func append(_ text: some Collection<UInt8>, column: Int) {
    guard !isTooLarge else { return }
    pad(to: column - 1)
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
    cells += 1
    let isPlain = !text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard !isPlain else {
      bytes += text
      return
    }
    bytes.append(UInt8(ascii: "\""))
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      // As the reader of lines counts them: CR LF is one.
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { line += 1 }
      bytes.append(byte)
      previous = byte
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func pad(to count: Int) {
    guard cells < count, !isTooLarge else { return }
    // Before the first cell of a row stands no comma.
    let commas = count - max(cells, 1)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: commas))
    cells = count
  }

  private mutating func end() {
    guard !rows.isEmpty else { return }
    pad(to: width)
    bytes.append(0x0A)
    line += 1
    cells = 0
  }

  /// All of it, ended.
  var finished: SheetRows {
    var all = self
    all.end()
    return all
  }

  /// The number of the row in the sheet that begins on a line of `bytes`, or covers it.
  func row(ofLine line: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rows[low - 1] : line
  }
}
