import Platform

/// Text that Chinese systems wrote before UTF-8; contains GBK and GB 2312.
package struct GB18030: Sendable {
  /// The text as UTF-8, with U+FFFD for each byte that belongs to no letter.
  package private(set) var utf8: [UInt8] = []
  /// Where in the input those bytes stand; ascending.
  package private(set) var faults: [Int] = []

  /// The text of `bytes`.
  ///
  /// - Returns: `nil` when the system's iconv does not know the encoding.
  /// - Source: GB 18030-2005 as the system's iconv has it.
  package init?(_ bytes: [UInt8]) {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var input = bytes
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    while consumed < bytes.count {
      let (read, written, isFault) = Self.step(converter, &input, from: consumed, &output)
      utf8.append(contentsOf: output[..<written])
      consumed += read
      guard isFault, consumed < bytes.count else { continue }
      faults.append(consumed)
      utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
      consumed += 1
    }
  }

  /// One call of iconv, which stops at a full output buffer or at a byte it does not know.
  private static func step(
    _ converter: iconv_t?,
    _ input: inout [UInt8],
    from start: Int,
    _ output: inout [UInt8]
  ) -> (read: Int, written: Int, isFault: Bool) {
    input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count - start
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let answer = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        // A letter takes at most 4 bytes: with less room than 16 the buffer was the reason to stop.
        return (
          input.count - start - sourceLeft, output.count - targetLeft,
          answer == -1 && targetLeft >= 16
        )
      }
    }
  }
}
