/// Writes numbers and texts as bytes, little end first.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func integer(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func raw(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// A number of bytes in 32 bits, then the UTF-8.
  package mutating func text(_ text: String) {
    integer(UInt32(clamping: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// A number of members in 32 bits; the members follow.
  package mutating func count(_ count: Int) { integer(UInt32(clamping: count)) }

  /// Integers in as few bytes each as the largest needs: the width, then all of them.
  package mutating func integers(_ values: [Int64]) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    func fits<Narrow: FixedWidthInteger>(_: Narrow.Type) -> Bool {
      Narrow(exactly: low) != nil && Narrow(exactly: high) != nil
    }
    if fits(Int8.self) {
      narrow(values, Int8.self)
    } else if fits(Int16.self) {
      narrow(values, Int16.self)
    } else if fits(Int32.self) {
      narrow(values, Int32.self)
    } else {
      narrow(values, Int64.self)
    }
  }

  private mutating func narrow<Narrow: FixedWidthInteger>(_ values: [Int64], _: Narrow.Type) {
    bytes.append(UInt8(Narrow.bitWidth / 8))
    let narrow = values.map { Narrow(truncatingIfNeeded: $0).littleEndian }
    narrow.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
