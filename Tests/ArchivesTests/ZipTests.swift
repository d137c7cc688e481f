import Archives
import TestSupport
import Testing

@Suite(.timed) final class ZipTests {
  /// Zips are read from the disk again and again, so they stay until the test is over.
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func listsAndReads() throws {
    var zip = ZipMaker()
    zip.add("tables/专职人员.csv", "姓名\n")
    zip.add("bundle.yaml", "subject: s\n")
    zip.add("empty.txt", "")
    let tree = try open(zip)
    #expect(tree.files.map(\.path) == ["bundle.yaml", "empty.txt", "tables/专职人员.csv"])
    #expect(try tree.read("tables/专职人员.csv") == Array("姓名\n".utf8))
    #expect(try tree.read("empty.txt") == [])
    #expect(throws: FileTreeError.notFound("other")) { try tree.read("other") }
    #expect(tree.refusals.isEmpty)
  }

  /// 专职人员.csv as Windows in China writes it, with and without the mark that a name is UTF-8.
  @Test func readsNamesOfAnyEncoding() throws {
    var zip = ZipMaker()
    let gbk: [UInt8] = [0xD7, 0xA8, 0xD6, 0xB0, 0xC8, 0xCB, 0xD4, 0xB1]
    zip.add(Array("tables\\".utf8) + gbk + Array(".csv".utf8), .stored([0x61]))
    zip.add(gbk.prefix(4) + [], .stored([0x63]))
    zip.add(Array("志愿者.csv".utf8), .stored([0x62]), flags: 0x800)
    let tree = try open(zip)
    #expect(tree.files.map(\.path) == ["tables/专职人员.csv", "专职", "志愿者.csv"])
    #expect(try tree.read("tables/专职人员.csv") == [0x61])
  }

  @Test func theOneFolderAroundEverythingIsTheRoot() throws {
    var zip = ZipMaker()
    zip.add("station-1/bundle.yaml", "a")
    zip.add("station-1/tables/a.csv", "b")
    zip.add("__MACOSX/station-1/._bundle.yaml", "c")
    zip.add("station-1/.DS_Store", "d")
    #expect(try open(zip).files.map(\.path) == ["bundle.yaml", "tables/a.csv"])
    var single = ZipMaker()
    single.add("tables/a.csv", "b")
    #expect(try open(single).files.map(\.path) == ["tables/a.csv"])
  }

  @Test(arguments: [
    ("/etc/passwd", FileTree.Refusal.Reason.absolutePath), ("C:\\a.txt", .absolutePath),
    ("../a", .leavesRoot), ("a/../../b", .leavesRoot), ("a\\..\\b", .leavesRoot),
  ])
  func refusesNamesThatLeaveTheRoot(name: String, reason: FileTree.Refusal.Reason) throws {
    var zip = ZipMaker()
    zip.add(name, "x")
    zip.add("kept.txt", "y")
    let tree = try open(zip)
    #expect(tree.files.map(\.path) == ["kept.txt"])
    #expect(tree.refusals.map(\.reason) == [reason])
  }

  @Test func refusesLinksDuplicatesAndWhatItCannotRead() throws {
    var zip = ZipMaker()
    zip.add(Array("link".utf8), .stored(Array("/etc/passwd".utf8)), mode: 0o120777)
    zip.add("a", "first")
    zip.add("./a", "second")
    zip.add(Array("locked".utf8), .stored([1]), flags: 1)
    zip.add([0xFF, 0xFE], .stored([1]))
    let tree = try open(zip)
    #expect(tree.files.map(\.path) == ["a"])
    #expect(try tree.read("a") == Array("first".utf8))
    #expect(
      Set(tree.refusals.map(\.reason)) == [.link, .duplicate, .encrypted, .undecodableName])
  }

  @Test func refusesAZipThatExplodes() throws {
    var zip = ZipMaker()
    for index in 0..<4 { zip.add(Array("z\(index)".utf8), .zeros(1 << 20)) }
    var limits = FileTree.Limits()
    limits.compressionRatio = 100
    #expect(throws: FileTreeError.compressionBomb(ratio: 100)) { try open(zip, limits) }
    limits.compressionRatio = 200
    #expect(try open(zip, limits).read("z3").count == 1 << 20)
    limits.total = 2 << 20
    #expect(throws: FileTreeError.totalTooLarge(limit: 2 << 20)) { try open(zip, limits) }
    limits.file = 1000
    #expect(
      try open(zip, limits).refusals.map(\.reason) == [.tooLarge, .tooLarge, .tooLarge, .tooLarge])
  }

  @Test func aMemberCannotGiveMoreThanItDeclares() throws {
    var zip = ZipMaker()
    zip.add(Array("z".utf8), .zeros(1 << 20), declared: 10)
    let tree = try open(zip)
    #expect((try? tree.read("z"))?.count ?? 0 <= 10)
  }

  @Test func refusesTooManyMembers() throws {
    var zip = ZipMaker()
    for index in 0..<20 { zip.add("\(index)", "") }
    var limits = FileTree.Limits()
    limits.fileCount = 19
    #expect(throws: FileTreeError.tooManyFiles(limit: 19)) { try open(zip, limits) }
  }

  @Test func aZipThatWasCutOffIsNone() throws {
    var zip = ZipMaker()
    zip.add("a", "content")
    zip.add("b", "content")
    for length in stride(from: 0, to: zip.finished.count, by: 7) {
      let path = try scratch.write("cut.zip", Array(zip.finished.prefix(length)))
      #expect(throws: FileTreeError.self) { try FileTree.open(path) }
    }
    #expect(throws: FileTreeError.notFound("/nowhere.zip")) { try FileTree.open("/nowhere.zip") }
  }

  @Test func changedBytesNeverCrash() throws {
    var zip = ZipMaker()
    zip.add("bundle.yaml", "subject: s\n")
    zip.add(Array("z".utf8), .zeros(3000))
    let whole = zip.finished
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let path = try scratch.write("changed.zip", bytes)
      guard let tree = try? FileTree.open(path) else { continue }
      for file in tree.files { _ = try? tree.read(file.path) }
    }
  }

  private func open(_ zip: ZipMaker, _ limits: FileTree.Limits = .init()) throws -> FileTree {
    try FileTree.open(try scratch.write("made.zip", zip.finished), limits: limits)
  }
}
