import Archives
import Diagnostics
import Workbooks

extension FuzzTarget {
  /// A workbook is read, or an error says why not; what is lost of a sheet is told.
  ///
  /// An input that is no zip is the text of its parts: sheet, shared texts, styles, list of sheets, parted by `====`.
  static let xlsx = FuzzTarget(
    name: "xlsx",
    pieces: [
      "<c r=\"", "\" t=\"s\">", "\" t=\"str\">", "\" t=\"inlineStr\"><is><t>", "</t></is></c>",
      "<v>", "</v></c>",
      "<row r=\"", "</row>", "<f>1+1</f>", "<r>", "<t xml:space=\"preserve\"> ", "<rPh>", "_x000A_",
      "_xD83D__xDE00_", "&amp;", "&#x1F600;", "&#0;", "<![CDATA[", "]]>", "<!--", "-->",
      "<!DOCTYPE a>",
      "<?a?>", "/>", "XFD1048576", "XFE1048577", "$C$7", "1E400", "-0.5", "45292.999999999999",
      "yyyy\"年\"m", "[h]:mm;@", "[>=1]", "xmlns=\"\"", "xmlns:x=\"", "hidden=\"1\"", "====",
      "\u{FEFF}",
      "s=\"", "numFmtId=\"58\"", "PK\u{3}\u{4}", "\0",
    ],
    feed: { bytes, _ in
      let zip = bytes.starts(with: [0x50, 0x4B]) ? bytes : StoredBook(bytes).zip
      var found = Diagnostics()
      let workbook = Workbook.open(.bytes(ZipBytes(zip)), shownAs: "a.xlsx", into: &found)
      guard let workbook else { return found.hasErrors ? nil : "no workbook, and no error" }
      for sheet in workbook.sheets {
        var said = Diagnostics()
        var isOutside = false
        let reading = workbook.read(sheet, into: &said) { cell, text, raw in
          let rows = 1...SheetCell.mostRows
          let columns = 1...SheetCell.mostColumns
          if !rows.contains(cell.row) || !columns.contains(cell.column) { isOutside = true }
          if cell.kind == .blank || cell.kind == .uncached, text.count + raw.count > 0 {
            isOutside = true
          }
        }
        if isOutside { return "a cell that cannot be" }
        if !reading.isWhole, !said.hasErrors { return "a part of a sheet is lost, and no error" }
      }
      return nil
    })
}

/// A workbook out of the texts of its parts, none of them compressed.
private struct StoredBook {
  let zip: [UInt8]

  init(_ bytes: [UInt8]) {
    let texts = Self.parted(bytes)
    func text(_ index: Int, else plain: String) -> [UInt8] {
      texts.count > index ? texts[index] : Array(plain.utf8)
    }
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func relations(_ all: [(String, String)]) -> [UInt8] {
      let each = all.enumerated().map { index, one in
        "<Relationship Id=\"r\(index)\" Type=\"\(office)/\(one.0)\" Target=\"\(one.1)\"/>"
      }
      return Array("<Relationships>\(each.joined())</Relationships>".utf8)
    }
    zip =
      StoredZip([
        ("_rels/.rels", relations([("officeDocument", "b.xml")])),
        (
          "_rels/b.xml.rels",
          relations([("worksheet", "s.xml"), ("sharedStrings", "t.xml"), ("styles", "f.xml")])
        ),
        ("s.xml", text(0, else: "")), ("t.xml", text(1, else: "<sst/>")),
        ("f.xml", text(2, else: "<styleSheet/>")),
        (
          "b.xml",
          text(
            3,
            else:
              "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" r:id=\"r0\"/></sheets></workbook>"
          )
        ),
      ]).bytes
  }

  private static func parted(_ bytes: [UInt8]) -> [[UInt8]] {
    var texts: [[UInt8]] = [[]]
    var rest = bytes[...]
    let mark = Array("====".utf8)
    while !rest.isEmpty {
      if rest.starts(with: mark) {
        texts.append([])
        rest = rest.dropFirst(mark.count)
      } else {
        texts[texts.count - 1].append(rest.removeFirst())
      }
    }
    return texts
  }
}

/// A zip whose members are kept as they are.
private struct StoredZip {
  private(set) var bytes: [UInt8] = []

  init(_ members: [(name: String, bytes: [UInt8])]) {
    var directory: [UInt8] = []
    for (name, content) in members {
      let common =
        Self.little(20, 2) + Self.little(0x800, 2) + Self.little(0, 2) + [0, 0, 0x21, 0x58]
        + Self.little(Int(Self.checksum(content)), 4) + Self.little(content.count, 4)
        + Self.little(content.count, 4) + Self.little(name.utf8.count, 2) + [0, 0]
      directory +=
        [0x50, 0x4B, 1, 2] + Self.little(0x0314, 2) + common + [0, 0, 0, 0, 0, 0]
        + Self.little(0o100644 << 16, 4) + Self.little(bytes.count, 4) + Array(name.utf8)
      bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    }
    let start = bytes.count
    let count = Self.little(members.count, 2)
    bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
    bytes += Self.little(directory.count, 4) + Self.little(start, 4) + [0, 0]
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { state, _ in
      state & 1 == 1 ? state >> 1 ^ 0xEDB8_8320 : state >> 1
    }
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
