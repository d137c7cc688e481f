/// The texts that cells share, end to end.
///
/// - Source: ECMA-376 Part 1, 18.4.9.
struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// All texts of a sheet of a million rows take a tenth of it.
  private static let mostBytes = 1 << 30

  init() {}

  var count: Int { ends.count }

  /// Reads on to the end of the part; what came before a fault stays.
  mutating func read(_ reader: consuming XMLReader) throws(XMLFault) {
    while true {
      switch try reader.next() {
      case .start where reader.depth == 2 && reader.starts("si"):
        try StringItem.read(&reader, to: &bytes)
        guard bytes.count <= Self.mostBytes else { throw .tooLong }
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
      case .done: return
      default: break
      }
    }
  }

  /// - Returns: `nil` where there is no such text.
  @inline(__always)
  func range(_ index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
