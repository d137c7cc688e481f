import Archives

/// The bytes of a file of evidence as UTF-8.
struct DecodedText {
  var bytes: [UInt8]
  let encoding: TextEncoding
  /// The first byte that belongs to no letter.
  var firstFault: UTF8Survey.Fault?
  var faultCount = 0
}

/// Turns evidence into UTF-8: as it is where it is valid but for a few places, else from GB 18030.
enum TextDecoder {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Takes the encoding that the bundle declares; `nil` finds out.
  ///
  /// - Returns: `nil` when the system cannot convert from GB 18030.
  static func decode(_ bytes: [UInt8], encoding: TextEncoding?) -> DecodedText? {
    if bytes.starts(with: byteOrderMark) { return decodeUTF8(Array(bytes.dropFirst(3))) }
    if encoding == .gb18030 { return converted(bytes) }
    if encoding == .utf8 || isUTF8(bytes) { return decodeUTF8(bytes) }
    let survey = UTF8Survey(bytes)
    if survey.isMostlyUTF8 || !survey.hasNeighbours { return DecodedText(repairing: bytes) }
    guard let old = converted(bytes) else { return nil }
    // Where neither fits, the one that fits better; one bad byte makes no file of another encoding.
    return old.faultCount >= survey.faultCount ? DecodedText(repairing: bytes) : old
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func decodeUTF8(_ bytes: [UInt8]) -> DecodedText {
    isUTF8(bytes)
      ? DecodedText(bytes: bytes, encoding: .utf8) : DecodedText(repairing: bytes)
  }

  private static func converted(_ bytes: [UInt8]) -> DecodedText? {
    guard let old = GB18030(bytes) else { return nil }
    return DecodedText(
      bytes: old.utf8, encoding: .gb18030, firstFault: old.firstFault(in: bytes),
      faultCount: old.faults.count)
  }
}

extension DecodedText {
  fileprivate init(repairing bytes: [UInt8]) {
    let survey = UTF8Survey(bytes, repairs: true)
    self.init(
      bytes: survey.repaired, encoding: .utf8, firstFault: survey.firstFault,
      faultCount: survey.faultCount)
  }
}

extension GB18030 {
  fileprivate func firstFault(in bytes: [UInt8]) -> UTF8Survey.Fault? {
    faults.first.map { offset in
      let start = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
      let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      // Letters before it in the line; all of them are there.
      let before = GB18030(Array(bytes[start..<offset])).map {
        String(decoding: $0.utf8, as: UTF8.self).unicodeScalars.count
      }
      return UTF8Survey.Fault(
        byte: bytes[offset], line: line, column: (before ?? offset - start) + 1)
    }
  }
}
