/// Reads what `ByteWriter` wrote; whatever else it is given, it stops with a fault and never reads beyond the end.
package struct ByteReader: Sendable {
  /// The bytes are not what was written.
  package struct Fault: Error, Sendable {
    package init() {}
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var remaining: Int { bytes.endIndex - position }

  package mutating func integer<Value: FixedWidthInteger>(
    _: Value.Type = Value.self
  ) throws(Fault) -> Value {
    let slice = try raw(Value.bitWidth / 8)
    let value = slice.withUnsafeBytes { $0.loadUnaligned(as: Value.self) }
    return Value(littleEndian: value)
  }

  package mutating func flag() throws(Fault) -> Bool {
    switch try integer(UInt8.self) {
    case 0: false
    case 1: true
    default: throw Fault()
    }
  }

  package mutating func raw(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw Fault() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  package mutating func text() throws(Fault) -> String {
    let slice = try raw(Int(try integer(UInt32.self)))
    guard let text = String(validating: slice, as: UTF8.self) else { throw Fault() }
    return text
  }

  /// How many members follow, of at least `width` bytes each: more than there is room for is a fault.
  package mutating func count(ofAtLeast width: Int) throws(Fault) -> Int {
    let count = Int(try integer(UInt32.self))
    guard count <= remaining / max(width, 1) else { throw Fault() }
    return count
  }

  package mutating func integers(_ count: Int) throws(Fault) -> [Int64] {
    switch try integer(UInt8.self) {
    case 1: try narrow(count, Int8.self)
    case 2: try narrow(count, Int16.self)
    case 4: try narrow(count, Int32.self)
    case 8: try narrow(count, Int64.self)
    default: throw Fault()
    }
  }

  private mutating func narrow<Narrow: FixedWidthInteger>(
    _ count: Int, _: Narrow.Type
  ) throws(Fault) -> [Int64] {
    let width = Narrow.bitWidth / 8
    guard count >= 0, count <= remaining / width else { throw Fault() }
    let slice = try raw(count * width)
    return slice.withUnsafeBytes { source in
      [Int64](unsafeUninitializedCapacity: count) { target, initialized in
        for index in 0..<count {
          let value = source.loadUnaligned(fromByteOffset: index * width, as: Narrow.self)
          target[index] = Int64(Narrow(littleEndian: value))
        }
        initialized = count
      }
    }
  }
}
