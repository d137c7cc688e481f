import Archives
import Diagnostics
import Workbooks

/// Every cell of a workbook as one line of JSON, written as it is read.
///
///     {"file":"a.xlsx","sheets":[{"name":"明细","visibility":"visible","kind":"worksheet","cells":[[1,1,"text","姓名"]],…}]}
struct CellLines {
  let screen: Screen

  /// So much is put together before it is written.
  private static let chunk = 1 << 16

  func show(_ path: String, into diagnostics: inout Diagnostics) {
    var line = JSONLine()
    line.text = "{\"file\":"
    line.append(path.split(separator: "/").last.map(String.init) ?? path)
    guard let workbook = Workbook.open(.file(path), shownAs: path, into: &diagnostics) else {
      let why = diagnostics.all.map { $0.headline.text(in: screen.language) }
      line.text += ",\"refused\":"
      line.append(why.joined(separator: "; "))
      screen.terminal.write(line.text + "}\n")
      return
    }
    line.text += ",\"sheets\":["
    for (index, sheet) in workbook.sheets.enumerated() {
      if index > 0 { line.text += "," }
      show(sheet, of: workbook, &line, into: &diagnostics)
    }
    screen.terminal.write(line.text + "]}\n")
  }

  private func show(
    _ sheet: Workbook.Sheet, of workbook: Workbook, _ line: inout JSONLine,
    into diagnostics: inout Diagnostics
  ) {
    line.text += "{\"name\":"
    line.append(sheet.name)
    line.text += ",\"visibility\":\"\(sheet.visibility.rawValue)\""
    line.text += ",\"kind\":\"\(sheet.kind.rawValue)\",\"cells\":["
    var isFirst = true
    let reading = workbook.read(sheet, into: &diagnostics) { cell, text, raw in
      guard let kind = cell.kind.name else { return }
      if !isFirst { line.text += "," }
      isFirst = false
      line.text += "[\(cell.row),\(cell.column),\"\(kind)\","
      if cell.kind == .boolean {
        line.text += String(decoding: text, as: UTF8.self)
      } else {
        line.append(String(decoding: text, as: UTF8.self))
      }
      if !raw.isEmpty {
        line.text += ","
        line.append(String(decoding: raw, as: UTF8.self))
      }
      line.text += "]"
      if line.text.utf8.count > Self.chunk {
        screen.terminal.write(line.text)
        line.text = ""
      }
    }
    line.text += "]"
    line.append(list: "uncached", reading.uncached.map { "[\($0.row),\($0.column)]" })
    line.text += ",\"formulas\":\(reading.formulaCount)"
    line.append(list: "merged", reading.merged.map(JSONLine.quoted))
    line.append(list: "hidden_rows", reading.hiddenRows.map { "[\($0.first),\($0.last)]" })
    line.append(list: "hidden_cols", reading.hiddenColumns.map { "[\($0.first),\($0.last)]" })
    line.text += "}"
  }
}

extension SheetCell.Kind {
  /// As lines call it; `nil` for a cell of which nothing is known.
  fileprivate var name: String? {
    switch self {
    case .blank, .uncached: nil
    case .text: "text"
    case .number: "number"
    case .boolean: "boolean"
    case .error: "error"
    case .date: "date"
    case .dateTime: "datetime"
    case .time: "time"
    case .duration: "duration"
    }
  }
}

/// A line of JSON as far as it has been put together.
private struct JSONLine {
  var text = ""

  private static let escapes = EscapeTable(
    ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"],
    control: { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    })

  static func quoted(_ string: String) -> String {
    var line = JSONLine()
    line.append(string)
    return line.text
  }

  mutating func append(_ string: String) {
    text += "\""
    Self.escapes.append(string, to: &text)
    text += "\""
  }

  mutating func append(list name: String, _ items: [String]) {
    text += ",\"\(name)\":[" + items.joined(separator: ",") + "]"
  }
}
