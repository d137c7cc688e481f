/// Writes comma-separated text: UTF-8, LF, quotes only where a cell needs them.
///
/// - Source: RFC 4180, but for the line ends.
package struct CSVWriter {
  package private(set) var text = ""
  private var isAtLineStart = true
  /// Puts `'` before a text that a spreadsheet would run as a formula; a plain number is never changed.
  private let neutralisesFormulas: Bool

  package init(neutralisesFormulas: Bool = true, byteOrderMark: Bool = false) {
    self.neutralisesFormulas = neutralisesFormulas
    if byteOrderMark { text = "\u{FEFF}" }
  }

  package mutating func row(_ cells: [String]) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  package mutating func cell(_ content: String) {
    if !isAtLineStart { text += "," }
    isAtLineStart = false
    let content = isFormula(content) ? "'" + content : content
    guard content.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else {
      text += content
      return
    }
    text += "\""
    for scalar in content.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  package mutating func endRow() {
    text += "\n"
    isAtLineStart = true
  }

  private func isFormula(_ content: String) -> Bool {
    guard neutralisesFormulas, let first = content.utf8.first else { return false }
    switch first {
    case 0x3D, 0x40, 0x09, 0x0D: return true  // = @ tab CR
    case 0x2B, 0x2D:  // + -
      return !content.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    default: return false
    }
  }
}
