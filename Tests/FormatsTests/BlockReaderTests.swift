import Archives
import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import Formats

/// Reading in blocks against reading whole: the same rows, the same messages.
@Suite(.timed) struct BlockReaderTests {
  private struct Rows: Equatable {
    var header: [String]
    var rows: [String]
    var overlong: Int
    var isWhole: Bool
    var messages: [String]
  }

  private final class Collector: BatchTaker {
    struct Row: Sendable {
      let line: BlockLine
      let cells: [String]
      let isOverlong: Bool
    }

    let rows = Mutex<[Row]>([])
    let columnCount: Int

    init(_ columnCount: Int) {
      self.columnCount = columnCount
    }

    func take(_ batch: RowBatch) {
      for row in 0..<batch.rowCount {
        let cells = (0..<columnCount).map { String(decoding: batch.cell($0, row), as: UTF8.self) }
        rows.withLock {
          $0.append(
            Row(
              line: batch.line(row), cells: cells, isOverlong: batch.overlongRows.contains(row)))
        }
      }
    }
  }

  private func messages(_ diagnostics: Diagnostics) -> [String] {
    diagnostics.all.map { "\($0.code) \($0.place?.description ?? "")" }
  }

  private func whole(_ bytes: [UInt8], _ limits: CSVReader.Limits) -> Rows? {
    var diagnostics = Diagnostics()
    let table = CSVReader.read(bytes, path: "t.csv", limits: limits, into: &diagnostics)
    guard let table else {
      return Rows(
        header: [], rows: [], overlong: 0, isWhole: false, messages: messages(diagnostics))
    }
    // What is not UTF-8 is left to this reader.
    if table.encoding != .utf8 || diagnostics.all.contains(where: { $0.code == "undecodable-byte" })
    {
      return nil
    }
    return Rows(
      header: table.header,
      rows: (0..<table.rowCount).map { row in
        "\(table.lines[row]) " + table.row(row).joined(separator: "|")
      },
      overlong: table.overlongRows.count, isWhole: table.isWhole, messages: messages(diagnostics))
  }

  private func blocks(
    _ bytes: [UInt8], _ settings: BlockReader.Settings, threads: Int
  ) throws -> Rows? {
    var diagnostics = Diagnostics()
    let opening = try BlockReader.open(
      "t.csv", MemoryStream(bytes), settings: settings, into: &diagnostics)
    switch opening {
    case .foreign: return nil
    case .refused:
      return Rows(
        header: [], rows: [], overlong: 0, isWhole: false, messages: messages(diagnostics))
    case .table(let reader):
      let takers = (0..<threads).map { _ in Collector(reader.names.count) }
      let reading = reader.read(Array(reader.names.indices), by: takers)
      if reading.isForeign { return nil }
      reading.reportFaults(into: &diagnostics)
      let rows = takers.flatMap { $0.rows.withLock { $0 } }.sorted { $0.line < $1.line }
      return Rows(
        header: reader.names,
        rows: rows.map { "\(reading.line($0.line)) " + $0.cells.joined(separator: "|") },
        overlong: rows.count(where: \.isOverlong), isWhole: reading.isWhole,
        messages: messages(diagnostics))
    }
  }

  private func expectSame(
    _ bytes: [UInt8], _ settings: BlockReader.Settings, threads: Int = 1
  ) throws {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    let read = try blocks(bytes, settings, threads: threads)
    guard let expected = whole(bytes, settings.limits) else {
      // A broken letter behind a cell that is too large is not reached.
      #expect(read?.isWhole != true, "\(text.debugDescription)")
      return
    }
    let found = try #require(read)
    if expected.isWhole || found.header.isEmpty {
      #expect(found == expected, "\(text.debugDescription) in blocks of \(settings.blockSize)")
    } else {
      // Of a table that ends too early the rows count for nothing.
      #expect(found.messages == expected.messages, "\(text.debugDescription)")
      #expect(!found.isWhole)
    }
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n3,4", "a\n1\n\n2\n", "a,b\n\"x\ny\",2\n3,4\n", "a,b\r1,2\r3,4\r",
    "a,b\n1\n2,3,4\n,\n5,6,\n", "a,b\n\"x\"\"y\",\"\"\n\"p\"q,r\n", "\u{FEFF}a,b\n1,2\n", "",
    "\n\n",
    "a\tb\n1\t2\n", "a,b\n1,\"2\n", "a,b\n1,2\n\"3", "名,b\n张三,é\n",
    "a,b\r\n1,\"x\r\ny\"\r\n\r\n,\r\n",
    "a,a,\n1,2,3\n",
  ])
  func readsWhatTheWholeReaderReads(text: String) throws {
    for size in 1...24 {
      var settings = BlockReader.Settings()
      settings.blockSize = size
      settings.windowSize = max(2, 30 - size)
      try expectSame(Array(text.utf8), settings)
    }
  }

  @Test func readsDrawnBytesAsTheWholeReaderDoes() throws {
    var numbers = SeededBytes(state: 11)
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("bc".utf8), Array(",".utf8), Array(",".utf8), Array("\n".utf8),
      Array("\n".utf8), Array("\r\n".utf8), Array("\r".utf8), Array("\"".utf8), Array("\"\"".utf8),
      Array("张".utf8), Array("12.5".utf8), Array("x,y\n".utf8), Array("\t".utf8), [0xFF],
      Array("\",\"".utf8),
    ]
    for round in 0..<3000 {
      // Some are plain, some have quotes, few have broken letters.
      let kinds = [5, 7, 10, 13, pieces.count][round % 5]
      var bytes = Array("a,b\n".utf8)
      for _ in 0..<numbers.below(40) { bytes += pieces[numbers.below(kinds)] }
      var settings = BlockReader.Settings()
      settings.blockSize = 1 + numbers.below(64)
      settings.windowSize = 2 + numbers.below(64)
      if round % 7 == 0 {
        settings.limits.cell = 6
        settings.limits.line = 14
      }
      try expectSame(bytes, settings, threads: 1 + round % 3)
    }
  }

  @Test func readsAHeaderThatIsLongerThanManyBlocks() throws {
    let names = (0..<6).map { String(repeating: "\($0)", count: 500_000) }
    let bytes = Array((names.joined(separator: ",") + "\n1,2,3,4,5,6\n").utf8)
    var settings = BlockReader.Settings()
    settings.blockSize = 1 << 12
    settings.limits.line = 16 << 20
    let found = try #require(try blocks(bytes, settings, threads: 2))
    #expect(found.isWhole)
    #expect(found.header == names)
    #expect(found.rows.count == 1)
    #expect(found.messages == [])
  }

  @Test func refusesALineOfAHundredMegabytes() throws {
    var bytes = Array("a,b\n1,2\n".utf8)
    bytes += [UInt8](repeating: 0x78, count: 100_000_000)
    let found = try #require(try blocks(bytes, BlockReader.Settings(), threads: 2))
    #expect(!found.isWhole)
    #expect(found.messages == ["cell-too-large t.csv:3 (a)"])
  }
}

private struct SeededBytes {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
