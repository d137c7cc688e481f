/// A number of a workbook with more digits than a spreadsheet holds, or whose format shows it by thousands, beside the number
/// that the spreadsheet shows.
///
/// Written as U+FFFD, `~`, the number as the file has it, `~`, and the same with fifteen digits, so that a cell stays one text.
///
///     �~0.30000000000000004~0.3
package struct DoubtfulNumber: Sendable, Hashable {
  package let exact: String
  package let shown: String

  package init(exact: [UInt8], shown: [UInt8]) {
    self.exact = String(decoding: exact, as: UTF8.self)
    self.shown = String(decoding: shown, as: UTF8.self)
  }

  private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD, 0x7E]

  /// - Returns: `nil` for any other text.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count > Self.mark.count, bytes[0] == 0xEF, bytes.starts(with: Self.mark) else {
      return nil
    }
    let rest = bytes[Self.mark.count...]
    guard let middle = rest.firstIndex(of: 0x7E), rest.last != 0x7E,
      !rest[(middle + 1)...].contains(0x7E)
    else { return nil }
    exact = String(decoding: rest[..<middle], as: UTF8.self)
    shown = String(decoding: rest[(middle + 1)...], as: UTF8.self)
  }

  package init?(_ text: String) {
    guard text.utf8.first == 0xEF else { return nil }
    var text = text
    guard let read = text.withUTF8({ Self($0) }) else { return nil }
    self = read
  }

  /// Whether it is the width of its digits that makes two numbers of it.
  var hasMoreDigits: Bool { exact.utf8.count { (0x30...0x39).contains($0) } > 15 }

  package var written: [UInt8] { Self.mark + Array(exact.utf8) + [0x7E] + Array(shown.utf8) }
}
