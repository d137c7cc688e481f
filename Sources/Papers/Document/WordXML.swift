import Diagnostics

/// Elements of WordprocessingML under construction: what goes in is escaped, what opens is closed.
struct WordXML {
  private(set) var text = ""

  static let namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Letters that XML has no place for at all, and those that would turn the line, are shown as a dot.
  private static let escapes = EscapeTable(
    ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " ", "\n": " ", "\r": " "], control: { _ in "·" }
  )

  /// Markup of our own; nothing from a result goes through here.
  mutating func trusted(_ markup: String) { text += markup }

  mutating func escaped(_ words: String) { Self.append(words, to: &text) }

  mutating func element(_ tag: String, _ body: (inout WordXML) -> Void) {
    text += "<\(tag)>"
    body(&self)
    // Attributes stand in the opening tag alone.
    text += "</\(tag.prefix { $0 != " " })>"
  }

  mutating func run(_ words: String, isBold: Bool = false) {
    guard !words.isEmpty else { return }
    element("w:r") { run in
      // Quotation marks and dashes are letters of both scripts; here they are Chinese.
      run.trusted("<w:rPr><w:rFonts w:hint=\"eastAsia\"/>\(isBold ? "<w:b/>" : "")</w:rPr>")
      run.element("w:t xml:space=\"preserve\"") { $0.escaped(words) }
    }
  }

  /// A field with the text that it shows until it is calculated.
  mutating func field(_ code: String, shows words: String) {
    fieldMark("begin")
    element("w:r") { $0.trusted("<w:instrText xml:space=\"preserve\"> \(code) </w:instrText>") }
    fieldMark("separate")
    run(words)
    fieldMark("end")
  }

  mutating func fieldMark(_ kind: String, isDirty: Bool = false) {
    trusted(
      "<w:r><w:fldChar w:fldCharType=\"\(kind)\"\(isDirty ? " w:dirty=\"true\"" : "")/></w:r>")
  }

  static func append(_ words: String, to text: inout String) {
    // U+FFFE and U+FFFF are no letters of XML.
    guard words.unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) else {
      escapes.append(words, to: &text)
      return
    }
    let kept = words.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "·" : $0 }
    escapes.append(String(String.UnicodeScalarView(kept)), to: &text)
  }
}
