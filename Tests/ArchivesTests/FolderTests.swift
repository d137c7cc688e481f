import Archives
import Foundation
import TestSupport
import Testing

@Suite(.timed) final class FolderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func listsAndReads() throws {
    try scratch.write("tables/专职人员.csv", "姓名\n")
    try scratch.write("bundle.yaml", "subject: s\n")
    try scratch.write("empty.txt", "")
    try scratch.write(".DS_Store", "x")
    let tree = try FileTree.open(scratch.folder.path)
    #expect(tree.files.map(\.path) == ["bundle.yaml", "empty.txt", "tables/专职人员.csv"])
    #expect(try tree.read("tables/专职人员.csv") == Array("姓名\n".utf8))
    #expect(try tree.read("empty.txt") == [])
    #expect(throws: FileTreeError.notFound("../bundle.yaml")) { try tree.read("../bundle.yaml") }
  }

  @Test func followsNoLinksAndWaitsForNoPipe() throws {
    let outside = try Scratch()
    try outside.write("secret.txt", "x")
    try scratch.write("a.txt", "y")
    let manager = FileManager.default
    let folder = scratch.folder
    try manager.createSymbolicLink(
      at: folder.appending(path: "file"),
      withDestinationURL: outside.folder.appending(path: "secret.txt"))
    try manager.createSymbolicLink(
      at: folder.appending(path: "folder"), withDestinationURL: outside.folder)
    try manager.createSymbolicLink(at: folder.appending(path: "loop"), withDestinationURL: folder)
    #expect(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
    let tree = try FileTree.open(folder.path)
    #expect(tree.files.map(\.path) == ["a.txt"])
    #expect(tree.refusals.map(\.reason) == [.link, .link, .link, .notAFile])
  }

  @Test func aFileThatBecameALinkIsNotRead() throws {
    let file = URL(filePath: try scratch.write("a.txt", "y"))
    let tree = try FileTree.open(scratch.folder.path)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: URL(filePath: "/etc/passwd"))
    #expect(throws: FileTreeError.self) { try tree.read("a.txt") }
  }

  @Test func refusesWhatIsTooLargeTooDeepOrTooMany() throws {
    try scratch.write("large", [UInt8](repeating: 0, count: 2000))
    try scratch.write("a/b/c/deep", "x")
    try scratch.write("small", "x")
    var limits = FileTree.Limits()
    limits.file = 1000
    limits.depth = 2
    let tree = try FileTree.open(scratch.folder.path, limits: limits)
    #expect(tree.files.map(\.path) == ["small"])
    #expect(tree.refusals.map(\.path) == ["a/b/c", "large"])
    #expect(tree.refusals.map(\.reason) == [.tooDeep, .tooLarge])
    limits.fileCount = 0
    #expect(throws: FileTreeError.tooManyFiles(limit: 0)) {
      try FileTree.open(scratch.folder.path, limits: limits)
    }
  }

  @Test func readsNamesOfAnyEncoding() throws {
    let gbk: [UInt8] = [0xD7, 0xA8, 0xD6, 0xB0, 0xC8, 0xCB, 0xD4, 0xB1, 0]
    let path = Array(scratch.folder.path.utf8) + [UInt8(ascii: "/")] + gbk
    let handle = open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
    try #require(handle >= 0)
    close(handle)
    let tree = try FileTree.open(scratch.folder.path)
    #expect(tree.files.map(\.path) == ["专职人员"])
    #expect(try tree.read("专职人员") == [])
  }
}
