import Formats

/// Lines of a portfolio's output as bytes: what `CSVWriter` writes, without a text for each cell.
struct PortfolioLines: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Whether keys too get a `'` where a spreadsheet would run them: then they no longer join with other tables.
  private let neutralisesKeys: Bool

  init(capacity: Int = 0, neutralisesKeys: Bool = false) {
    self.neutralisesKeys = neutralisesKeys
    bytes.reserveCapacity(capacity)
  }

  /// A whole line of any cells, the key first.
  mutating func row(_ cells: [String]) {
    guard let first = cells.first else { return }
    key(first)
    for cell in cells.dropFirst() { next(cell) }
    endRow()
  }

  /// The first cell of a line, which names the subject.
  mutating func key(_ text: String) {
    // What is plain is no formula.
    guard !addPlain(text) else { return }
    guard !neutralisesKeys, CSVWriter.isFormula(text) else { return cell(text) }
    var writer = CSVWriter(neutralisesFormulas: false)
    writer.cell(text)
    bytes.append(contentsOf: writer.text.utf8)
  }

  private mutating func cell(_ text: String) {
    guard !addPlain(text) else { return }
    var writer = CSVWriter()
    writer.cell(text)
    bytes.append(contentsOf: writer.text.utf8)
  }

  /// Adds a text as it stands.
  ///
  /// - Returns: false where it is not plain; nothing was added.
  private mutating func addPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { cell in
      guard Self.isPlain(cell) else { return false }
      bytes.append(contentsOf: cell)
      return true
    } ?? false
  }

  /// A further cell.
  mutating func next(_ text: String) {
    bytes.append(UInt8(ascii: ","))
    cell(text)
  }

  mutating func raw(_ bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

  mutating func endRow() { bytes.append(UInt8(ascii: "\n")) }

  /// Letters and digits to begin with, and nothing that asks for quotes.
  private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    // Full-width signs begin with 0xEF.
    guard first >= 0x30, first != 0x3D, first != 0x40, first != 0xEF else { return false }
    return !cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  }

  /// Further cells that hold the same number: an integer of so many decimals.
  mutating func decimal(_ integer: Int64, decimals: Int, times: Int) {
    // Comma, sign, 19 digits or the decimals, and a zero and a point before them.
    let room = max(20, decimals + 1) + 3
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { digits in
      var place = room
      var rest = integer.magnitude
      var count = 0
      while rest > 0 || count <= decimals {
        if decimals > 0, count == decimals {
          place -= 1
          digits[place] = UInt8(ascii: ".")
        }
        place -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
        count += 1
      }
      if integer < 0 {
        place -= 1
        digits[place] = UInt8(ascii: "-")
      }
      place -= 1
      digits[place] = UInt8(ascii: ",")
      // Plain memory, because a part of it is copied byte by byte.
      let cell = UnsafeBufferPointer(rebasing: digits[place...])
      for _ in 0..<times { bytes.append(contentsOf: cell) }
    }
  }
}
