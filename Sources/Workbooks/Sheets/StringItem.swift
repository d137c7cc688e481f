/// A text of a cell: itself, or the runs of which it is made.
///
/// - Source: ECMA-376 Part 1, 18.4.8 (`si`) and 18.3.1.53 (`is`). Phonetic runs (18.4.6) help to read a text and are none of it.
enum StringItem {
  /// Reads the element that has just started, to its end, and appends its text.
  static func read(
    _ reader: inout XMLReader, to text: inout [UInt8]
  ) throws(XMLFault) {
    let base = reader.depth
    var isInRun = false
    while reader.depth >= base {
      guard case .start = try reader.next() else { continue }
      let isText = reader.localName.is("t")
      switch reader.depth {
      case base + 1:
        isInRun = reader.localName.is("r")
        if isText { try readText(&reader, to: &text) }
      case base + 2 where isText && isInRun: try readText(&reader, to: &text)
      default: break
      }
    }
  }

  /// Outer blanks count only where the part says so, as spreadsheets have it.
  ///
  /// - Source: XML 1.0, 2.10.
  private static func readText(
    _ reader: inout XMLReader, to text: inout [UInt8]
  ) throws(XMLFault) {
    let keepsBlanks = reader.preservesSpace
    let start = text.count
    let depth = reader.depth
    while reader.depth >= depth {
      guard case .text = try reader.next(), reader.depth == depth else { continue }
      try XMLText.append(reader.text, isLiteral: reader.isLiteral, to: &text)
    }
    if !keepsBlanks { trim(&text, from: start) }
    EscapedText.decode(&text, from: start)
  }

  static func trim(_ text: inout [UInt8], from start: Int) {
    while text.count > start, let last = text.last, last.isXMLBlank { text.removeLast() }
    guard text.count > start, text[start].isXMLBlank else { return }
    text.removeSubrange(start..<(start + text[start...].prefix { $0.isXMLBlank }.count))
  }
}
