package import Diagnostics

/// Turns the bytes of a file into text.
package enum TextReader {
  /// A file of rules is written by people; this is a thousand pages.
  package static let maximumByteCount = 16 << 20

  /// The text of a UTF-8 file.
  ///
  /// Lines that are private belong to evidence, and no message shows them.
  /// - Returns: `nil`, with a diagnostic, where the bytes are not UTF-8 or too many.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    isPrivate: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> SourceText? {
    guard bytes.count <= maximumByteCount else {
      diagnostics.report(.fileTooLarge(path, limit: maximumByteCount))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let offset = validPrefixLength(of: bytes)
      let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      diagnostics.report(.notUTF8(bytes[offset], line: line, path: path))
      return nil
    }
    return SourceText(text, path: path, isPrivate: isPrivate)
  }

  /// How many bytes at the beginning are UTF-8; less than `bytes.count`, because they are not all.
  private static func validPrefixLength(of bytes: [UInt8]) -> Int {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) {
      length += scalar.count
    }
    return min(length, max(0, bytes.count - 1))
  }
}
