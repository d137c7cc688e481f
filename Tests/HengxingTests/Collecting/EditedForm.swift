import TestSupport
import WorkbookWriting

/// A form as somebody sends it back: what was handed out, changed cell by cell, and saved by another program.
struct EditedForm {
  enum Cell {
    case text(String)
    case number(String)
    /// A formula that nobody has reckoned.
    case formula(String)
  }

  struct Sheet {
    var name: String
    let isHidden: Bool
    var cells: [Int: [Int: Cell]] = [:]
    var hiddenRows: Set<Int> = []
    var merged: [String] = []
  }

  var sheets: [Sheet]

  init(_ draft: WorkbookDraft) {
    sheets = draft.sheets.map { drafted in
      var sheet = Sheet(name: drafted.name, isHidden: drafted.isHidden)
      for cell in drafted.cells {
        switch cell.content {
        case .blank, .text(""), .formula: continue
        case .text(let text): sheet.cells[cell.row, default: [:]][cell.column] = .text(text)
        case .number(let text): sheet.cells[cell.row, default: [:]][cell.column] = .number(text)
        case .date(let year, let month, let day):
          func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
          sheet.cells[cell.row, default: [:]][cell.column] = .text(
            "\(year)-\(two(month))-\(two(day))")
        }
      }
      return sheet
    }
  }

  /// The sheet of a name, to be changed.
  subscript(name: String) -> Sheet {
    get { sheets.first { $0.name == name } ?? Sheet(name: name, isHidden: false) }
    set {
      guard let index = sheets.firstIndex(where: { $0.name == name }) else { return }
      sheets[index] = newValue
    }
  }

  var zip: [UInt8] {
    var maker = WorkbookMaker()
    for sheet in sheets {
      maker.add(
        sheet.name, sheet: sheet.xml,
        attributes: sheet.isHidden ? "state=\"hidden\"" : "")
    }
    return maker.zip
  }
}

extension EditedForm.Sheet {
  /// What stands in a cell; `nil` empties it.
  subscript(row: Int, column: Int) -> EditedForm.Cell? {
    get { cells[row]?[column] }
    set { cells[row, default: [:]][column] = newValue }
  }

  /// The column that bears a text in a row.
  func column(_ text: String, in row: Int = 1) -> Int {
    (cells[row] ?? [:]).first { if case .text(text) = $0.value { true } else { false } }?.key ?? 99
  }

  /// The row that bears a text in its first column.
  func row(_ text: String) -> Int {
    cells.first { if case .text(text)? = $0.value[1] { true } else { false } }?.key ?? 99
  }

  mutating func insertRows(_ count: Int, before row: Int) {
    cells = Dictionary(
      uniqueKeysWithValues: cells.map { ($0.key >= row ? $0.key + count : $0.key, $0.value) })
  }

  mutating func removeColumn(_ column: Int) {
    moveColumns { $0 == column ? nil : $0 > column ? $0 - 1 : $0 }
  }

  mutating func swapColumns(_ one: Int, _ other: Int) {
    moveColumns { $0 == one ? other : $0 == other ? one : $0 }
  }

  private mutating func moveColumns(_ place: (Int) -> Int?) {
    cells = cells.mapValues { row in
      var moved: [Int: EditedForm.Cell] = [:]
      for (column, cell) in row { if let new = place(column) { moved[new] = cell } }
      return moved
    }
  }

  fileprivate var xml: String {
    var rows = ""
    for (row, cells) in cells.sorted(by: { $0.key < $1.key }) where !cells.isEmpty {
      rows += "<row r=\"\(row)\"\(hiddenRows.contains(row) ? " hidden=\"1\"" : "")>"
      for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
        let place = "r=\"\(Self.letters(column))\(row)\""
        switch cell {
        case .text(let text):
          rows += "<c \(place) t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
        case .number(let text): rows += "<c \(place)><v>\(text)</v></c>"
        case .formula(let text): rows += "<c \(place)><f>\(Self.escaped(text))</f></c>"
        }
      }
      rows += "</row>"
    }
    let merges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<sheetData>\(rows)</sheetData>"
      + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>")
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + (column - 1) % 26)))
    return column > 26 ? letters((column - 1) / 26) + letter : letter
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
