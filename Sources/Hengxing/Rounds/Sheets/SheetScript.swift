import Diagnostics
import Formats

/// What cells say, written as YAML, a line for each cell: so a sheet is read by the rules of the file that it stands for.
struct SheetScript {
  private var text = ""
  private var cells: [SheetPlace] = []

  /// A line at an indentation; what is told of it is told of the cell.
  mutating func line(_ indentation: Int, _ words: String, at cell: SheetPlace) {
    text += String(repeating: " ", count: indentation) + words + "\n"
    cells.append(cell)
  }

  /// - Returns: `nil` where nothing was written.
  func mapping(into diagnostics: inout Diagnostics) -> NodeMapping? {
    guard !cells.isEmpty else { return nil }
    return YAMLReader.read(SourceText(text, of: cells), into: &diagnostics)?.mapping
  }

  /// What stands in one cell with commas between, as a list.
  static func list(_ text: String) -> String {
    let parts = text.split { "、，,;；\n".contains($0) }
      .map { quoted(PlainWords.trimmed(String($0))) }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// A text between quotes, whatever it holds.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x2028...0x2029).contains(scalar.value) || scalar.value == 0xFEFF
        {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
