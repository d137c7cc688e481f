/// A workbook, perhaps with one of its sheets, as people name it: `stations.xlsx!明细`.
package struct SheetPath: Sendable, Hashable {
  package let workbook: String
  /// `nil`: whichever it may be.
  package let sheet: String?

  /// What is read, and what was meant to be a workbook and is told not to be one.
  private static let endings = [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb"]

  /// - Returns: `nil` for the path of another file.
  package init?(_ path: String) {
    for ending in Self.endings {
      guard let mark = Self.last(ending + "!", in: path) else { continue }
      workbook = String(path[..<path.index(before: mark)])
      sheet = String(path[mark...])
      return
    }
    let lower = path.lowercased()
    guard Self.endings.contains(where: lower.hasSuffix) else { return nil }
    workbook = path
    sheet = nil
  }

  /// The file that a path names, with or without a sheet.
  package static func file(of path: String) -> String { SheetPath(path)?.workbook ?? path }

  /// A row of a table, as lists of what is missing name it.
  package static func line(_ line: Int, of path: String) -> String {
    let isSheet = SheetPath(path)?.sheet != nil
    return "\(path)\(isSheet ? "!" : ":")\(line)"
  }

  /// Where the last one of these letters ends, in whatever case they are written.
  private static func last(_ mark: String, in path: String) -> String.Index? {
    let sought = Array(mark.utf8)
    let bytes = Array(path.utf8)
    guard bytes.count > sought.count else { return nil }
    for start in stride(from: bytes.count - sought.count, through: 1, by: -1) {
      let isFound = sought.indices.allSatisfy { index in
        let byte = bytes[start + index]
        return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == sought[index]
      }
      if isFound { return path.utf8.index(path.startIndex, offsetBy: start + sought.count) }
    }
    return nil
  }
}
