/// What somebody looks for in the header of a table, so that a title above it is not taken for one.
package struct WantedHeaders: Sendable {
  /// A table without it is of no use.
  private let key: HeaderName
  /// By declared column: what files may call it.
  private let columns: [Set<HeaderName>]

  /// So many records are looked at.
  static let mostRecords = 10

  package init(key: String, columns: [[String]]) {
    self.key = HeaderName(key)
    self.columns = columns.map { Set($0.map(HeaderName.init)) }
  }

  /// How many records that hold something stand above the header: it is the first of ten that holds the key and a
  /// declared column, or two declared columns; else the first that holds the key, else the first of all.
  func recordsAbove(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: CSVReader.Limits
  ) -> Int {
    var cursor = CSVCursor(bytes, separator: separator, limits: limits)
    var passed = 0
    var withKey: Int?
    while passed < Self.mostRecords, cursor.next() {
      if cursor.isBlank || CSVHeader.isSeparatorLine(cursor) { continue }
      defer { passed += 1 }
      guard cursor.cellCount <= limits.columns else { continue }
      let names = Set(
        (0..<cursor.cellCount).map {
          HeaderName(String(decoding: cursor.cell($0), as: UTF8.self))
        })
      let found = columns.count { !$0.isDisjoint(with: names) }
      let hasKey = names.contains(key)
      if hasKey, found > 0 || columns.isEmpty { return passed }
      if !hasKey, found > 1 { return passed }
      if hasKey, withKey == nil { withKey = passed }
    }
    return withKey ?? 0
  }
}
