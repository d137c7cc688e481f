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
      diagnostics.report(.notUTF8(UTF8Survey(bytes), path: path))
      return nil
    }
    return SourceText(text, path: path, isPrivate: isPrivate)
  }
}
