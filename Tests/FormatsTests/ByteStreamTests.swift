import Archives
import Diagnostics
import Formats
import Foundation
import Synchronization
import TestSupport
import Testing

/// Files that are compressed, and files that do not stay what they were.
@Suite(.timed) struct ByteStreamTests {
  private static let folder = FileManager.default.temporaryDirectory.appending(
    path: "hengxing-streams-\(UUID().uuidString)")

  private func file(_ name: String, _ content: Data) throws -> String {
    try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    let file = Self.folder.appending(path: "\(UUID().uuidString)-\(name)")
    try content.write(to: file)
    return file.path
  }

  private final class Counter: BatchTaker {
    let count = Mutex(0)
    let change: @Sendable () -> Void

    init(_ change: @escaping @Sendable () -> Void = {}) {
      self.change = change
    }

    func take(_ batch: RowBatch) {
      change()
      count.withLock { $0 += batch.rowCount }
    }
  }

  private func read(_ stream: sending any ByteStream, _ counter: Counter) throws -> BlockReading? {
    var diagnostics = Diagnostics()
    var settings = BlockReader.Settings()
    settings.blockSize = 1 << 12
    let opening = try BlockReader.open("t.csv", stream, settings: settings, into: &diagnostics)
    guard case .table(let reader) = opening else { return nil }
    return reader.read([0], by: [counter])
  }

  @Test(arguments: [
    ("t.csv.gz", "H4sIAAAAAAAC/0vUSeIy0KngMgRiIyA2BmITIAYA52WFFxgAAAA="),
    ("t.csv.zst", "KLUv/QRYwQAAYSxiCjAseAoxLHgKMix4CjMseAo0LHgKhA+XgA=="),
    (
      "t.zip",
      "UEsDBBQAAAAAAAAAIQDnZYUXGAAAABgAAAAFAAAAdC5jc3ZhLGIKMCx4CjEseAoyLHgKMyx4CjQseApQSwECFAMUAAAAAAAA"
        + "ACEA52WFFxgAAAAYAAAABQAAAAAAAAAAAAAAgAEAAAAAdC5jc3ZQSwUGAAAAAAEAAQAzAAAAOwAAAAAA"
    ),
  ])
  func readsWhatWasCompressed(name: String, content: String) throws {
    let path = try file(name, try #require(Data(base64Encoded: content)))
    let counter = Counter()
    let reading = try #require(try read(CompressedStream(OpenedFile(path)), counter))
    #expect(reading.isWhole)
    #expect(counter.count.withLock { $0 } == 5)
  }

  @Test func wantsOneFileInAZip() throws {
    let two =
      "UEsDBBQAAAAAAAAAIQDnZYUXGAAAABgAAAAFAAAAdC5jc3ZhLGIKMCx4CjEseAoyLHgKMyx4CjQseApQSwMEFAAAAAAAAAAhAOdlhR"
      + "cYAAAAGAAAAAUAAAB1LmNzdmEsYgowLHgKMSx4CjIseAozLHgKNCx4ClBLAQIUAxQAAAAAAAAAIQDnZYUXGAAAABgAAAAFAAAA"
      + "AAAAAAAAAACAAQAAAAB0LmNzdlBLAQIUAxQAAAAAAAAAIQDnZYUXGAAAABgAAAAFAAAAAAAAAAAAAACAATsAAAB1LmNzdlBLBQ"
      + "YAAAAAAgACAGYAAAB2AAAAAAA="
    let path = try file("two.zip", try #require(Data(base64Encoded: two)))
    #expect(throws: ByteStreamFailure.severalMembers(2)) { try CompressedStream(OpenedFile(path)) }
  }

  @Test func saysThatACompressedFileIsBroken() throws {
    let content = try #require(
      Data(base64Encoded: "H4sIAAAAAAAC/0vUSeIy0KngMgRiIyA2BmITIAYA52WFFxgAAAA="))
    let path = try file("cut.csv.gz", content.prefix(20))
    let counter = Counter()
    do {
      let reading = try #require(try read(CompressedStream(OpenedFile(path)), counter))
      guard case .damaged? = reading.failure else {
        Issue.record("read \(counter.count.withLock { $0 }) rows")
        return
      }
      #expect(!reading.isWhole)
    } catch ByteStreamFailure.damaged {}
  }

  private static let rows = Data(
    ("a,b\n" + (0..<20_000).map { "\($0),x\n" }.joined()).utf8)

  @Test func saysThatAFileChangedWhileItWasRead() throws {
    for change in ["append", "cut", "replace", "remove"] {
      let path = try file("t.csv", Self.rows)
      let isDone = Mutex(false)
      let counter = Counter {
        let isFirst = isDone.withLock { done in
          defer { done = true }
          return !done
        }
        guard isFirst else { return }
        let handle = FileHandle(forUpdatingAtPath: path)
        switch change {
        case "append":
          _ = try? handle?.seekToEnd()
          try? handle?.write(contentsOf: Data("1,2\n".utf8))
        case "cut": try? handle?.truncate(atOffset: 100)
        case "replace":
          try? Data(Self.rows.reversed()).write(to: URL(filePath: path), options: .atomic)
        default: try? FileManager.default.removeItem(atPath: path)
        }
      }
      let reading = try #require(try read(FileStream(path), counter))
      #expect(reading.failure == (change == "remove" ? .vanished : .changed), "\(change)")
      #expect(!reading.isWhole)
    }
  }

  @Test func refusesWhatCannotBeOpened() {
    #expect(throws: ByteStreamFailure.missing) { try FileStream("/nonexistent/t.csv") }
    #expect(throws: ByteStreamFailure.folder) { try FileStream("/") }
  }

  @Test(arguments: [
    (ByteStreamFailure.changed, "file-changed"), (.vanished, "file-vanished"),
    (.severalMembers(2), "zip-of-several-files"), (.damaged("x"), "damaged-file"),
    (.refused("x"), "reading-failed"), (.unkept("x"), "pipe-not-kept"),
  ])
  func saysWhatTheMatterIs(failure: ByteStreamFailure, code: String) {
    let diagnostic = Diagnostic.brokenFile("t.csv", failure)
    #expect(diagnostic.code == code)
    #expect(diagnostic.help != nil)
  }
}
