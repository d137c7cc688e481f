/// Writes one table, as wide as the text.
struct WordTable {
  private let table: WordDocument.Table
  private let widths: [Int]

  init(_ table: WordDocument.Table, width: Int) {
    self.table = table
    let sum = max(1, table.columns.reduce(0) { $0 + max(1, $1.weight) })
    var widths = table.columns.map { width * max(1, $0.weight) / sum }
    // What division left over, so that the columns fill the line to the twip.
    if let last = widths.indices.last { widths[last] += width - widths.reduce(0, +) }
    self.widths = widths
  }

  func write(into xml: inout WordXML) {
    guard !table.columns.isEmpty else { return }
    xml.element("w:tbl") { xml in
      xml.trusted(
        "<w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>\(borders)"
          + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>"
          + "<w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>")
      xml.trusted(
        "<w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>")
      if table.kind == .grid { writeHead(into: &xml) }
      for index in table.rows.indices { write(table.rows[index], merging(index), into: &xml) }
      // A table without a row is none: it says so instead.
      if table.kind == .form && table.rows.isEmpty { write(.init([""]), [:], into: &xml) }
    }
  }

  private enum Merge {
    case begins, goesOn
  }

  /// By column: what is merged with the row above or the row below.
  private func merging(_ row: Int) -> [Int: Merge] {
    var merges: [Int: Merge] = [:]
    var (above, below) = (true, true)
    for (index, column) in table.columns.enumerated() where column.merges {
      above = above && isSame(row, row - 1, index)
      below = below && isSame(row, row + 1, index)
      if above { merges[index] = .goesOn } else if below { merges[index] = .begins }
    }
    return merges
  }

  private func isSame(_ row: Int, _ other: Int, _ column: Int) -> Bool {
    guard table.rows.indices.contains(other) else { return false }
    let (one, two) = (table.rows[row].cells, table.rows[other].cells)
    return one.count > 1 && two.count > 1 && column < one.count && column < two.count
      && one[column] == two[column] && !one[column].isEmpty
  }

  private func style(of row: WordDocument.Table.Row) -> WordDocument.Style {
    table.kind == .form ? .formCell : row.isStrong ? .cellHead : .cell
  }

  private var borders: String {
    guard table.kind == .grid else { return "" }
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }
    return "<w:tblBorders>\(sides.joined())</w:tblBorders>"
  }

  private func writeHead(into xml: inout WordXML) {
    xml.element("w:tr") { xml in
      xml.trusted("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
      for (column, width) in zip(table.columns, widths) {
        writeCell(column.head, width, .cellHead, .center, isShaded: true, into: &xml)
      }
    }
  }

  private func write(
    _ row: WordDocument.Table.Row, _ merges: [Int: Merge], into xml: inout WordXML
  ) {
    xml.element("w:tr") { xml in
      xml.trusted("<w:trPr><w:cantSplit/></w:trPr>")
      if row.cells.count == 1, widths.count > 1 {
        writeCell(
          row.cells[0], widths.reduce(0, +), style(of: row), .left,
          span: widths.count, isShaded: row.isStrong, into: &xml)
        return
      }
      for (index, column) in table.columns.enumerated() {
        let text = index < row.cells.count && merges[index] != .goesOn ? row.cells[index] : ""
        writeCell(
          text, widths[index], style(of: row), column.alignment, merge: merges[index],
          isUnderlined: table.kind == .form && index % 2 == 1, into: &xml)
      }
    }
  }

  private func writeCell(
    _ text: String, _ width: Int, _ style: WordDocument.Style,
    _ alignment: WordDocument.Table.Alignment, merge: Merge? = nil, span: Int = 1,
    isShaded: Bool = false,
    isUnderlined: Bool = false, into xml: inout WordXML
  ) {
    xml.element("w:tc") { xml in
      var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
      if span > 1 { properties += "<w:gridSpan w:val=\"\(span)\"/>" }
      switch merge {
      case .begins: properties += "<w:vMerge w:val=\"restart\"/>"
      case .goesOn: properties += "<w:vMerge/>"
      case nil: break
      }
      if isUnderlined {
        properties +=
          "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>"
      }
      if isShaded {
        properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>"
      }
      xml.trusted("<w:tcPr>\(properties)<w:vAlign w:val=\"center\"/></w:tcPr>")
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        xml.element("w:p") { xml in
          xml.trusted(
            "<w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/>\(isShaded ? "<w:keepNext/>" : "")"
              + "<w:jc w:val=\"\(alignment.rawValue)\"/></w:pPr>")
          xml.run(String(line))
        }
      }
    }
  }
}
