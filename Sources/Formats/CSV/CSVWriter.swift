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
    let content = neutralisesFormulas && Self.isFormula(content) ? "'" + content : content
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

  /// Whether a spreadsheet would run a text as a formula: it begins with one of `= + - @`, narrow or wide, and is no plain
  /// number.
  package static func isFormula(_ content: String) -> Bool {
    // Full-width signs begin with 0xEF; keys of a nation are asked, and most begin with a letter.
    guard let byte = content.utf8.first,
      byte < 0x2E || byte == 0x3D || byte == 0x40 || byte == 0xEF,
      let first = content.unicodeScalars.first
    else { return false }
    switch first {
    case "=", "@", "\t", "\r", "＝", "＠": return true
    case "+", "-", "＋", "－":
      return !content.unicodeScalars.dropFirst().allSatisfy {
        ("0"..."9") ~= $0 || ("０"..."９") ~= $0 || $0 == "."
      }
    default: return false
    }
  }
}
