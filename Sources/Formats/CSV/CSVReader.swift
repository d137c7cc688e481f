package import Diagnostics

/// Reads tables of evidence: comma- or tab-separated, UTF-8 or GB 18030, as spreadsheets and people write them.
package enum CSVReader {
  /// How much a file of evidence may hold before it is refused; all in bytes but `columns` and `rows`.
  package struct Limits: Sendable {
    package var cell = 1 << 20
    package var line = 16 << 20
    package var file = 64 << 20
    /// What a spreadsheet can have.
    package var columns = 16_384
    package var rows = Int.max

    package init() {}

    /// Of the tables of one subject: twice the rows that a spreadsheet can have.
    package static let ofBundle = {
      var limits = Limits()
      limits.rows = 1 << 21
      return limits
    }()
  }

  /// The header and all rows that could be read; each fault is reported once, at its cell, without its content.
  ///
  /// The encoding is what the bundle declares; `nil` finds out. Where the header is the first line, every name that stands twice is
  /// reported. Where it is sought later, what its width has to do with is left to `CSVTable.reportForm`.
  ///
  /// - Returns: `nil` where there is no header: an empty file, one too large, a workbook.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    encoding: TextEncoding? = nil,
    limits: Limits = Limits(),
    header search: HeaderSearch = .firstLine,
    into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    guard bytes.count <= limits.file else {
      diagnostics.report(.fileTooLarge(path, limit: limits.file))
      return nil
    }
    guard let kind = foreignKind(of: bytes) else {
      return readText(bytes, path, encoding, limits, search, into: &diagnostics)
    }
    diagnostics.report(.notATable(path, kind))
    return nil
  }

  /// What a file is that was only named `.csv`.
  static func foreignKind(of bytes: [UInt8]) -> ForeignKind? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return .workbook
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    return bytes.prefix(4096).contains(0) ? .binary : nil
  }

  enum ForeignKind { case workbook, utf16, binary }

  static func readText(
    _ bytes: [UInt8],
    _ path: String,
    _ encoding: TextEncoding?,
    _ limits: Limits,
    _ search: HeaderSearch,
    into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    guard let text = TextDecoder.decode(bytes, encoding: encoding) else {
      diagnostics.report(.noGB18030(path))
      return nil
    }
    if let fault = text.firstFault {
      diagnostics.report(
        .undecodableByte(fault, text.encoding, count: text.faultCount, path))
    }
    // Cells are kept as 32-bit offsets, and GB 18030 grows by half in UTF-8.
    guard text.bytes.count <= Int(UInt32.max) / 2 else {
      diagnostics.report(.fileTooLarge(path, limit: Int(UInt32.max) / 2))
      return nil
    }
    var assembly = CSVAssembly(text, path: path, limits: limits, search)
    return assembly.read(into: &diagnostics)
  }
}
