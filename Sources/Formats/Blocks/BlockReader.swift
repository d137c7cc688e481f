package import Archives
package import Diagnostics
import Dispatch
import Synchronization

/// Takes the rows of a file, as one thread of several; each has its own.
package protocol BatchTaker: AnyObject, Sendable {
  /// Asked before each block; where it says no, the rest of the file is not read, and what was read is not whole.
  var wantsMore: Bool { get }

  func take(_ batch: RowBatch)
}

extension BatchTaker {
  package var wantsMore: Bool { true }
}

/// Reads the rows of a comma- or tab-separated file of any size, on all cores, in blocks whose room is used again.
///
/// The same rows and the same messages as `CSVReader`, which holds a whole file.
package final class BlockReader: Sendable {
  package struct Settings: Sendable {
    package var limits = CSVReader.Limits()
    package var blockSize = 1 << 20
    package var windowSize = 1 << 16
    /// What is looked for in the header; without it the first line is the header, and names that stand twice are reported.
    package var finder: HeaderFinder?
    /// The sheet of a workbook of which the bytes were written.
    package var sheet: SheetLines?

    package init() {}
  }

  /// What opening a file came to.
  package enum Opening {
    case table(BlockReader)
    /// Not UTF-8: `CSVReader` must decode it.
    case foreign
    /// Reported.
    case refused
  }

  /// The file as messages name it.
  package let path: String
  /// Without blanks around; unique.
  package var names: [String] { header.names }

  package let header: CSVHeader
  /// The sheet of a workbook of which the bytes were written.
  package var sheet: SheetLines? { settings.sheet }
  /// Stands between cells.
  package var separatorText: String { String(UnicodeScalar(separator)) }
  private let headerLineCount: Int
  private let separator: UInt8
  private let settings: Settings
  private let source: BlockSource

  private init(
    path: String, header: CSVHeader, headerLineCount: Int, separator: UInt8, settings: Settings,
    source: BlockSource
  ) {
    self.path = path
    self.header = header
    self.headerLineCount = headerLineCount
    self.separator = separator
    self.settings = settings
    self.source = source
  }

  /// Reads the header.
  package static func open(
    _ path: String, _ stream: sending any ByteStream, settings: Settings = Settings(),
    into diagnostics: inout Diagnostics
  ) throws(ByteStreamFailure) -> Opening {
    let limits = settings.limits
    var start: [UInt8] = []
    var isEnd = false
    var room = [UInt8](repeating: 0, count: max(1, min(settings.blockSize, 1 << 16)))
    while true {
      let count = try read(stream, &room)
      isEnd = count == 0
      start.append(contentsOf: room[..<count])
      // A byte order mark must be whole, and a workbook is told by its first bytes.
      guard isEnd || start.count >= 4 else { continue }
      if let kind = CSVReader.foreignKind(of: start) {
        diagnostics.report(.notATable(path, kind))
        return .refused
      }
      if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
      break
    }
    while true {
      var opening: Opening?
      var found: (CSVHeader, lines: Int, end: Int, separator: UInt8)?
      start.withUnsafeBufferPointer { bytes in
        let separator = CSVHeader.separator(
          of: bytes, path: path, lines: settings.finder == nil ? 1 : HeaderFinder.lineCount)
        let end = RecordBorder.last(in: bytes, separator: separator, isEnd: isEnd)
        let isTooLong = bytes.count > limits.line + limits.cell
        guard end > 0 || isEnd || isTooLong else { return }
        let whole = UnsafeBufferPointer(rebasing: bytes[..<(isTooLong ? bytes.count : end)])
        guard Block.isUTF8(whole, isCut: isTooLong) else {
          opening = .foreign
          return
        }
        let skipped =
          settings.finder?.recordsAbove(whole, separator: separator, limits: limits) ?? 0
        var cursor = CSVCursor(whole, separator: separator, limits: limits)
        var faults = Diagnostics()
        if let header = CSVHeader.read(
          &cursor, skipping: skipped, path: path, limits: limits, into: &faults)
        {
          if settings.finder == nil { header.reportRepeats(in: path, into: &faults) }
          found = (header, cursor.passedLineCount, cursor.position, separator)
        } else if !isEnd, cursor.stop == .endOfText {
          // Nothing but blank lines so far.
          return
        } else {
          opening = .refused
        }
        diagnostics.append(settings.sheet.map { faults.moved($0.place(ofLine:)) } ?? faults)
      }
      if let opening { return opening }
      if let (written, lines, end, separator) = found {
        var header = written
        if let sheet = settings.sheet { header.move(toLine: sheet.row(ofLine: header.line)) }
        let form = BlockSource.Form(
          separator: separator, limits: limits, blockSize: max(1, settings.blockSize))
        let source = BlockSource(stream, start: Array(start[end...]), form: form)
        return .table(
          BlockReader(
            path: path, header: header, headerLineCount: lines, separator: separator,
            settings: settings, source: source))
      }
      // Looked at again only when there is twice as much, so that the time is in proportion to the header.
      let wanted = start.count * 2
      repeat {
        let count = try read(stream, &room)
        isEnd = count == 0
        start.append(contentsOf: room[..<count])
      } while !isEnd && start.count < wanted
    }
  }

  private static func read(
    _ stream: any ByteStream, _ room: inout [UInt8]
  ) throws(ByteStreamFailure) -> Int {
    var count = 0
    var failure: ByteStreamFailure?
    room.withUnsafeMutableBytes { room in
      do throws(ByteStreamFailure) {
        count = try stream.read(into: room)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return count
  }

  /// The column that files call one of `names`, compared after NFKC and trimming.
  package func columnIndex(named names: [String]) -> Int? {
    let wanted = Set(names.map(HeaderName.init))
    return header.comparedNames.firstIndex(where: wanted.contains)
  }

  /// Gives every row to one of `takers`, of which each works on a thread of its own; once for a reader.
  ///
  /// The columns of the batches are those of `columns`, in that order; there must be one.
  package func read(
    _ columns: [Int], by takers: [any BatchTaker], progress: ReadingProgress? = nil
  ) -> BlockReading {
    let reports = Mutex<[BlockRows.Report]>([])
    let isUnwanted = Atomic<Bool>(false)
    progress?.begin(totalBytes: source.totalBytes)
    DispatchQueue.concurrentPerform(iterations: takers.count) { index in
      let taker = takers[index]
      let block = Block(capacity: settings.blockSize)
      var rows = BlockRows(
        header, separator: separator, limits: settings.limits, columns: columns,
        windowSize: settings.windowSize)
      while source.next(into: block) {
        guard taker.wantsMore else {
          isUnwanted.store(true, ordering: .relaxed)
          source.stop()
          break
        }
        let report = rows.read(block) { taker.take($0) }
        if report.stop != nil || report.isForeign { source.stop() }
        reports.withLock { $0.append(report) }
        progress?.advance(
          rows: report.rowCount, bytes: source.bytesRead.load(ordering: .relaxed))
      }
    }
    return BlockReading(
      path: path, header: header, headerLineCount: headerLineCount, limits: settings.limits,
      sheet: settings.sheet, reports: reports.withLock { $0 }, failure: source.failure,
      byteCount: source.bytesRead.load(ordering: .relaxed),
      isUnwanted: isUnwanted.load(ordering: .relaxed))
  }
}
