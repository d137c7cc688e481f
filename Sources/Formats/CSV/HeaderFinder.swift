/// Finds the header among the first lines of a table by the names that are declared, so that no title above it is taken
/// for one.
package struct HeaderFinder: Sendable {
  /// What may stand under a declared name.
  package struct Column: Sendable {
    let names: Set<HeaderName>
    let fits: (@Sendable (String) -> Bool)?

    /// `names` are what files may call it; `fits` says whether a text is a value of it, `nil` where any is.
    package init(_ names: [String], fits: (@Sendable (String) -> Bool)?) {
      self.names = Set(names.map(HeaderName.init))
      self.fits = fits
    }
  }

  /// So many lines that hold something are looked at.
  static let lineCount = 10

  private let columns: [Column]
  /// Says whose a row is: a table without it is of no use.
  private let key: HeaderName?

  package init(_ columns: [Column], key: String? = nil) {
    let key = key.map(HeaderName.init)
    self.key = key
    self.columns = columns.filter { column in key.map { !column.names.contains($0) } ?? true }
  }

  /// Which of the lines that `next` gives is the header, counted from 0: the first that holds two of the names, or the only one,
  /// where what stands above may be titles; else the first that holds the key.
  ///
  /// No line is asked for behind the one that is found.
  ///
  /// - Returns: `nil` where there is none.
  package func find(_ next: () -> [String]?) -> Int? {
    let needed = min(2, columns.count + (key == nil ? 0 : 1))
    var above: [[String]] = []
    var withKey: Int?
    while above.count < Self.lineCount, let line = next() {
      let names = Set(line.map(HeaderName.init))
      if count(in: names) >= needed {
        if areTitles(above, over: line) { return above.count }
        break
      }
      if let key, withKey == nil, names.contains(key) { withKey = above.count }
      above.append(line)
    }
    return withKey
  }

  private func count(in names: Set<HeaderName>) -> Int {
    let hasKey = key.map(names.contains) ?? false
    return columns.count { !$0.names.isDisjoint(with: names) } + (hasKey ? 1 : 0)
  }

  /// Whether none of the lines above a header looks like a record.
  private func areTitles(_ above: [[String]], over header: [String]) -> Bool {
    guard let first = above.first else { return true }
    let names = header.map(HeaderName.init)
    let typed = columns.compactMap { column in
      column.fits.flatMap { fits in
        names.firstIndex(where: column.names.contains).map { (place: $0, fits: fits) }
      }
    }
    let width = header.count { !$0.isEmpty }
    let holdsRecord = above.contains { line in
      let filled = line.count { !$0.isEmpty }
      // `Year,2024` over a wide table is none.
      guard filled > 1, filled * 2 > width else { return false }
      return typed.contains { place, fits in
        line.indices.contains(place) && !RowLabels.isNothing(line[place]) && fits(line[place])
      }
    }
    if holdsRecord { return false }
    // Below a line that names something, rows of several cells may be records.
    return count(in: Set(first.map(HeaderName.init))) == 0
      || above.dropFirst().allSatisfy { line in line.count { !$0.isEmpty } < 2 }
  }
}

extension HeaderFinder {
  /// How many records that hold something stand above the header; none where it is not found.
  func recordsAbove(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits
  ) -> Int {
    var cursor = CSVCursor(bytes, separator: separator, limits: limits)
    let found = find {
      guard cursor.nextWritten() else { return nil }
      guard cursor.cellCount <= limits.columns else { return [] }
      return (0..<cursor.cellCount).map { String(decoding: cursor.cell($0), as: UTF8.self) }
    }
    return found ?? 0
  }
}

/// Where the header of a file is.
package enum HeaderSearch: Sendable {
  case firstLine
  case named(HeaderFinder)
  /// On the first line, until somebody who knows the names asks by `CSVTable.headed`.
  case later

  /// Among so many lines one must show what stands between cells.
  var lineCount: Int { if case .firstLine = self { 1 } else { HeaderFinder.lineCount } }
}
