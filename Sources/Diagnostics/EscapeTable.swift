/// Writes texts letter by letter only where a letter means something to whoever reads the output: what stands between two
/// such letters is copied as it is.
package struct EscapeTable: Sendable {
  private let replacements: [Unicode.Scalar: String]
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
    self.replacements = replacements
    self.control = control
    var isTelling = [Bool](repeating: false, count: 256)
    for byte in 0..<0x20 { isTelling[byte] = true }
    // Controls beyond ASCII begin with one of these.
    for byte in [0x7F, 0xC2, 0xD8, 0xE2] { isTelling[byte] = true }
    for scalar in replacements.keys where scalar.isASCII { isTelling[Int(scalar.value)] = true }
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
    var plain = text.startIndex
    var index = text.startIndex
    let (utf8, scalars) = (text.utf8, text.unicodeScalars)
    while index < text.endIndex {
      guard isTelling[Int(utf8[index])] else {
        utf8.formIndex(after: &index)
        continue
      }
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let replacement = replacement(of: scalar) {
        output += text[plain..<index]
        output += replacement
        plain = next
      }
      index = next
    }
    output += text[plain...]
  }

  /// - Returns: `nil` for a letter that stands for itself.
  private func replacement(of scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII, let replacement = replacements[scalar] { return replacement }
    return TextEscape.isControl(scalar) ? control(scalar) : nil
  }
}
