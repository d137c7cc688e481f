/// The checksum of zips and PNG.
///
///     Checksum.crc32(of: Array("123456789".utf8))   // 0xCBF43926
///
/// - Source: ISO/IEC 3309, polynomial 0x04C11DB7, bits reflected.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func crc32(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
