package import Archives
package import Diagnostics
package import Formats

/// A file of a portfolio, which may be read more than once.
package struct PortfolioFile: Sendable {
  /// The file as messages name it.
  package let path: String
  /// The sheet of a workbook of which its bytes were written.
  package let sheet: SheetLines?
  let open: @Sendable () throws(ByteStreamFailure) -> any ByteStream
  /// Whether it is still the file that was opened.
  package let checkUnchanged: @Sendable () throws(ByteStreamFailure) -> Void

  package init(
    _ path: String, sheet: SheetLines? = nil,
    checkUnchanged: @escaping @Sendable () throws(ByteStreamFailure) -> Void = {},
    open: @escaping @Sendable () throws(ByteStreamFailure) -> any ByteStream
  ) {
    self.path = path
    self.sheet = sheet
    self.checkUnchanged = checkUnchanged
    self.open = open
  }

  /// A file whose bytes are at hand.
  package init(_ path: String, bytes: [UInt8]) {
    self.init(path, open: { () throws(ByteStreamFailure) in MemoryStream(bytes) })
  }
}

extension PortfolioFile {
  /// The whole of it as a table.
  ///
  /// - Returns: `nil` where it is no table, or rows of it are lost, which was reported.
  package func whole(_ search: HeaderSearch, into diagnostics: inout Diagnostics) -> CSVTable? {
    var limits = CSVReader.Limits()
    limits.file = 4 << 30
    do throws(ByteStreamFailure) {
      let bytes = try bytes(atMost: limits.file)
      let table =
        if let sheet {
          CSVReader.read(bytes, of: sheet, limits: limits, header: search, into: &diagnostics)
        } else {
          CSVReader.read(
            bytes, path: path, limits: limits, header: search, into: &diagnostics)
        }
      // Of a file with lost rows nobody knows whose they are; that was reported.
      return table.flatMap { $0.isWhole ? $0 : nil }
    } catch {
      diagnostics.report(.brokenFile(path, error))
      return nil
    }
  }

  /// Its header and what reads its rows.
  package func blocks(
    _ finder: HeaderFinder, into diagnostics: inout Diagnostics
  ) throws(ByteStreamFailure) -> BlockReader.Opening {
    var settings = BlockReader.Settings()
    settings.finder = finder
    settings.sheet = sheet
    return try BlockReader.open(path, try open(), settings: settings, into: &diagnostics)
  }

  /// One byte more than `limit` says that there are more.
  private func bytes(atMost limit: Int) throws(ByteStreamFailure) -> [UInt8] {
    let stream = try open()
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
}

/// A file of a portfolio with its header read.
enum OpenFile: Sendable {
  case blocks(BlockReader)
  /// Not UTF-8, and so read as a whole.
  case whole(CSVTable)

  /// - Returns: `nil` where the file is no table, or rows of it are lost, which was reported.
  init?(_ file: PortfolioFile, _ finder: HeaderFinder, into diagnostics: inout Diagnostics) {
    do throws(ByteStreamFailure) {
      switch try file.blocks(finder, into: &diagnostics) {
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
    file.whole(.named(finder), into: &diagnostics).map { .whole($0) }
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
