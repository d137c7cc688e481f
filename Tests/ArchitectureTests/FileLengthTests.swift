import Foundation
import TestSupport
import Testing

@Suite(.timed) struct FileLengthTests {
  /// Longer files are searched, not read; see docs/ARCHITECTURE.md.
  static let longest = 400

  @Test func noFileIsTooLongToRead() throws {
    for folder in ["Sources", "Tests"] {
      let folder = Places.root.appending(path: folder)
      for file in Places.files(in: folder, extension: "swift") {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false
        ).count
        #expect(lines <= Self.longest, "\(file.lastPathComponent) has \(lines) lines")
      }
    }
  }
}
