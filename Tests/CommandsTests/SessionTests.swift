import Foundation
import TestSupport
import Testing

/// Every command in the documentation is run, and its screen must be the one that is printed there.
@Suite(.timed, .serialized) struct SessionTests {
  static let files: [URL] = {
    let root = Places.root
    let pages = [root.appending(path: "README.md"), root.appending(path: "README.zh-CN.md")]
    return pages.filter { FileManager.default.fileExists(atPath: $0.path) }
      + Places.files(in: root.appending(path: "docs"), extension: "md")
      + Places.files(in: root.appending(path: "Tests/CommandsTests/Sessions"), extension: "md")
  }()

  @Test(arguments: files)
  func everyScreenInTheDocumentIsTrue(file: URL) throws {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
    for step in try Session(file: file).steps {
      let words = Session.words(of: step.command)
      guard words.first == "hengxing" else { continue }
      let screen = Session.screen(of: Array(words.dropFirst()))
      #expect(
        Session.agree(screen[...], step.expected[...]),
        """
        \(file.lastPathComponent):\(step.line): $ \(step.command)
        the screen is
        \(screen.joined(separator: "\n"))
        """
      )
    }
  }
}
