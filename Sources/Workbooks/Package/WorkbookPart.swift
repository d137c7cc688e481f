/// The part that lists the sheets.
///
/// - Source: ECMA-376 Part 1, 18.2.
struct WorkbookPart {
  struct Entry {
    let name: String
    /// Of the relationship that names its part.
    let id: String
    let visibility: Workbook.Sheet.Visibility
  }

  var entries: [Entry] = []
  private(set) var isFrom1904 = false

  /// - Returns: `nil` where the part is that of another kind of document.
  init?(_ part: String, _ package: WorkbookPackage) throws(XMLFault) {
    guard var reader = try? package.open(part) else { return nil }
    while true {
      switch try reader.next() {
      case .start:
        if reader.depth == 1 {
          guard reader.starts("workbook") else { return nil }
        } else if reader.starts("workbookPr") {
          isFrom1904 = SheetReader.isTrue(reader.attribute("date1904"))
        } else if reader.starts("sheet") {
          try readEntry(reader)
        }
      case .done: return
      case .end, .text: break
      }
    }
  }

  private mutating func readEntry(_ reader: borrowing XMLReader) throws(XMLFault) {
    var name = Array((try reader.value("name") ?? "").utf8)
    EscapedText.decode(&name, from: 0)
    let state = try reader.value("state")
    entries.append(
      Entry(
        name: String(decoding: name, as: UTF8.self),
        id: try reader.value("id", of: .relationship) ?? "",
        visibility: state.flatMap(Workbook.Sheet.Visibility.init(rawValue:)) ?? .visible))
  }
}
