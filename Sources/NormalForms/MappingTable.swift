/// What scalars are taken apart into, read once from its text.
///
///     E9=65.301       é into e and its accent
///     958~915.93C     the same, but these two are never put together again
///     FF21-FF3A=41    each of them into the one that stands as far behind the first
struct MappingTable: Sendable {
  static let canonical = MappingTable(CanonicalMappings.text)
  /// Those that the canonical mappings do not have in the same way.
  static let compatible = MappingTable(CompatibleMappings.text)

  /// Ascending.
  private var scalars: [UInt32] = []
  /// Where the parts of each begin in `parts`; behind them, where those of the last one end.
  private var starts = [0]
  private var parts: [Unicode.Scalar] = []
  /// Which of the scalars come of their parts again.
  private var composed: [Int] = []

  private init(_ text: StaticString) {
    var reader = MappingReader(text)
    while reader.skipBlanks() {
      let first = reader.number()
      let last = reader.take("-") ? reader.number() : first
      let isComposed = !reader.take("~") && reader.take("=")
      var part = reader.number()
      add(part)
      while reader.take(".") { add(reader.number()) }
      end(first)
      for scalar in first..<last {
        part += 1
        add(part)
        end(scalar + 1)
      }
      if isComposed { composed.append(scalars.count - 1) }
    }
  }

  private mutating func add(_ part: UInt32) {
    if let part = Unicode.Scalar(part) { parts.append(part) }
  }

  private mutating func end(_ scalar: UInt32) {
    scalars.append(scalar)
    starts.append(parts.count)
  }

  private func parts(at index: Int) -> ArraySlice<Unicode.Scalar> {
    parts[starts[index]..<starts[index + 1]]
  }

  /// The scalars that come of their parts again; fewer parts first.
  var compositions: [(whole: Unicode.Scalar, parts: ArraySlice<Unicode.Scalar>)] {
    composed
      .compactMap { index in
        Unicode.Scalar(scalars[index]).map { ($0, parts(at: index)) }
      }
      .filter { $0.1.count > 1 }
      .sorted { $0.1.count < $1.1.count }
  }

  /// - Returns: `nil` where the scalar is no other.
  subscript(scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
    var range = scalars.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if scalars[middle] == scalar.value { return parts(at: middle) }
      range =
        scalars[middle] < scalar.value
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

/// Reads the text of a table, which is ours and has no faults.
private struct MappingReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// - Returns: false at the end.
  mutating func skipBlanks() -> Bool {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return offset < bytes.count
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  mutating func number() -> UInt32 {
    var number: UInt32 = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x30...0x39: number = number << 4 | UInt32(bytes[offset] - 0x30)
      case 0x41...0x46: number = number << 4 | UInt32(bytes[offset] - 0x41 + 10)
      default: return number
      }
      offset += 1
    }
    return number
  }
}
