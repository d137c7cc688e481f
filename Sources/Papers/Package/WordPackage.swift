/// A document as the bytes of a `.docx`: equal documents have equal bytes.
///
/// - Source: ECMA-376, parts 1 and 2: what each part is called and how they name each other.
package enum WordPackage {
  package static func bytes(of document: WordDocument) -> [UInt8] {
    var zip = StoredZip()
    for (name, text) in members(of: document) { zip.add(text, as: name) }
    return zip.finished()
  }

  /// The parts of the package, in the order in which they are stored.
  static func members(of document: WordDocument) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes),
      ("_rels/.rels", relationships(of: .package)),
      ("word/document.xml", WordBody.print(document)),
      ("word/_rels/document.xml.rels", relationships(of: .document)),
      ("word/styles.xml", WordStyles.xml),
      ("word/settings.xml", settings),
      ("word/fontTable.xml", WordStyles.fontTable),
      ("word/header1.xml", header(of: document)),
      ("word/footer1.xml", footer),
      ("docProps/core.xml", properties(of: document)),
    ]
  }

  private enum Origin { case package, document }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let packages = "http://schemas.openxmlformats.org/package/2006/"

  private static func relationships(of origin: Origin) -> String {
    let targets =
      switch origin {
      case .package:
        [
          (office + "officeDocument", "word/document.xml"),
          (packages + "relationships/metadata/core-properties", "docProps/core.xml"),
        ]
      case .document:
        [
          (office + "styles", "styles.xml"), (office + "settings", "settings.xml"),
          (office + "fontTable", "fontTable.xml"), (office + "header", "header1.xml"),
          (office + "footer", "footer1.xml"),
        ]
      }
    let lines = targets.enumerated().map { index, target in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(target.0)\" Target=\"\(target.1)\"/>"
    }
    return WordXML.declaration
      + "<Relationships xmlns=\"\(packages)relationships\">\(lines.joined())</Relationships>"
  }

  private static var contentTypes: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("word/document.xml", word + "document.main+xml"), ("word/styles.xml", word + "styles+xml"),
      ("word/settings.xml", word + "settings+xml"), ("word/fontTable.xml", word + "fontTable+xml"),
      ("word/header1.xml", word + "header+xml"), ("word/footer1.xml", word + "footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    let lines = parts.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return WordXML.declaration + "<Types xmlns=\"\(packages)content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(lines.joined())</Types>"
  }

  private static let settings =
    WordXML.declaration + "<w:settings\(WordXML.namespaces)><w:zoom w:percent=\"100\"/>"
    + "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
    + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
    + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
    + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>"

  /// A running head goes on one line.
  private static let longestHead = 48

  private static func header(of document: WordDocument) -> String {
    var title = document.title
    if title.count > longestHead { title = title.prefix(longestHead - 1) + "…" }
    var xml = WordXML()
    xml.trusted(WordXML.declaration)
    xml.element("w:hdr\(WordXML.namespaces)") { xml in
      xml.element("w:p") { xml in
        xml.trusted("<w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>")
        xml.run(([title] + document.marks).joined(separator: "　"))
      }
    }
    return xml.text
  }

  private static var footer: String {
    var xml = WordXML()
    xml.trusted(WordXML.declaration)
    xml.element("w:ftr\(WordXML.namespaces)") { xml in
      xml.element("w:p") { xml in
        xml.trusted("<w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>")
        xml.run("— ")
        xml.field("PAGE", shows: "1")
        xml.run(" / ")
        xml.field("NUMPAGES", shows: "1")
        xml.run(" —")
      }
    }
    return xml.text
  }

  private static func properties(of document: WordDocument) -> String {
    var xml = WordXML()
    xml.trusted(WordXML.declaration)
    xml.trusted(
      "<cp:coreProperties xmlns:cp=\"\(packages)metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    )
    xml.element("dc:title") { $0.escaped(document.title) }
    xml.trusted("<dc:language>zh-CN</dc:language></cp:coreProperties>")
    return xml.text
  }
}
