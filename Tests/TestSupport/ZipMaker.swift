/// Makes zips byte by byte, also such as no honest program would write.
package struct ZipMaker {
  package enum Content {
    case stored([UInt8])
    /// So many zero bytes, deflated 150 times smaller.
    case zeros(Int)
  }

  package private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// The zip with its directory at the end.
  package var finished: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(bytes.count, 4) + [0, 0]
  }

  package mutating func add(_ name: String, _ text: String) {
    add(Array(name.utf8), .stored(Array(text.utf8)))
  }

  /// - Parameters:
  ///   - name: as stored, in whatever encoding.
  ///   - content: what the member holds.
  ///   - mode: type and permissions as Unix has them.
  ///   - flags: general purpose bits: 1 encrypted, 0x800 the name is UTF-8.
  ///   - declared: the size that the zip claims; `nil` is the truth.
  package mutating func add(
    _ name: [UInt8],
    _ content: Content,
    mode: Int = 0o100644,
    flags: Int = 0,
    declared: Int? = nil
  ) {
    let data: [UInt8]
    let size: Int
    let method: Int
    switch content {
    case .stored(let bytes): (data, size, method) = (bytes, bytes.count, 0)
    case .zeros(let count): (data, size, method) = (deflatedZeros(count), count, 8)
    }
    var checksum = Checksum()
    switch content {
    case .stored(let bytes): for byte in bytes { checksum.add(byte) }
    case .zeros(let count): for _ in 0..<count { checksum.add(0) }
    }
    let common =
      little(20, 2) + little(flags, 2) + little(method, 2) + [0, 0, 0x21, 0x58]
      + little(Int(checksum.value), 4) + little(data.count, 4) + little(declared ?? size, 4)
      + little(name.count, 2) + [0, 0]
    directory +=
      [0x50, 0x4B, 1, 2] + little(0x0314, 2) + common + [0, 0, 0, 0, 0, 0]
      + little(mode << 16, 4) + little(bytes.count, 4) + name
    bytes += [0x50, 0x4B, 3, 4] + common + name + data
    count += 1
  }

  private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// One block with fixed codes: a zero, then copies of 258 bytes at distance 1 (13 bits each).
  ///
  /// - Source: RFC 1951, section 3.2.6.
  private func deflatedZeros(_ count: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false]
    func code(_ text: String) { bits += text.map { $0 == "1" } }
    var left = count
    if left > 0 {
      code("00110000")
      left -= 1
    }
    while left >= 258 {
      code("1100010100000")
      left -= 258
    }
    for _ in 0..<left { code("00110000") }
    code("0000000")
    while bits.count % 8 != 0 { bits.append(false) }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | (bits[start + $1] ? 1 << $1 : 0) }
    }
  }
}

/// CRC-32 as zip has it.
private struct Checksum {
  private var state: UInt32 = 0xFFFF_FFFF

  var value: UInt32 { ~state }

  mutating func add(_ byte: UInt8) {
    state ^= UInt32(byte)
    for _ in 0..<8 { state = state & 1 == 1 ? state >> 1 ^ 0xEDB8_8320 : state >> 1 }
  }
}
