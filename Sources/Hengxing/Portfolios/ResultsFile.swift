import Foundation
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
    let sought = "\"subject\":\(ReportJSON.quoted(subject))"
    return Self.firstLine(of: path) { $0.range(of: Data(sought.utf8)) != nil }
  }

  private static func firstLine(of path: String, where isWanted: (Data) -> Bool) -> String? {
    guard let handle = try? Files.opened(path) else { return nil }
    defer { try? handle.close() }
    var rest = Data()
    while let piece = try? handle.read(upToCount: pieceSize) {
      rest.append(piece)
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0A) {
        if isWanted(rest[start..<end]) { return String(decoding: rest[start..<end], as: UTF8.self) }
        start = end + 1
      }
      rest = Data(rest[start...])
      if piece.isEmpty || rest.count > longestLine { break }
    }
    return rest.isEmpty || !isWanted(rest) ? nil : String(decoding: rest, as: UTF8.self)
  }
}
