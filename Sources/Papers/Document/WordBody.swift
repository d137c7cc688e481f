/// Writes what a document says as `word/document.xml`.
struct WordBody {
  private var xml = WordXML()
  private let document: WordDocument
  private let headings: [(text: String, level: Int)]
  private var headingCount = 0

  static func print(_ document: WordDocument) -> String {
    var body = WordBody(document)
    body.write()
    return body.xml.text
  }

  private init(_ document: WordDocument) {
    self.document = document
    headings = document.parts.flatMap(\.blocks).compactMap { block in
      guard case .paragraph(let paragraph) = block, let level = paragraph.style.headingLevel
      else { return nil }
      return (paragraph.runs.map(\.text).joined(), level)
    }
  }

  private mutating func write() {
    xml.trusted(WordXML.declaration)
    xml.trusted("<w:document\(WordXML.namespaces)><w:body>")
    for (index, part) in document.parts.enumerated() {
      let isLast = index == document.parts.count - 1
      write(part.blocks, onWidth: WordPaper(isLandscape: part.isLandscape).textWidth)
      let paper = WordPaper(isLandscape: part.isLandscape).xml
      xml.trusted(
        isLast
          ? paper
          : "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>\(paper)</w:pPr></w:p>")
    }
    xml.trusted("</w:body></w:document>")
  }

  private mutating func write(_ blocks: [WordDocument.Block], onWidth width: Int) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): write(paragraph)
      case .contents: writeContents()
      case .pageBreak:
        xml.trusted(
          "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>")
      case .table(let table):
        WordTable(table, width: width).write(into: &xml)
        // Two tables that touch would be one, and a table may not be the last thing in its place.
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        if case .paragraph? = next { continue }
        xml.trusted("<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>")
      }
    }
  }

  private mutating func write(_ paragraph: WordDocument.Paragraph) {
    let isHeading = paragraph.style.headingLevel != nil
    let number = headingCount
    if isHeading { headingCount += 1 }
    xml.element("w:p") { xml in
      xml.trusted("<w:pPr><w:pStyle w:val=\"\(paragraph.style.rawValue)\"/></w:pPr>")
      if isHeading {
        xml.trusted("<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(Self.anchor(number))\"/>")
      }
      for run in paragraph.runs { xml.run(run.text, isBold: run.isBold) }
      if isHeading { xml.trusted("<w:bookmarkEnd w:id=\"\(number)\"/>") }
    }
  }

  /// A field that a word processor fills, filled already but for the page numbers, which nobody knows yet.
  private mutating func writeContents() {
    for (number, heading) in headings.enumerated() {
      let style: WordDocument.Style = heading.level == 1 ? .contents1 : .contents2
      xml.element("w:p") { xml in
        xml.trusted("<w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/></w:pPr>")
        if number == 0 {
          xml.fieldMark("begin", isDirty: true)
          xml.trusted(
            "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r>"
          )
          xml.fieldMark("separate")
        }
        xml.element("w:hyperlink w:anchor=\"\(Self.anchor(number))\" w:history=\"1\"") {
          $0.run(heading.text)
        }
        if number == headings.count - 1 { xml.fieldMark("end") }
      }
    }
  }

  private static func anchor(_ number: Int) -> String { "_Toc\(100_000 + number)" }
}
