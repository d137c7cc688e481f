import Archives
import Diagnostics
import TestSupport
import Workbooks

/// A small workbook, part by part; what is not said is as plain programs write it.
struct WorkbookMaker {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  struct Sheet {
    var name = "明细"
    var attributes = ""
    var kind = "worksheet"
    /// From the folder of the workbook; `nil`: by its number.
    var target: String?
    /// The part; `nil`: not written.
    var part: [UInt8]?
  }

  var sheets: [Sheet] = []
  /// The items of the part of shared texts; `nil`: no part.
  var strings: String?
  /// Format codes, one a style from 1 on; a number means a format without a code.
  var formats: [String]?
  var properties = ""
  var rootRelationships: String?
  var moreRelationships = ""
  /// Parts that stand for those that are made, or beside them.
  var parts: [(name: String, bytes: [UInt8])] = []

  /// One sheet with these rows.
  init(_ rows: String, strings: String? = nil, formats: [String]? = nil) {
    add("明细", rows)
    self.strings = strings
    self.formats = formats
  }

  init() {}

  mutating func add(_ name: String, _ rows: String, attributes: String = "") {
    add(name, sheet: "<sheetData>\(rows)</sheetData>", attributes: attributes)
  }

  /// A sheet of any elements.
  mutating func add(_ name: String, sheet: String, attributes: String = "") {
    let xml = "<worksheet xmlns=\"\(Self.main)\">\(sheet)</worksheet>"
    sheets.append(
      Sheet(name: name, attributes: attributes, part: Array(xml.utf8)))
  }

  var zip: [UInt8] {
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

/// What was read of a workbook.
struct Found {
  /// `A1 text 姓名`; sheets behind the first begin with their name.
  var cells: [String] = []
  var readings: [SheetReading] = []
  var sheets: [Workbook.Sheet] = []
  var diagnostics = Diagnostics()
  var isRefused = false

  var codes: [String] { diagnostics.all.map(\.code) }
  /// Codes with their places: `cell-twice a.xlsx!明细!A1`.
  var places: [String] {
    diagnostics.all.map { "\($0.code) \($0.place?.description ?? "")" }
  }

  init(_ maker: WorkbookMaker) { self.init(bytes: maker.zip) }

  init(bytes: [UInt8], name: String = "a.xlsx") {
    guard
      let workbook = Workbook.open(.bytes(ZipBytes(bytes)), shownAs: name, into: &diagnostics)
    else {
      isRefused = true
      return
    }
    sheets = workbook.sheets
    for (index, sheet) in sheets.enumerated() {
      let reading = workbook.read(sheet, into: &diagnostics) { cell, text, _ in
        let place = index == 0 ? "" : sheet.name + "!"
        let name = SheetPlace.letters(ofColumn: cell.column) + String(cell.row)
        let shown = String(decoding: text, as: UTF8.self)
        cells.append("\(place)\(name) \(cell.kind)\(cell.isPercent ? "%" : "") \(shown)")
      }
      readings.append(reading)
    }
  }
}
