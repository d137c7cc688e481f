import Diagnostics
import Formats

/// Keys of rows that name no subject, though they say something: a total, the header again, a note.
struct KeysOfNoSubject {
  private let header: HeaderName
  private var rows: [FactRows.Kind: (lines: [Int], count: Int)] = [:]

  init(_ key: String) {
    header = HeaderName(key)
  }

  /// - Returns: false for a key that may be a name.
  mutating func take(_ text: String, _ line: Int, _ count: Int) -> Bool {
    guard let kind = kind(of: text) else { return false }
    rows[kind, default: ([], 0)].lines.append(line)
    rows[kind]?.count += count
    return true
  }

  func kind(of text: String) -> FactRows.Kind? {
    if HeaderName(text) == header { return .repeatedHeader }
    guard RowLabels.isWorthALook(text) else { return nil }
    if let label = RowLabels.total(text) { return label.isWeak ? nil : .total }
    if RowLabels.isNote(text) { return .note }
    if RowLabels.isExample(text) { return .header }
    // A unit in brackets stands under a header; a name in brackets is somebody's.
    return RowLabels.isHeaderWord(text) && RowLabels.isHeaderWord(RowLabels.unbracketed(text))
      ? .header : nil
  }

  func report(_ path: String, into diagnostics: inout Diagnostics) {
    for kind in FactRows.Kind.allCases {
      guard let some = rows[kind], let lines = RowLines(some.lines, path, count: some.count) else {
        continue
      }
      diagnostics.report(.rowsOfNobody(kind, lines))
    }
  }
}
