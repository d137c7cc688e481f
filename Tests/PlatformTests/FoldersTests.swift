import Foundation
import Platform
import TestSupport
import Testing

@Suite(.timed) struct FoldersTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func path(_ name: String) -> String { scratch.folder.path + "/" + name }

  @Test func aFolderIsMadeWithThoseAboveItAndRemovedWithAllBelow() throws {
    try Folders.make(path("a/b/c"))
    try Folders.make(path("a/b/c"))
    try Descriptor.making(path("a/b/中文.txt")).write("x")
    #expect(Folders.names(in: path("a/b"))?.sorted() == ["c", "中文.txt"])
    Folders.remove(path("a"))
    #expect(!Folders.isFolder(path("a")))
  }

  @Test func whatHindersAFolderIsSaid() throws {
    try Descriptor.making(path("file")).write("x")
    #expect(refusal { () throws(SystemFailure) in try Folders.make(path("file")) } == "File exists")
    #expect(
      refusal { () throws(SystemFailure) in try Folders.make(path("file/below")) }
        == "Not a directory")
    #expect(Folders.names(in: path("nowhere")) == nil)
  }

  @Test func whatStandsBehindALinkStaysWhenTheLinkIsRemoved() throws {
    try Folders.make(path("kept"))
    try Descriptor.making(path("kept/file")).write("x")
    try Folders.make(path("gone"))
    symlink(path("kept"), path("gone/link"))
    Folders.remove(path("gone"))
    #expect(Folders.names(in: path("kept")) == ["file"])
  }

  @Test func nothingIsMovedOverWhatIsThere() throws {
    for name in ["a", "b"] { try Folders.make(path(name)) }
    #expect(
      refusal { () throws(SystemFailure) in try Folders.move(path("a"), to: path("b")) }
        == "File exists")
    try Folders.move(path("a"), to: path("c"))
    #expect(Folders.names(in: scratch.folder.path)?.sorted() == ["b", "c"])
  }

  @Test(
    arguments: [
      ("a/b", "a"), ("/a", "/"), ("a", nil), ("a/b/", "a"), ("/", nil), ("", nil), ("a//b", "a/"),
    ] as [(String, String?)])
  func thePathOfTheFolderAbove(path: String, above: String?) {
    #expect(Folders.above(path) == above)
  }

  private func refusal(_ body: () throws(SystemFailure) -> Void) -> String? {
    do throws(SystemFailure) {
      try body()
      return nil
    } catch {
      return error.words
    }
  }
}
