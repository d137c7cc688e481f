/// Reads paragraphs and tables of the main part of a Word document.
///
/// What stands in a table within a cell counts as text of the cell. Text that was struck out in a revision, that stands in
/// drawings, and fields' own codes are left out.
///
/// - Source: ECMA-376 Part 1, 17.2 (body), 17.3 (paragraphs), 17.4 (tables: `gridSpan` 17.4.17, `vMerge` 17.4.84, `hMerge` 17.4.22).
struct TextDocumentReader: ~Copyable {
  private var reader: XMLReader
  private var blocks: [TextDocument.Block] = []
  private var table: TextDocument.Table?
  private var row = 0
  private var column = 1
  private var cell: TextDocument.Cell?
  private var continuesLeft = false
  /// How many tables are open; only the outermost has cells of its own.
  private var tableDepth = 0
  /// Of the paragraph that is being read.
  private var text: [UInt8] = []
  private var letterCount = 0
  private var cellCount = 0

  /// More than any document that is a form.
  private static let mostBytes = 32 << 20
  private static let mostCells = 500_000
  /// Word itself has no more columns.
  private static let mostColumns = 63 * 16

  init(_ reader: consuming XMLReader) {
    self.reader = reader
  }

  /// - Returns: `nil` where the part is no document of Word.
  mutating func read() throws(XMLFault) -> [TextDocument.Block]? {
    while true {
      switch try reader.next() {
      case .start:
        if reader.depth == 1 {
          guard reader.localName.is("document"), reader.namespace == .word else { return nil }
        } else {
          try start()
        }
      case .end, .text: break
      case .done:
        return blocks
      }
    }
  }

  private mutating func start() throws(XMLFault) {
    let name = reader.localName
    guard reader.namespace == .word else {
      // The same once more for older programs.
      if name.is("Fallback") { try reader.skipElement() }
      return
    }
    if name.is("p") {
      try readParagraph()
    } else if name.is("tbl") {
      try readTable()
    }
  }

  // MARK: paragraphs

  /// Reads the paragraph that has just started, to its end.
  private mutating func readParagraph() throws(XMLFault) {
    let base = reader.depth
    text.removeAll(keepingCapacity: true)
    while reader.depth >= base {
      guard case .start = try reader.next() else { continue }
      let name = reader.localName
      guard reader.namespace == .word else {
        if name.is("Fallback") { try reader.skipElement() }
        continue
      }
      if name.is("t") {
        try readText()
      } else if name.is("tab") || name.is("ptab") {
        // In properties it is a stop, not a tab.
        if reader.tag.count == 0 { text.append(0x20) }
      } else if name.is("br") || name.is("cr") {
        text.append(0x0A)
      } else if name.is("noBreakHyphen") {
        text.append(UInt8(ascii: "-"))
      } else if name.is("drawing") || name.is("pict") || name.is("object") || name.is("pPr") {
        try reader.skipElement()
      }
    }
    letterCount += text.count
    guard letterCount <= Self.mostBytes else { throw .tooLong }
    let line = String(decoding: text, as: UTF8.self)
    if cell != nil {
      if cell?.text.isEmpty == false { cell?.text.append("\n") }
      cell?.text.append(line)
    } else if tableDepth == 0 {
      blocks.append(.paragraph(line))
    }
  }

  private mutating func readText() throws(XMLFault) {
    let depth = reader.depth
    while reader.depth >= depth {
      guard case .text = try reader.next() else { continue }
      try XMLText.append(reader.text, isLiteral: reader.isLiteral, to: &text)
      guard text.count <= Self.mostBytes else { throw .tooLong }
    }
  }

  // MARK: tables

  private mutating func readTable() throws(XMLFault) {
    let base = reader.depth
    tableDepth += 1
    if tableDepth == 1 { table = TextDocument.Table() }
    if tableDepth == 1 { row = 0 }
    while reader.depth >= base {
      guard case .start = try reader.next() else { continue }
      let name = reader.localName
      guard reader.namespace == .word else { continue }
      if tableDepth == 1, name.is("tr") {
        row += 1
        column = 1
      } else if tableDepth == 1, name.is("gridBefore") {
        column = min(column + (try count(of: "val") ?? 0), Self.mostColumns)
      } else if tableDepth == 1, name.is("tc") {
        try readCell()
      } else if name.is("p") {
        try readParagraph()
      }
    }
    tableDepth -= 1
    if tableDepth == 0, let read = table {
      blocks.append(.table(read))
      table = nil
    }
  }

  private mutating func readCell() throws(XMLFault) {
    let base = reader.depth
    cellCount += 1
    guard cellCount <= Self.mostCells else { throw .tooLong }
    cell = TextDocument.Cell(row: row, column: column, width: 1, continuesAbove: false, text: "")
    continuesLeft = false
    while reader.depth >= base {
      guard case .start = try reader.next() else { continue }
      let name = reader.localName
      guard reader.namespace == .word else {
        if name.is("Fallback") { try reader.skipElement() }
        continue
      }
      if name.is("gridSpan") {
        let width = try count(of: "val") ?? 1
        cell?.width = max(1, width)
      } else if name.is("vMerge") {
        let kind = try reader.value("val", of: .word)
        cell?.continuesAbove = kind != "restart"
      } else if name.is("hMerge") {
        continuesLeft = try reader.value("val", of: .word) != "restart"
      } else if name.is("p") {
        try readParagraph()
      } else if name.is("tbl") {
        try readTable()
      }
    }
    guard let read = cell else { return }
    cell = nil
    column = min(column + read.width, Self.mostColumns)
    if continuesLeft, let last = table?.cells.indices.last, table?.cells[last].row == read.row {
      table?.cells[last].width += read.width
    } else {
      table?.cells.append(read)
    }
  }

  private func count(of name: StaticString) throws(XMLFault) -> Int? {
    try reader.value(name, of: .word).flatMap { Int($0) }.map { min(max($0, 0), Self.mostColumns) }
  }
}
