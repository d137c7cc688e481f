/// Writes texts letter by letter only where a letter means something to whoever reads the output: what stands between two
/// such letters is copied as it is.
package struct EscapeTable: Sendable {
  /// By letter of ASCII; `nil` for one that stands for itself.
  private let replacements: [[UInt8]?]
  private let control: @Sendable (Unicode.Scalar) -> String
  /// By first byte of a letter: whether it may have to be replaced.
  private let isTelling: [Bool]

  /// - Parameters:
  ///   - replacements: of letters of ASCII.
  ///   - control: what is written for any other control character (`TextEscape.isControl`).
  package init(
    _ replacements: [Unicode.Scalar: String],
    control: @escaping @Sendable (Unicode.Scalar) -> String
  ) {
    self.control = control
    var ascii = [[UInt8]?](repeating: nil, count: 0x80)
    var isTelling = [Bool](repeating: false, count: 0x100)
    for byte in 0..<0x20 { isTelling[byte] = true }
    // Controls beyond ASCII begin with one of these.
    for byte in [0x7F, 0xC2, 0xD8, 0xE2] { isTelling[byte] = true }
    for (scalar, replacement) in replacements where scalar.isASCII {
      ascii[Int(scalar.value)] = Array(replacement.utf8)
      isTelling[Int(scalar.value)] = true
    }
    self.replacements = ascii
    self.isTelling = isTelling
  }

  package func append(_ text: String, to output: inout String) {
    let isWhole = text.utf8.withContiguousStorageIfAvailable { bytes in
      !bytes.contains { isTelling[Int($0)] }
    }
    if isWhole == true {
      output += text
      return
    }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    output += String(decoding: bytes, as: UTF8.self)
  }

  /// The same, as UTF-8.
  package func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var plain = 0
      var index = 0
      while index < bytes.count {
        guard isTelling[Int(bytes[index])] else {
          index += 1
          continue
        }
        let (scalar, length) = Self.scalar(at: index, in: bytes)
        if let replacement = replacement(of: scalar) {
          output.append(contentsOf: bytes[plain..<index])
          output.append(contentsOf: replacement)
          plain = index + length
        }
        index += length
      }
      output.append(contentsOf: bytes[plain...])
    }
  }

  /// - Returns: `nil` for a letter that stands for itself.
  private func replacement(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII, let replacement = replacements[Int(scalar.value)] { return replacement }
    return TextEscape.isControl(scalar) ? Array(control(scalar).utf8) : nil
  }

  /// The letter that begins here, in well-formed UTF-8, and its bytes.
  private static func scalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int) {
    let first = bytes[index]
    let length = max(1, (~first).leadingZeroBitCount)
    guard length > 1 else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(index + 1)...].prefix(length - 1) {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
