/// Walks over the letters of a cell.
struct CellScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }
  var rest: ArraySlice<UInt8> { bytes[offset...] }

  mutating func pass(_ word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  mutating func passBlanks() {
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
  }

  /// The digits that follow.
  mutating func digits() -> ArraySlice<UInt8> {
    let start = offset
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    return bytes[start..<offset]
  }

  /// A whole number of so many digits, and of how many.
  ///
  /// - Returns: `nil` where there are fewer or more.
  mutating func integer(digits count: ClosedRange<Int>) -> (number: Int, digits: Int)? {
    let digits = digits()
    guard count.contains(digits.count), digits.count <= 18 else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }
}
