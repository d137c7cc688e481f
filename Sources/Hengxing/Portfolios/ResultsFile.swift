import Platform
package import Reports

/// A file of results: a header and a line a subject, read no further than it takes.
package struct ResultsFile {
  package let path: String
  package let header: ResultsHeader
  private static let pieceSize = 1 << 20
  /// A line longer than this is of no file of ours.
  private static let longestLine = 256 << 20

  /// - Returns: `nil` where there is no such header.
  package init?(_ path: String) {
    guard let line = Self.firstLine(of: path, where: { _ in true }),
      let header = ReportJSON.header(line)
    else { return nil }
    self.path = path
    self.header = header
  }

  /// The line of one subject, as it was written; `nil` where there is none.
  package func line(of subject: String) -> String? {
    let sought = Array("\"subject\":\(ReportJSON.quoted(subject))".utf8)
    return Self.firstLine(of: path) { Self.holds(sought, in: $0) }
  }

  private static func firstLine(of path: String, where isWanted: (ArraySlice<UInt8>) -> Bool)
    -> String?
  {
    guard let file = try? Files.opened(path) else { return nil }
    var rest: [UInt8] = []
    while let piece = try? file.read(upTo: pieceSize) {
      rest += piece
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0A) {
        if isWanted(rest[start..<end]) { return String(decoding: rest[start..<end], as: UTF8.self) }
        start = end + 1
      }
      rest.removeFirst(start)
      if piece.isEmpty || rest.count > longestLine { break }
    }
    return rest.isEmpty || !isWanted(rest[...]) ? nil : String(decoding: rest, as: UTF8.self)
  }

  private static func holds(_ sought: [UInt8], in line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBytes { line in
      sought.withUnsafeBytes { sought in
        guard let base = line.baseAddress, let wanted = sought.baseAddress else { return false }
        var offset = 0
        // Every place where the first byte stands and the others have room behind it.
        while offset + sought.count <= line.count,
          let found = memchr(
            base + offset, Int32(sought[0]), line.count - sought.count - offset + 1)
        {
          if memcmp(found, wanted, sought.count) == 0 { return true }
          offset = UnsafeRawPointer(found) - base + 1
        }
        return false
      }
    }
  }
}
