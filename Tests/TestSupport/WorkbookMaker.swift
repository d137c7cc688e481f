/// A small workbook, part by part; what is not said is as plain programs write it.
package struct WorkbookMaker {
  package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  package struct Sheet {
    package var name = "明细"
    package var attributes = ""
    package var kind = "worksheet"
    /// From the folder of the workbook; `nil`: by its number.
    package var target: String?
    /// The part; `nil`: not written.
    package var part: [UInt8]?

    package init(
      name: String = "明细", attributes: String = "", target: String? = nil, part: [UInt8]? = nil
    ) {
      self.name = name
      self.attributes = attributes
      self.target = target
      self.part = part
    }
  }

  package var sheets: [Sheet] = []
  /// The items of the part of shared texts; `nil`: no part.
  package var strings: String?
  /// Format codes, one a style from 1 on; a number means a format without a code.
  package var formats: [String]?
  package var properties = ""
  package var rootRelationships: String?
  package var moreRelationships = ""
  /// Parts that stand for those that are made, or beside them.
  package var parts: [(name: String, bytes: [UInt8])] = []

  /// One sheet with these rows.
  package init(_ rows: String, strings: String? = nil, formats: [String]? = nil) {
    add("明细", rows)
    self.strings = strings
    self.formats = formats
  }

  package init() {}

  package mutating func add(_ name: String, _ rows: String, attributes: String = "") {
    add(name, sheet: "<sheetData>\(rows)</sheetData>", attributes: attributes)
  }

  /// A sheet of what a table of comma-separated values holds; numbers are numbers, `=` begins a formula without a value.
  package mutating func add(_ name: String, csv: String, attributes: String = "") {
    let rows = csv.split(separator: "\n", omittingEmptySubsequences: false)
    let xml = rows.enumerated().map { index, row -> String in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(Self.cell)
      return row.isEmpty ? "" : "<row r=\"\(index + 1)\">\(cells.joined())</row>"
    }
    add(name, xml.joined(), attributes: attributes)
  }

  private static func cell(_ text: Substring) -> String {
    if text.isEmpty { return "<c/>" }
    if text.hasPrefix("=") { return "<c><f>\(text.dropFirst())</f></c>" }
    if Double(text) != nil { return "<c><v>\(text)</v></c>" }
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return "<c t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
  }

  /// A sheet of any elements.
  package mutating func add(_ name: String, sheet: String, attributes: String = "") {
    let xml = "<worksheet xmlns=\"\(Self.main)\">\(sheet)</worksheet>"
    sheets.append(
      Sheet(name: name, attributes: attributes, part: Array(xml.utf8)))
  }

  package var zip: [UInt8] {
    var zip = ZipMaker()
    func add(_ name: String, _ text: String) {
      guard !parts.contains(where: { $0.name == name }) else { return }
      zip.add(name, text)
    }
    add(
      "_rels/.rels",
      rootRelationships
        ?? relationships([("rId1", "\(Self.office)/officeDocument", "xl/workbook.xml")]))
    var relations = sheets.enumerated().map { index, sheet in
      (
        "rId\(index + 1)", "\(Self.office)/\(sheet.kind)",
        sheet.target ?? "worksheets/sheet\(index + 1).xml"
      )
    }
    if strings != nil {
      relations.append(("s1", "\(Self.office)/sharedStrings", "sharedStrings.xml"))
    }
    if formats != nil { relations.append(("s2", "\(Self.office)/styles", "styles.xml")) }
    add("xl/_rels/workbook.xml.rels", relationships(relations, more: moreRelationships))
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\" \(sheet.attributes)/>"
    }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)<sheets>\(entries.joined())</sheets></workbook>"
    )
    if let strings { add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>") }
    if let formats { add("xl/styles.xml", styles(formats)) }
    for (index, sheet) in sheets.enumerated() {
      if let part = sheet.part {
        zip.add(Array("xl/worksheets/sheet\(index + 1).xml".utf8), .stored(part))
      }
    }
    for part in parts { zip.add(Array(part.name.utf8), .stored(part.bytes)) }
    return zip.finished
  }

  private func relationships(
    _ all: [(id: String, type: String, target: String)], more: String = ""
  ) -> String {
    let each = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(Self.package)\">\(each.joined())\(more)</Relationships>"
  }

  private func styles(_ formats: [String]) -> String {
    var codes = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      if Int(format) != nil {
        styles += "<xf numFmtId=\"\(format)\"/>"
      } else {
        let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
          .replacing("<", with: "&lt;")
        codes += "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
        styles += "<xf numFmtId=\"\(200 + index)\"/>"
      }
    }
    return
      "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"
  }
}
