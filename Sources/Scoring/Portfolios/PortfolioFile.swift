package import Archives
import Diagnostics
import Formats

/// A file of a portfolio, which may be read more than once.
package struct PortfolioFile: Sendable {
  /// The file as messages name it.
  package let path: String
  let open: @Sendable () throws(ByteStreamFailure) -> any ByteStream
  /// Whether it is still the file that was opened.
  package let checkUnchanged: @Sendable () throws(ByteStreamFailure) -> Void

  package init(
    _ path: String,
    checkUnchanged: @escaping @Sendable () throws(ByteStreamFailure) -> Void = {},
    open: @escaping @Sendable () throws(ByteStreamFailure) -> any ByteStream
  ) {
    self.path = path
    self.checkUnchanged = checkUnchanged
    self.open = open
  }

  /// A file whose bytes are at hand.
  package init(_ path: String, bytes: [UInt8]) {
    self.init(path, open: { () throws(ByteStreamFailure) in MemoryStream(bytes) })
  }
}

/// A file of a portfolio with its header read.
enum OpenFile: Sendable {
  case blocks(BlockReader)
  /// Not UTF-8, and so read as a whole.
  case whole(CSVTable)

  /// - Returns: `nil` where the file is no table, or rows of it are lost, which was reported.
  init?(_ file: PortfolioFile, _ finder: HeaderFinder, into diagnostics: inout Diagnostics) {
    do throws(ByteStreamFailure) {
      var settings = BlockReader.Settings()
      settings.finder = finder
      let opening = try BlockReader.open(
        file.path, try file.open(), settings: settings, into: &diagnostics)
      switch opening {
      case .table(let reader): self = .blocks(reader)
      case .refused: return nil
      case .foreign:
        guard let whole = Self.whole(file, finder, into: &diagnostics) else { return nil }
        self = whole
      }
    } catch {
      diagnostics.report(.brokenFile(file.path, error))
      return nil
    }
  }

  /// The whole of a file, which turned out not to be UTF-8.
  ///
  /// - Returns: `nil` where it is no table, or rows of it are lost, which was reported.
  static func whole(
    _ file: PortfolioFile, _ finder: HeaderFinder, into diagnostics: inout Diagnostics
  ) -> OpenFile? {
    var limits = CSVReader.Limits()
    limits.file = 4 << 30
    do throws(ByteStreamFailure) {
      let bytes = try bytes(of: file, atMost: limits.file)
      let table = CSVReader.read(
        bytes, path: file.path, limits: limits, header: .named(finder), into: &diagnostics)
      // Of a file with lost rows nobody knows whose they are; that was reported.
      return table.flatMap { $0.isWhole ? .whole($0) : nil }
    } catch {
      diagnostics.report(.brokenFile(file.path, error))
      return nil
    }
  }

  /// One byte more than `limit` says that there are more.
  private static func bytes(
    of file: PortfolioFile, atMost limit: Int
  ) throws(ByteStreamFailure) -> [UInt8] {
    let stream = try file.open()
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 20)
    while bytes.count <= limit {
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
      if count == 0 { break }
      bytes += room[..<count]
    }
    try stream.checkUnchanged()
    return bytes
  }

  var head: CSVHeader {
    switch self {
    case .blocks(let reader): reader.header
    case .whole(let table): table.head
    }
  }

  /// Stands between cells.
  var separator: String {
    switch self {
    case .blocks(let reader): reader.separatorText
    case .whole(let table): table.separatorText
    }
  }

  func columnIndex(named names: [String]) -> Int? {
    switch self {
    case .blocks(let reader): reader.columnIndex(named: names)
    case .whole(let table): table.columnIndex(named: names)
    }
  }
}
